import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleMinus, IconUserX } from '@tabler/icons-react'
import type { MergeProposal, Person } from '../../../../shared/contract/people.ts'
import { formatProbability } from '../../../ui/format.ts'
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
                plural(identity.facts, { one: '# row', other: '# rows' }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </div>
        ))}
        <Different label={t`Team`} value={person.team} compared={keep.team} />
        <Different label={t`E-mail`} value={person.email} compared={keep.email} />
      </div>
      <div className={styles.why}>
        {reasons.map((reason) => (
          <div key={reason}>
            <IconCircleCheck size={15} aria-label={t`For`} style={{ color: 'var(--state-good)' }} />
            {reason}
          </div>
        ))}
        {against.map((reason) => (
          <div key={reason}>
            <IconCircleMinus size={15} aria-label={t`Against`} style={{ color: 'var(--state-act)' }} />
            {reason}
          </div>
        ))}
      </div>
      <div className={styles.sure}>
        <Trans>{formatProbability(confidence)} likely</Trans>
      </div>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconUserX size={14} aria-hidden />}
        disabled={isBusy}
        onClick={onReject}
        aria-label={t`Keep apart: ${person.name} (${person.identities[0]?.source ?? t`no source`}) is not ${keep.name}`}
      >
        <Trans>Keep apart</Trans>
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
