import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Job } from '../../../../shared/contract/jobs.ts'
import { orpc } from '../../../app/client.ts'
import { isUnderWay, JobProgress } from '../../../app/job-progress.tsx'
import { errorSentence } from '../../../ui/error-sentence.ts'
import { LeftOut } from '../../../ui/left-out.tsx'
import { Section } from '../../../ui/page.tsx'
import { DirectExport, useDirectExport } from './direct-export.tsx'
import { Refused, WrittenFiles } from './export-outcome.tsx'

const formats = [
  { value: 'csv', label: t`CSV` },
  { value: 'parquet', label: t`Parquet` },
] as const

/** Facts and results as files for other programs: a job with its progress, and where the files are. */
export function ExportSection() {
  const [format, setFormat] = useState<'csv' | 'parquet'>('csv')
  const [withCustomers, setWithCustomers] = useState(false)
  const [startedId, setStartedId] = useState<number | null>(null)
  const starting = useMutation(
    orpc.exports.start.mutationOptions({ onSuccess: ({ jobId }) => setStartedId(jobId) }),
  )
  const direct = useDirectExport()
  const status = useQuery(orpc.workspace.status.queryOptions())
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  // one that was started before this page was opened is shown, too
  const job = jobs.data?.find((one) =>
    startedId === null ? one.kind === 'export' && isUnderWay(one) : one.id === startedId,
  )
  const isBusy = starting.isPending || (job !== undefined && isUnderWay(job)) || direct.state.is === 'running'
  // where nothing may be written, no job can be noted: the page itself follows the export
  const start = (order: { format: 'csv' | 'parquet'; withCustomers: boolean }) =>
    status.data?.isReadOnly === true ? void direct.start(order) : starting.mutate(order)
  return (
    <Section title={t`Export`}>
      <Stack gap="sm">
        <LeftOut />
        <Text size="sm" c="dimmed">
          <Trans>
            Contacts, evaluations, surveys, shifts, measures and the ranking as tables for other programs.
            Texts are redacted. The files go into the workspace’s folder.
          </Trans>
        </Text>
        <Group gap="sm" justify="space-between">
          <SegmentedControl
            aria-label={t`Format of the files`}
            size="xs"
            disabled={isBusy}
            data={[...formats]}
            value={format}
            onChange={(value) => setFormat(value === 'parquet' ? 'parquet' : 'csv')}
          />
          <Checkbox
            size="sm"
            label={t`With customers’ pseudonyms`}
            disabled={isBusy}
            checked={withCustomers}
            onChange={(event) => setWithCustomers(event.currentTarget.checked)}
          />
          <Button
            variant="default"
            size="sm"
            disabled={isBusy || status.data === undefined}
            leftSection={<IconTableExport size={15} aria-hidden />}
            onClick={() => start({ format, withCustomers })}
          >
            <Trans>Export</Trans>
          </Button>
        </Group>
        {starting.isError && <Refused sentence={errorSentence(starting.error)} />}
        <DirectExport state={direct.state} onCancel={direct.cancel} />
        {job && (isUnderWay(job) ? <JobProgress job={job} /> : <Outcome job={job} />)}
      </Stack>
    </Section>
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
        <Trans>Cancelled; nothing was exported.</Trans>
      </Text>
    )
  if (!isDone) return <Refused sentence={job.error ?? t`It could not be exported.`} />
  if (query.isError) return <Refused sentence={errorSentence(query.error)} />
  if (!query.data) return null
  return <WrittenFiles {...query.data} />
}
