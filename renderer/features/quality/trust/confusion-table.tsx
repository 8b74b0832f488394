import type { TrustedQuestion } from '../../../../shared/contract/trust.ts'
import { countOf, formatInterval, formatNumber, formatShare } from '../../../ui/format.ts'
import styles from './trust.module.css'

const humans = ['pass', 'fail', 'not applicable'] as const
const automateds = ['pass', 'fail'] as const
const words = { pass: 'Passed', fail: 'Failed', 'not applicable': 'Not applicable' } as const

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
            <th scope="col">People said</th>
            {automateds.map((automated) => (
              <th key={automated} scope="col" className={styles.number}>
                Scorer: {words[automated].toLowerCase()}
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
        Answers counted; shares weigh each by its chance of being drawn.{' '}
        {failRecall === null
          ? 'People have failed nothing yet.'
          : `Finds ${formatShare(failRecall.share)} (${formatInterval(failRecall.low, failRecall.high, 'share')}) of ${countOf(failRecall.n, 'fail')}.`}
        {ac1 !== null &&
          ` Agreement beyond chance (AC1): ${ac1.value.toFixed(2)}, at least ${ac1.low.toFixed(2)}.`}
      </p>
      <LeftOut question={question} />
      {imported !== null && (
        <p>
          Imported evaluations, selection unknown, decide nothing: {formatShare(imported.share)} (
          {formatInterval(imported.low, imported.high, 'share')}) of {formatNumber(imported.n)} agree.
        </p>
      )}
    </>
  )
}

function LeftOut({ question: { leftOut } }: { question: TrustedQuestion }) {
  const parts = [
    leftOut.abstained > 0 && `${formatNumber(leftOut.abstained)} the scorer left open`,
    leftOut.filledIn > 0 && `${formatNumber(leftOut.filledIn)} filled in beforehand`,
    leftOut.notDrawn > 0 && `${formatNumber(leftOut.notDrawn)} not drawn`,
    leftOut.otherVersion > 0 && `${formatNumber(leftOut.otherVersion)} of another version`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? null : <p>Not counted: {parts.join(', ')}.</p>
}
