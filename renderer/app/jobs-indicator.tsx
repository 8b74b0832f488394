import { plural } from '@lingui/core/macro'
import { ActionIcon, Group, Popover, Progress, RingProgress, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Job } from '../../shared/contract/jobs.ts'
import { orpc } from './client.ts'
import { JobControls } from './job-controls.tsx'
import { isUnderWay, stepWords } from './job-progress.tsx'
import { secondsLeftSentence } from './job-words.ts'
import classes from './rail.module.css'

function RunningJob({ job }: { job: Job }) {
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600} truncate>
          {job.label}
        </Text>
        <JobControls job={job} size="compact-xs" />
      </Group>
      <Progress value={job.progress * 100} aria-label={job.label} />
      <Text size="xs" c="dimmed">
        {[stepWords(job), job.state === 'running' ? secondsLeftSentence(job.secondsLeft) : '']
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </Stack>
  )
}

/** What is running, with progress, time left and cancel; nothing when nothing runs. */
export function JobsIndicator() {
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const running = (jobs.data ?? []).filter(isUnderWay)
  if (running.length === 0) return null
  const progress = running.reduce((sum, job) => sum + job.progress, 0) / running.length
  const label = running.every(({ state }) => state === 'paused')
    ? plural(running.length, { one: '1 job paused', other: '# jobs paused' })
    : plural(running.length, { one: '1 job running', other: '# jobs running' })
  return (
    <Popover width={360} position="right-end">
      <Popover.Target>
        <ActionIcon className={classes.tool} size={40} aria-label={label}>
          <RingProgress
            size={36}
            thickness={4}
            rootColor="rgb(255 255 255 / 18%)"
            sections={[{ value: Math.max(3, progress * 100), color: '#ffb454' }]}
          />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="md">
          {running.map((job) => (
            <RunningJob key={job.id} job={job} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
