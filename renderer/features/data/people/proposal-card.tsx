import { Button, Group, Text } from '@mantine/core'
import {
  IconArrowsJoin2,
  IconArrowsSplit2,
  IconCircleCheck,
  IconCircleMinus,
  IconLink,
} from '@tabler/icons-react'
import type { MergeProposal, Person } from '../../../../shared/contract/people.ts'
import { countOf, formatProbability } from '../../../ui/format.ts'
import styles from './people.module.css'
import { identityName } from './words.ts'

interface ProposalCardProps {
  proposal: MergeProposal
  isBusy: boolean
  onConfirm(): void
  onKeepApart(): void
}

/** Two people side by side with what speaks for one person and what against. */
export function ProposalCard({ proposal, isBusy, onConfirm, onKeepApart }: ProposalCardProps) {
  const { keep, other, confidence, reasons, against } = proposal
  return (
    <section
      className={styles.proposal}
      tabIndex={0}
      aria-label={`${keep.name} and ${other.name}`}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || isBusy) return
        if (event.key === 'c') onConfirm()
        if (event.key === 'a') onKeepApart()
      }}
    >
      <div className={styles.sides}>
        <Side person={keep} compared={other} />
        <div className={styles.joint}>
          <IconLink size={20} stroke={1.5} aria-label="may be" />
        </div>
        <Side person={other} compared={keep} />
        <div className={styles.why}>
          <Text size="sm" fw={600}>
            {formatProbability(confidence)} likely the same
          </Text>
          {reasons.map((reason) => (
            <div key={reason}>
              <IconCircleCheck size={15} aria-label="For" style={{ color: 'var(--state-good)' }} />
              {reason}
            </div>
          ))}
          {against.map((reason) => (
            <div key={reason}>
              <IconCircleMinus size={15} aria-label="Against" style={{ color: 'var(--state-act)' }} />
              {reason}
            </div>
          ))}
          <Group gap="xs" mt="auto" pt={8}>
            <Button
              leftSection={<IconArrowsJoin2 size={14} aria-hidden />}
              loading={isBusy}
              onClick={onConfirm}
              aria-label={`Same person: ${keep.name} and ${other.name}`}
            >
              Same person
            </Button>
            <Button
              variant="default"
              leftSection={<IconArrowsSplit2 size={14} aria-hidden />}
              disabled={isBusy}
              onClick={onKeepApart}
              aria-label={`Keep apart: ${keep.name} and ${other.name}`}
            >
              Keep apart
            </Button>
          </Group>
        </div>
      </div>
    </section>
  )
}

function Side({ person, compared }: { person: Person; compared: Person }) {
  const differs = (value: string | null, against: string | null) =>
    value !== null && against !== null && value !== against
  return (
    <div className={styles.side}>
      <Text fw={650}>{person.name}</Text>
      <Text size="sm" c="dimmed" component="div" mb={6}>
        <span className={differs(person.team, compared.team) ? styles.differs : ''}>
          {person.team ?? 'no team'}
        </span>
        {' · '}
        <span className={differs(person.email, compared.email) ? styles.differs : ''}>
          {person.email ?? 'no e-mail'}
        </span>
      </Text>
      {person.identities.map((identity) => (
        <div key={identity.id} className={styles.identity}>
          {identityName(identity)}
          <span>
            {identity.source}
            {identity.externalId !== null &&
              identity.externalId !== identityName(identity) &&
              ` · ${identity.externalId}`}{' '}
            · {countOf(identity.facts, 'row')}
          </span>
        </div>
      ))}
    </div>
  )
}
