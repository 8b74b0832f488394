import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleMinus, IconUserX } from '@tabler/icons-react'
import type { MergeProposal, Person } from '../../../../shared/contract/people.ts'
import { countOf, formatProbability } from '../../../ui/format.ts'
import styles from './people.module.css'
import { identityName } from './words.ts'

interface ProposedRowProps {
  keep: Person
  other: MergeProposal['others'][number]
  isBusy: boolean
  onReject(): void
}

/** Somebody who may be the one above: how the tools write them, what speaks for it and against, and the way to say no. */
export function ProposedRow({ keep, other, isBusy, onReject }: ProposedRowProps) {
  const { person, confidence, reasons, against } = other
  return (
    <li className={styles.other}>
      <div className={styles.spellings}>
        {person.identities.map((identity) => (
          <div key={identity.id}>
            <strong>{identityName(identity)}</strong>
            <span>
              {[
                identity.source,
                identity.externalId === identityName(identity) ? null : identity.externalId,
                countOf(identity.facts, 'row'),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </div>
        ))}
        <Different label="Team" value={person.team} compared={keep.team} />
        <Different label="E-mail" value={person.email} compared={keep.email} />
      </div>
      <div className={styles.why}>
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
      </div>
      <div className={styles.sure}>{formatProbability(confidence)} likely</div>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconUserX size={14} aria-hidden />}
        disabled={isBusy}
        onClick={onReject}
        aria-label={`Keep apart: ${person.name} (${person.identities[0]?.source ?? 'no source'}) is not ${keep.name}`}
      >
        Keep apart
      </Button>
    </li>
  )
}

/** What both are known by and differs is worth a look before saying yes. */
function Different({
  label,
  value,
  compared,
}: {
  label: string
  value: string | null
  compared: string | null
}) {
  if (value === null || compared === null || value === compared) return null
  return (
    <div>
      <span className={styles.differs}>
        {label}: {value}
      </span>
    </div>
  )
}
