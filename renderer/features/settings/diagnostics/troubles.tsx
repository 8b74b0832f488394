import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Code, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Diagnostics } from '../../../../shared/contract/diagnostics.ts'
import { Instant } from '../../../ui/time.tsx'

const SHOWN = 10

type Crash = Diagnostics['crashes'][number]

const places: Record<Crash['where'], string> = {
  engine: t`The part that keeps your data`,
  transcriber: t`The part that transcribes`,
  main: t`The part that shows the window`,
  page: t`A page`,
}

/** Crashes in a sentence each, jobs that failed, and the last warnings of the log. */
export function Troubles({ found: { crashes, failedJobs, warnings } }: { found: Diagnostics }) {
  if (crashes.length + failedJobs.length + warnings.length === 0)
    return (
      <Text c="dimmed">
        <Trans>Nothing went wrong that Debrief noticed.</Trans>
      </Text>
    )
  return (
    <Stack gap="sm">
      {crashes.slice(0, SHOWN).map(({ incidentId, at, where, how }) => (
        <Alert key={incidentId} color="amber" icon={<IconAlertTriangle aria-hidden />}>
          <Trans>
            {places[where]} {how === 'ended' ? t`ended suddenly` : t`met an error it did not expect`} on{' '}
            <Instant at={at} /> (incident {incidentId}).
          </Trans>
        </Alert>
      ))}
      {failedJobs.slice(0, SHOWN).map(({ at, job, kind, code }) => (
        <Text key={`${job} ${at}`} size="sm">
          <Trans>
            <Instant at={at} />: job {job} ({kind}) failed with {code}.
          </Trans>
        </Text>
      ))}
      {warnings.length > 0 && (
        <Code block translate="no">
          {warnings
            .slice(0, SHOWN)
            .map(({ at, line }) => `${new Date(at).toISOString()} ${line}`)
            .join('\n')}
        </Code>
      )}
    </Stack>
  )
}
