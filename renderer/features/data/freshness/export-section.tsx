import { Alert, Button, Checkbox, Code, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Job } from '../../../../shared/contract/jobs.ts'
import { orpc } from '../../../app/client.ts'
import { isUnderWay, JobProgress } from '../../../app/job-progress.tsx'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { countOf } from '../../../ui/format.ts'
import { Section } from '../../../ui/page.tsx'
import { formatBytes } from '../words.ts'

const formats = [
  { value: 'csv', label: 'CSV' },
  { value: 'parquet', label: 'Parquet' },
] as const

/** Facts and results as files for other programs: a job with its progress, and where the files are. */
export function ExportSection() {
  const [format, setFormat] = useState<'csv' | 'parquet'>('csv')
  const [withCustomers, setWithCustomers] = useState(false)
  const [startedId, setStartedId] = useState<number | null>(null)
  const starting = useMutation(
    orpc.exports.start.mutationOptions({ onSuccess: ({ jobId }) => setStartedId(jobId) }),
  )
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  // one that was started before this page was opened is shown, too
  const job = jobs.data?.find((one) =>
    startedId === null ? one.kind === 'export' && isUnderWay(one) : one.id === startedId,
  )
  const isBusy = starting.isPending || (job !== undefined && isUnderWay(job))
  return (
    <Section title="Export">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          Contacts, evaluations, surveys, shifts, measures and the ranking as tables for other programs. Texts
          are redacted. The files go into the workspace’s folder.
        </Text>
        <Group gap="sm" justify="space-between">
          <SegmentedControl
            aria-label="Format of the files"
            size="xs"
            disabled={isBusy}
            data={[...formats]}
            value={format}
            onChange={(value) => setFormat(value === 'parquet' ? 'parquet' : 'csv')}
          />
          <Checkbox
            size="sm"
            label="With customers’ pseudonyms"
            disabled={isBusy}
            checked={withCustomers}
            onChange={(event) => setWithCustomers(event.currentTarget.checked)}
          />
          <Button
            variant="default"
            size="sm"
            disabled={isBusy}
            leftSection={<IconTableExport size={15} aria-hidden />}
            onClick={() => starting.mutate({ format, withCustomers })}
          >
            Export
          </Button>
        </Group>
        {starting.isError && <Refused sentence={errorSentence(starting.error)} />}
        {job && (isUnderWay(job) ? <JobProgress job={job} /> : <Outcome job={job} />)}
      </Stack>
    </Section>
  )
}

function Refused({ sentence }: { sentence: string }) {
  return (
    <Alert color="red" variant="light">
      {sentence}
    </Alert>
  )
}

/** What came of an export: where its files are, or why there are none. */
function Outcome({ job }: { job: Job }) {
  const isDone = job.state === 'done'
  const query = useQuery(
    orpc.exports.done.queryOptions({ input: { jobId: job.id }, enabled: isDone, staleTime: Infinity }),
  )
  if (job.state === 'cancelled')
    return (
      <Text size="sm" role="status">
        Cancelled; nothing was exported.
      </Text>
    )
  if (!isDone) return <Refused sentence={job.error ?? 'It could not be exported.'} />
  if (query.isError) return <Refused sentence={errorSentence(query.error)} />
  if (!query.data) return null
  const { directory, files } = query.data
  const rows = files.reduce((sum, file) => sum + file.rows, 0)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return (
    <Text size="sm" role="status">
      {countOf(files.length, 'file')} with {countOf(rows, 'row')} ({formatBytes(bytes)}) in{' '}
      <Code style={{ overflowWrap: 'anywhere' }}>{directory}</Code>
    </Text>
  )
}
