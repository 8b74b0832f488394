import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { TrustedQuestion } from '../../../../shared/contract/trust.ts'
import { formatInterval, formatNumber, formatShare } from '../../../ui/format.ts'
import styles from './trust.module.css'

const humans = ['pass', 'fail', 'not applicable'] as const
const automateds = ['pass', 'fail'] as const
const words = { pass: t`Passed`, fail: t`Failed`, 'not applicable': t`Not applicable` } as const

/** How often people and the scorer answered what, and which answers are not among these. */
export function ConfusionTable({ question }: { question: TrustedQuestion }) {
  const { confusion, ac1, failRecall, imported } = question
  const countIn = (human: string, automated: string) =>
    confusion.find((cell) => cell.human === human && cell.automated === automated)?.n ?? 0
  const rows = humans.filter(
    (human) => human !== 'not applicable' || automateds.some((automated) => countIn(human, automated) > 0),
  )
  return (
    <>
      <table className={styles.small}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>People said</Trans>
            </th>
            {automateds.map((automated) => (
              <th key={automated} scope="col" className={styles.number}>
                <Trans>Scorer: {words[automated].toLowerCase()}</Trans>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((human) => (
            <tr key={human}>
              <th scope="row">{words[human]}</th>
              {automateds.map((automated) => {
                const n = countIn(human, automated)
                return (
                  <td
                    key={automated}
                    className={styles.number}
                    data-agrees={human === automated || undefined}
                    data-errs={(human !== automated && n > 0) || undefined}
                  >
                    {formatNumber(n)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Trans>
          Answers counted; shares weigh each by its chance of being drawn.{' '}
          {failRecall === null
            ? t`People have failed nothing yet.`
            : t`Finds ${formatShare(failRecall.share)} (${formatInterval(failRecall.low, failRecall.high, 'share')}) of ${plural(failRecall.n, { one: '# fail', other: '# fails' })}.`}
          {ac1 !== null &&
            t` Agreement beyond chance (AC1): ${formatNumber(ac1.value, 2)}, at least ${formatNumber(ac1.low, 2)}.`}
        </Trans>
      </p>
      <LeftOut question={question} />
      {imported !== null && (
        <p>
          <Trans>
            Imported evaluations, selection unknown, decide nothing: {formatShare(imported.share)} (
            {formatInterval(imported.low, imported.high, 'share')}) of {formatNumber(imported.n)} agree.
          </Trans>
        </p>
      )}
    </>
  )
}

function LeftOut({ question: { leftOut } }: { question: TrustedQuestion }) {
  const parts = [
    leftOut.abstained > 0 && t`${formatNumber(leftOut.abstained)} the scorer left open`,
    leftOut.filledIn > 0 && t`${formatNumber(leftOut.filledIn)} filled in beforehand`,
    leftOut.notDrawn > 0 && t`${formatNumber(leftOut.notDrawn)} not drawn`,
    leftOut.otherVersion > 0 && t`${formatNumber(leftOut.otherVersion)} of another version`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : (
    <p>
      <Trans>Not counted: {parts.join(', ')}.</Trans>
    </p>
  )
}
