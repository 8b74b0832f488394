import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { TrustGroup } from '../../../../shared/contract/trust.ts'
import { IntervalRows } from '../../../charts/interval-rows.tsx'
import { formatNumber, formatShare } from '../../../ui/format.ts'
import { agreementDomain, LEAST_AGREEMENT } from './question-row.tsx'
import styles from './trust.module.css'
import { stratumWords } from './words.ts'

/** How a scorer does by team, language, length and recognition; groups it fails are marked, and left out. */
export function GroupsTable({ groups }: { groups: readonly TrustGroup[] }) {
  if (groups.length === 0)
    return (
      <span className={styles.dim}>
        <Trans>No blind answers yet.</Trans>
      </span>
    )
  return (
    <>
      <IntervalRows
        name={t`Agreement by group`}
        head={[t`Group`, t`Agreement`, t`Answers`]}
        low={agreementDomain.low}
        high={agreementDomain.high}
        ends={['50%', '100%']}
        reference={{ value: LEAST_AGREEMENT, says: '80%' }}
        rows={groups.map((group) => ({
          key: `${group.stratum} ${group.value}`,
          label: (
            <>
              {stratumWords[group.stratum]}: {group.value}
              {group.isExcluded && (
                <span className={styles.excluded}>
                  <Trans> · left out</Trans>
                </span>
              )}
            </>
          ),
          value: group.agreement.share,
          low: group.agreement.low,
          high: group.agreement.high,
          figure: formatShare(group.agreement.share),
          count: formatNumber(group.n),
          isMarked: group.isExcluded || group.verdict === 'fails',
        }))}
      />
      {groups
        .filter(({ why }) => why !== null)
        .map(({ stratum, value, why }) => (
          <p key={`${stratum} ${value}`}>
            {value}: {why}
          </p>
        ))}
    </>
  )
}
