import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Alert, Code, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Job } from '../../../../shared/contract/jobs.ts'
import { orpc } from '../../../app/client.ts'
import { errorSentence } from '../../../ui/error-sentence.ts'

/** What came of a copy: what is in it, where it lies, and the recovery key of an encrypted one. */
export function CopyOutcome({ job, recoveryKey }: { job: Job; recoveryKey: string | null }) {
  const isDone = job.state === 'done'
  const query = useQuery(
    orpc.supervisorCopies.done.queryOptions({
      input: { jobId: job.id },
      enabled: isDone,
      staleTime: Infinity,
    }),
  )
  if (job.state === 'cancelled')
    return (
      <Text size="sm" role="status">
        <Trans>Cancelled; no copy was made.</Trans>
      </Text>
    )
  if (!isDone) return <Refused sentence={job.error ?? t`The copy could not be made.`} />
  if (query.isError) return <Refused sentence={errorSentence(query.error)} />
  if (!query.data) return null
  const { directory, agents, contacts, conversations, sounds, soundsLeftOut, peers } = query.data
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">
        <Trans>
          <Plural value={agents} one="# agent" other="# agents" />,{' '}
          <Plural value={contacts} one="# contact" other="# contacts" />,{' '}
          <Plural value={conversations} one="# conversation" other="# conversations" /> and{' '}
          <Plural value={sounds} one="# recording" other="# recordings" />, in{' '}
          <Code style={{ overflowWrap: 'anywhere' }}>{directory}</Code>
        </Trans>
      </Text>
      <Text size="sm" c="dimmed">
        {peers === 0 ? (
          <Trans>There are fewer than five others: it compares with nobody else.</Trans>
        ) : (
          <Plural
            value={peers}
            one="It compares with # other, who is in it as nameless sums of weeks."
            other="It compares with # others, who are in it as nameless sums of weeks."
          />
        )}{' '}
        {soundsLeftOut > 0 && (
          <Plural
            value={soundsLeftOut}
            one="The file of # recording is not there any more."
            other="The files of # recordings are not there any more."
          />
        )}
      </Text>
      {recoveryKey === null ? (
        <Text size="sm" c="dimmed">
          <Trans>
            It is personal data and not encrypted: hand it over as you would the workspace itself.
          </Trans>
        </Text>
      ) : (
        <>
          <Text size="sm">
            <Trans>
              The recovery key of the copy, shown this once: it opens the copy when the passphrase is lost.
            </Trans>
          </Text>
          <Code block fz="md" aria-label={t`Recovery key`}>
            {recoveryKey}
          </Code>
        </>
      )}
    </Stack>
  )
}

function Refused({ sentence }: { sentence: string }) {
  return (
    <Alert color="red" variant="light">
      {sentence}
    </Alert>
  )
}
