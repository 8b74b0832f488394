import { Trans } from '@lingui/react/macro'
import { Code, Stack, Text } from '@mantine/core'
import type { ComponentProps } from 'react'
import type { Diagnostics } from '../../../../shared/contract/diagnostics.ts'
import { Instant } from '../../../ui/time.tsx'
import { CrashList } from './crash-list.tsx'

const SHOWN = 10

/** Crashes in a sentence each, jobs that failed, and the last warnings of the log. */
export function Troubles({
  found: { crashes, failedJobs, warnings },
  removing,
  onRemove,
}: { found: Diagnostics } & Pick<ComponentProps<typeof CrashList>, 'removing' | 'onRemove'>) {
  if (crashes.length + failedJobs.length + warnings.length === 0)
    return (
      <Text c="dimmed">
        <Trans>Nothing went wrong that Debrief noticed.</Trans>
      </Text>
    )
  return (
    <Stack gap="sm">
      <CrashList crashes={crashes.slice(0, SHOWN)} removing={removing} onRemove={onRemove} />
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
