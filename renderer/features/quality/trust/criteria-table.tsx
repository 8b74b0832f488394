import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { TrustCriterion, TrustedQuestion } from '../../../../shared/contract/trust.ts'
import { formatNumber, formatShare } from '../../../ui/format.ts'
import styles from './trust.module.css'
import { criterionWords } from './words.ts'

/** The conditions of the next step, each with what it is now and what is needed. */
export function CriteriaTable({ next }: { next: NonNullable<TrustedQuestion['next']> }) {
  return (
    <>
      <table className={styles.small}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Condition</Trans>
            </th>
            <th scope="col" className={styles.number}>
              <Trans>Now</Trans>
            </th>
            <th scope="col" className={styles.number}>
              <Trans>Needed</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              <Trans>Blind answers since the last step</Trans>
            </th>
            <td className={styles.number}>{formatNumber(next.n)}</td>
            <td className={styles.number}>{next.look === null ? t`used up` : formatNumber(next.look)}</td>
          </tr>
          {next.criteria.map((criterion) => (
            <Criterion key={criterion.id} criterion={criterion} />
          ))}
          <tr>
            <th scope="row">
              <Trans>Fails seen</Trans>
            </th>
            <Now isPassed={next.fails >= next.failsNeeded}>{formatNumber(next.fails)}</Now>
            <td className={styles.number}>{formatNumber(next.failsNeeded)}</td>
          </tr>
        </tbody>
      </table>
      <p>
        <Trans>
          “At least” is the lower end of the 95% interval. All have to hold at once, when the number is
          reached.
        </Trans>
      </p>
    </>
  )
}

function Criterion({ criterion: { id, value, low, threshold, isPassed } }: { criterion: TrustCriterion }) {
  const now = id === 'fail-recall' ? value : low
  const shown = (one: number) => (id === 'ac1' ? formatNumber(one, 2) : formatShare(one))
  return (
    <tr>
      <th scope="row">{criterionWords[id]}</th>
      <Now isPassed={isPassed}>{now === null ? t`told at the test` : shown(now)}</Now>
      <td className={styles.number}>{shown(threshold)}</td>
    </tr>
  )
}

function Now({ isPassed, children }: { isPassed: boolean; children: string }) {
  return (
    <td className={`${styles.number} ${isPassed ? styles.good : styles.open}`}>
      {children}
      {isPassed ? ' ✓' : ''}
    </td>
  )
}
