import { plural, t } from '@lingui/core/macro'
import { Button, Text } from '@mantine/core'
import { IconArrowsJoin2 } from '@tabler/icons-react'
import type { MergeProposal } from '../../../../shared/contract/people.ts'
import styles from './people.module.css'
import { ProposedRow } from './proposed-row.tsx'
import { identityName } from './words.ts'

interface ProposalCardProps {
  proposal: MergeProposal
  isBusy: boolean
  onConfirm(): void
  onReject(personId: number): void
}

/** One question: whom most is known of, below it everybody who may be the same, and one answer for all of them. */
export function ProposalCard({ proposal, isBusy, onConfirm, onReject }: ProposalCardProps) {
  const { keep, others } = proposal
  const [first] = others
  const isPair = others.length === 1
  const rows = keep.identities.reduce((sum, { facts }) => sum + facts, 0)
  return (
    <section
      className={styles.proposal}
      tabIndex={0}
      aria-label={t`${keep.name} and ${isPair ? (first?.person.name ?? '') : plural(others.length, { one: '# other spelling', other: '# other spellings' })}`}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || isBusy) return
        if (event.key === 'c') onConfirm()
        if (event.key === 'a' && isPair && first) onReject(first.person.id)
      }}
    >
      <div className={styles.question}>
        <div className={styles.known}>
          <Text fw={650}>{keep.name}</Text>
          <Text size="sm" c="dimmed" component="div">
            {[
              keep.team ?? t`no team`,
              keep.email ?? t`no e-mail`,
              plural(rows, { one: '# row', other: '# rows' }),
            ].join(' · ')}
          </Text>
          <div className={styles.chips}>
            {keep.identities.map((identity) => (
              <span key={identity.id} className={styles.chip}>
                {identityName(identity) !== keep.name && identityName(identity)}
                <span>
                  {identity.source}
                  {identity.externalId !== null &&
                    identity.externalId !== identityName(identity) &&
                    ` ${identity.externalId}`}
                </span>
              </span>
            ))}
          </div>
        </div>
        <Button
          leftSection={<IconArrowsJoin2 size={14} aria-hidden />}
          loading={isBusy}
          onClick={onConfirm}
          aria-label={
            isPair
              ? t`Same person: ${keep.name} and ${first?.person.name ?? ''}`
              : t`These are all one person: ${keep.name}`
          }
        >
          {isPair ? t`Same person` : t`These are all one person`}
        </Button>
      </div>
      <ul className={styles.proposed} aria-label={t`May be ${keep.name}`}>
        {others.map((other) => (
          <ProposedRow
            key={other.person.id}
            keep={keep}
            other={other}
            isBusy={isBusy}
            onReject={() => onReject(other.person.id)}
          />
        ))}
      </ul>
    </section>
  )
}
