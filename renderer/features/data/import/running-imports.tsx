import { Trans } from '@lingui/react/macro'
import { Button, Group, Progress, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { perCent } from '../../../../shared/domain/format.ts'
import { orpc } from '../../../app/client.ts'
import { secondsLeftSentence } from '../../../app/job-words.ts'
import styles from './import.module.css'

/** Imports that go on in the background, for who comes back to the page; nothing when there are none. */
export function RunningImports({ onOpen }: { onOpen(jobId: number): void }) {
  const jobs = useQuery(orpc.jobs.list.queryOptions())
  const running = (jobs.data ?? []).filter(
    (job) => job.kind !== 'analyze' && (job.state === 'running' || job.state === 'queued'),
  )
  return running.map((job) => (
    <Group key={job.id} className={styles.card} p="sm" gap="md" wrap="nowrap">
      <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
        {job.label}
      </Text>
      <Progress value={job.progress * 100} flex={1} aria-label={job.label} />
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {[perCent(job.progress), secondsLeftSentence(job.secondsLeft)].filter(Boolean).join(' · ')}
      </Text>
      <Button variant="default" onClick={() => onOpen(job.id)}>
        <Trans>Follow</Trans>
      </Button>
    </Group>
  ))
}
