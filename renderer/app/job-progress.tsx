import { t } from '@lingui/core/macro'
import { Group, Progress, Stack, Text } from '@mantine/core'
import type { Job } from '../../shared/contract/jobs.ts'
import { perCent } from '../../shared/domain/format.ts'
import { JobControls } from './job-controls.tsx'
import { secondsLeftSentence } from './job-words.ts'

/** Whether a job still has something to do; a paused one waits for its person. */
export function isUnderWay({ state }: Job): boolean {
  return state === 'queued' || state === 'running' || state === 'paused'
}

/** A job in place: what it does, how far it is, time left, and its controls. */
export function JobProgress({ job }: { job: Job }) {
  return (
    <Stack gap={6} role="group" aria-label={job.label}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600} truncate>
          {job.label}
        </Text>
        <JobControls job={job} />
      </Group>
      <Progress value={job.progress * 100} aria-label={t`Progress: ${job.label}`} />
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed" truncate>
          {stepWords(job)}
        </Text>
        <Text size="sm" c="dimmed" flex="none">
          {[perCent(job.progress), secondsLeftSentence(job.secondsLeft)]
            .filter((part) => part !== '' && (job.state === 'running' || part.endsWith('%')))
            .join(' · ')}
        </Text>
      </Group>
    </Stack>
  )
}

/** What a job does now, or why it does nothing. */
export function stepWords(job: Job): string {
  if (job.state === 'paused') return t`Paused: what is finished stays finished`
  return job.state === 'queued' ? t`Waiting for the work before it` : job.step
}
