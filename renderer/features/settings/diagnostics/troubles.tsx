import { Alert, Code, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Diagnostics } from '../../../../shared/contract/diagnostics.ts'
import { Instant } from '../../../ui/time.tsx'

const SHOWN = 10

type Crash = Diagnostics['crashes'][number]

const places: Record<Crash['where'], string> = {
  engine: 'The part that keeps your data',
  transcriber: 'The part that transcribes',
  main: 'The part that shows the window',
  page: 'A page',
}

/** Crashes in a sentence each, jobs that failed, and the last warnings of the log. */
export function Troubles({ found: { crashes, failedJobs, warnings } }: { found: Diagnostics }) {
  if (crashes.length + failedJobs.length + warnings.length === 0)
    return <Text c="dimmed">Nothing went wrong that Debrief noticed.</Text>
  return (
    <Stack gap="sm">
      {crashes.slice(0, SHOWN).map(({ incidentId, at, where, how }) => (
        <Alert key={incidentId} color="amber" icon={<IconAlertTriangle aria-hidden />}>
          {places[where]} {how === 'ended' ? 'ended suddenly' : 'met an error it did not expect'} on{' '}
          <Instant at={at} /> (incident {incidentId}).
        </Alert>
      ))}
      {failedJobs.slice(0, SHOWN).map(({ at, job, kind, code }) => (
        <Text key={`${job} ${at}`} size="sm">
          <Instant at={at} />: job {job} ({kind}) failed with {code}.
        </Text>
      ))}
      {warnings.length > 0 && (
        <Code block>
          {warnings
            .slice(0, SHOWN)
            .map(({ at, line }) => `${new Date(at).toISOString()} ${line}`)
            .join('\n')}
        </Code>
      )}
    </Stack>
  )
}
