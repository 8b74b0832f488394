import { t } from '@lingui/core/macro'
import { Plural, Trans } from '@lingui/react/macro'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { TrustedQuestion } from '../../../../shared/contract/trust.ts'
import { IntervalLine } from '../../../charts/interval-line.tsx'
import { formatInterval, formatNumber, formatShare } from '../../../ui/format.ts'
import { Instant } from '../../../ui/time.tsx'
import { Ladder } from './ladder.tsx'
import styles from './trust.module.css'

/** From where agreement is drawn: less is not worth telling apart. */
export const agreementDomain = { low: 0.5, high: 1 }
export const LEAST_AGREEMENT = 0.8

/** A question with its step, how far people and the scorer agree, how much it answers, and what is missing. */
export function QuestionRow({
  question,
  isOpen,
  onToggle,
}: {
  question: TrustedQuestion
  isOpen: boolean
  onToggle(): void
}) {
  const { agreement, groups } = question
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  const leftOut = groups.filter(({ isExcluded }) => isExcluded)
  return (
    <tr className={styles.row}>
      <th scope="row">
        <button type="button" className={styles.question} aria-expanded={isOpen} onClick={onToggle}>
          <Chevron size={14} aria-hidden />
          <span>
            <span className={styles.title}>{question.title}</span>
            <span className={styles.dim}>
              {question.form} · {question.scorer}
            </span>
          </span>
        </button>
      </th>
      <td>
        <Ladder state={question.state} />
        {question.lost !== null ? (
          <span className={styles.lost}>
            <Trans>
              Lost trust <Instant at={question.lost.at} />. {question.lost.why}
            </Trans>
          </span>
        ) : (
          question.since !== null && (
            <span className={styles.dim}>
              <Trans>
                Since <Instant at={question.since} />
              </Trans>
            </span>
          )
        )}
      </td>
      <td>
        {agreement === null ? (
          <WithoutBlindAnswers imported={question.imported} />
        ) : (
          <div className={styles.plot}>
            <IntervalLine
              interval={{ ...agreement, value: agreement.share }}
              domain={agreementDomain}
              reference={LEAST_AGREEMENT}
              isMarked={agreement.low < LEAST_AGREEMENT}
            />
            <span className={styles.figures}>
              {formatShare(agreement.share)} ({formatInterval(agreement.low, agreement.high, 'share')})
              <span className={styles.dim}>
                <Plural value={agreement.n} one="# blind answer" other="# blind answers" />
              </span>
            </span>
          </div>
        )}
      </td>
      <td>
        <Automation question={question} />
      </td>
      <td>
        {question.missing}
        {question.ledBy !== null && question.next !== null && (
          <span className={styles.dim}>
            <Trans>{question.ledBy} fills in meanwhile.</Trans>
          </span>
        )}
        {leftOut.length > 0 && (
          <span className={styles.excluded}>
            <Trans> Not for {leftOut.map(({ value }) => value).join(', ')}.</Trans>
          </span>
        )}
      </td>
    </tr>
  )
}

function WithoutBlindAnswers({ imported }: Pick<TrustedQuestion, 'imported'>) {
  return (
    <span className={styles.dim}>
      <Trans>
        No blind answers yet
        {imported !== null &&
          t`; imported reviews, selection unknown: ${formatShare(imported.share)} of ${formatNumber(imported.n)} agree`}
      </Trans>
    </span>
  )
}

/** How much is answered automatically, never without how right it is. */
function Automation({ question: { automation, agreement } }: { question: TrustedQuestion }) {
  if (automation === null || automation.conversations === 0)
    return (
      <span className={styles.dim}>
        <Trans>Nothing read</Trans>
      </span>
    )
  return (
    <span className={styles.figures}>
      <Trans>
        {formatShare(automation.answered / automation.conversations)} answered
        <span className={styles.dim}>
          {agreement === null ? t`how right is not known` : t`${formatShare(agreement.share)} of them right`}
        </span>
      </Trans>
    </span>
  )
}
