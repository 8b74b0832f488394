import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Collapse, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Job } from '../../../../shared/contract/jobs.ts'
import { orpc } from '../../../app/client.ts'
import { Section } from '../../../ui/page.tsx'
import { Instant } from '../../../ui/time.tsx'
import { outcomeSentence } from './recording-words.ts'
import styles from './recordings.module.css'

/** What the last transcription came to, each file that failed with its sentence. */
export function LastTranscription({ job }: { job: Job }) {
  const [isOpen, { toggle }] = useDisclosure(job.state === 'failed')
  const outcomes = useQuery(orpc.recordings.outcomes.queryOptions({ input: { jobId: job.id } }))
  if (outcomes.data === undefined) return null
  const failed = outcomes.data.filter(({ outcome }) => outcome === 'failed')
  return (
    <Section title={t`Last transcription`} note={<Instant at={job.endedAt} show="relative" />}>
      <Text size="sm">{outcomeSentence(outcomes.data, job.state)}</Text>
      {job.error !== null && (
        <Text size="sm" style={{ color: 'var(--state-must)' }}>
          {job.error}
        </Text>
      )}
      {failed.length > 0 && (
        <>
          <UnstyledButton className={styles.disclosure} onClick={toggle} aria-expanded={isOpen}>
            <Trans>
              <IconChevronRight size={14} aria-hidden data-open={isOpen || undefined} />
              What could not be transcribed
            </Trans>
          </UnstyledButton>
          <Collapse expanded={isOpen}>
            <ul className={styles.failures}>
              {failed.map((outcome) => (
                <li key={outcome.recordingId}>
                  <strong>{outcome.name}</strong> {outcome.error}
                </li>
              ))}
            </ul>
          </Collapse>
        </>
      )}
    </Section>
  )
}
