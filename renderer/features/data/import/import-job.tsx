import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Progress, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Job } from '../../../../shared/contract/jobs.ts'
import { orpc } from '../../../app/client.ts'
import { secondsLeftSentence } from '../../../app/job-words.ts'
import { formatNumber } from '../../../ui/format.ts'
import { notifyFailed } from '../../../ui/notify.tsx'
import { Empty, Loading, QueryView } from '../../../ui/states.tsx'
import { ImportOutcome } from './import-outcome.tsx'
import styles from './import.module.css'

/** One import from its start to its outcome. */
export function ImportJob({ jobId, onClose }: { jobId: number; onClose(): void }) {
  // Events bring every step; the slow poll is for a connection that lost some.
  const jobs = useQuery(
    orpc.jobs.list.queryOptions({
      refetchInterval: ({ state }) => {
        const job = state.data?.find(({ id }) => id === jobId)
        return job === undefined || isOver(job) ? false : 2000
      },
      refetchOnMount: 'always',
    }),
  )
  return (
    <QueryView query={jobs} what={t`the import`}>
      {(list) => {
        const job = list.find(({ id }) => id === jobId)
        if (!job) {
          return jobs.isFetching ? (
            <Loading label={t`the import`} />
          ) : (
            <Empty
              title={t`This import is not known any more`}
              actions={
                <Button onClick={onClose}>
                  <Trans>Import files</Trans>
                </Button>
              }
            >
              <Trans>Its outcome stands under History.</Trans>
            </Empty>
          )
        }
        return isOver(job) ? <ImportOutcome job={job} onClose={onClose} /> : <RunningImport job={job} />
      }}
    </QueryView>
  )
}

function isOver(job: Job): boolean {
  return job.state === 'done' || job.state === 'failed' || job.state === 'cancelled'
}

function RunningImport({ job }: { job: Job }) {
  const cancel = useMutation(
    orpc.jobs.cancel.mutationOptions({
      onError: (error) => notifyFailed(t`The import could not be cancelled`, error),
    }),
  )
  const left = secondsLeftSentence(job.secondsLeft)
  return (
    <section className={styles.progress} aria-label={t`Import running`}>
      <Group justify="space-between">
        <Title order={2}>{job.label}</Title>
        <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ jobId: job.id })}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
      <Progress value={job.progress * 100} size="lg" aria-label={t`Progress of the import`} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {job.state === 'queued' ? t`Waiting for the work before it` : job.step}
        </Text>
        <Text size="sm" c="dimmed" role="status">
          {formatNumber(job.progress * 100)}%{left && ` · ${left}`}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        <Trans>
          You can go on working: it continues in the background. Cancelling takes back the file in work; files
          already finished stay and can be undone under History.
        </Trans>
      </Text>
    </section>
  )
}
