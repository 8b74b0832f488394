import { Plural, Trans } from '@lingui/react/macro'
import type { TrustedQuestion } from '../../../../shared/contract/trust.ts'
import { formatInterval, formatNumber, formatShare } from '../../../ui/format.ts'
import styles from './trust.module.css'

/** What disputes showed of a scorer: of answers it filled in, and of people's that it was compared with. */
export function Disputed({ question: { disputed, correctedReferences } }: { question: TrustedQuestion }) {
  const { given, decided, overturned, errors, rate } = disputed
  if (given === 0 && correctedReferences === 0)
    return (
      <span className={styles.dim}>
        <Trans>No answer it filled in counts yet.</Trans>
      </span>
    )
  return (
    <>
      {rate === null ? (
        <span className={styles.dim}>
          <Trans>
            None of <Plural value={given} one="# answer" other="# answers" /> it filled in was disputed and
            decided.
          </Trans>
        </span>
      ) : (
        <>
          <Trans>
            {formatNumber(overturned)} of{' '}
            <Plural value={decided} one="# disputed answer" other="# disputed answers" /> overturned,{' '}
            {formatShare(rate.share)} ({formatInterval(rate.low, rate.high, 'share')})
            <p>
              {formatNumber(errors)} as wrong, of {formatNumber(given)} it filled in. What is disputed chose
              itself, so it enters no agreement; where it proves too many wrong even if all others are right,
              the scorer goes back a step.
            </p>
          </Trans>
        </>
      )}
      {correctedReferences > 0 && (
        <p>
          <Trans>
            <Plural value={correctedReferences} one="# blind answer" other="# blind answers" /> of people
            overturned: the decision is compared instead.
          </Trans>
        </p>
      )}
    </>
  )
}
