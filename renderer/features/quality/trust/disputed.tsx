import type { TrustedQuestion } from '../../../../shared/contract/trust.ts'
import { countOf, formatInterval, formatNumber, formatShare } from '../../../ui/format.ts'
import styles from './trust.module.css'

/** What disputes showed of a scorer: of answers it filled in, and of people's that it was compared with. */
export function Disputed({ question: { disputed, correctedReferences } }: { question: TrustedQuestion }) {
  const { given, decided, overturned, errors, rate } = disputed
  if (given === 0 && correctedReferences === 0)
    return <span className={styles.dim}>No answer it filled in counts yet.</span>
  return (
    <>
      {rate === null ? (
        <span className={styles.dim}>
          None of {countOf(given, 'answer')} it filled in was disputed and decided.
        </span>
      ) : (
        <>
          {formatNumber(overturned)} of {countOf(decided, 'disputed answer')} overturned,{' '}
          {formatShare(rate.share)} ({formatInterval(rate.low, rate.high, 'share')})
          <p>
            {formatNumber(errors)} as wrong, of {formatNumber(given)} it filled in. What is disputed chose
            itself, so it enters no agreement; where it proves too many wrong even if all others are right,
            the scorer goes back a step.
          </p>
        </>
      )}
      {correctedReferences > 0 && (
        <p>
          {countOf(correctedReferences, 'blind answer')} of people overturned: the decision is compared
          instead.
        </p>
      )}
    </>
  )
}
