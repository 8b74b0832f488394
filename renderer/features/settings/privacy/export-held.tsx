import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccessSubject } from '../../../../shared/contract/access.ts'
import type { Job } from '../../../../shared/contract/jobs.ts'
import { orpc } from '../../../app/client.ts'
import { isUnderWay, JobProgress } from '../../../app/job-progress.tsx'
import { errorSentence } from '../../../ui/error-sentence.ts'

/** Writes out all that is held: a job with its progress, and where the folder lies. */
export function ExportHeld({ subject }: { subject: AccessSubject }) {
  const [startedId, setStartedId] = useState<number | null>(null)
  const starting = useMutation(
    orpc.access.start.mutationOptions({ onSuccess: ({ jobId }) => setStartedId(jobId) }),
  )
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const job = jobs.data?.find(({ id }) => id === startedId)
  const isBusy = starting.isPending || (job !== undefined && isUnderWay(job))
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconFileExport size={16} aria-hidden />}
          disabled={isBusy}
          onClick={() => starting.mutate(subject)}
        >
          <Trans>Export…</Trans>
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        <Trans>
          Writes a folder with a page to read, the data and the sound. It is not encrypted: read it before you
          hand it over, and delete it afterwards.
        </Trans>
      </Text>
      {starting.isError && <Refused sentence={errorSentence(starting.error)} />}
      {job && (isUnderWay(job) ? <JobProgress job={job} /> : <Outcome job={job} />)}
    </Stack>
  )
}

function Outcome({ job }: { job: Job }) {
  const isDone = job.state === 'done'
  const query = useQuery(
    orpc.access.done.queryOptions({ input: { jobId: job.id }, enabled: isDone, staleTime: Infinity }),
  )
  if (job.state === 'cancelled')
    return (
      <Text size="sm" role="status">
        <Trans>Cancelled; nothing was exported.</Trans>
      </Text>
    )
  if (!isDone) return <Refused sentence={job.error ?? t`It could not be exported.`} />
  if (query.isError) return <Refused sentence={errorSentence(query.error)} />
  if (!query.data) return null
  const { directory, files, sounds, soundsLeftOut } = query.data
  return (
    <Text size="sm" role="status">
      <Trans>
        <Plural value={files.length} one="# file" other="# files" />, with{' '}
        <Plural value={sounds} one="# recording" other="# recordings" />, in{' '}
        <Code style={{ overflowWrap: 'anywhere' }}>{directory}</Code>
      </Trans>
      {soundsLeftOut > 0 && (
        <>
          {' '}
          <Plural
            value={soundsLeftOut}
            one="# recording was left out; README.txt says why."
            other="# recordings were left out; README.txt says why."
          />
        </>
      )}
    </Text>
  )
}

function Refused({ sentence }: { sentence: string }) {
  return (
    <Alert color="red" variant="light">
      {sentence}
    </Alert>
  )
}
