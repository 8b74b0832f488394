import { t } from '@lingui/core/macro'
import { Tooltip } from '@mantine/core'
import type { DeskAnswer } from '../../../../shared/contract/reviews.ts'
import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import { percent } from '../words.ts'
import styles from './desk.module.css'

/** The share of the score that the question decides as the form stands. */
export function WeightTag({
  question,
  given,
  weight,
}: {
  question: ScorecardQuestion
  given: DeskAnswer | null
  /** 0..1; null where it decides nothing. */
  weight: number | null
}) {
  const words = weightWords(question, given, weight)
  return (
    <Tooltip label={words.label}>
      <span className={styles.weight} tabIndex={0}>
        {words.text}
      </span>
    </Tooltip>
  )
}

function weightWords(
  { type, isExcluded, isBonus, isCritical }: ScorecardQuestion,
  given: DeskAnswer | null,
  weight: number | null,
): { text: string; label: string } {
  const critical = isCritical ? t` It is critical: it also enters the critical score.` : ''
  if (type === 'text' || isExcluded) return { text: t`not scored`, label: t`Asked, but it does not count.` }
  if (given?.answer.isNotApplicable)
    return { text: t`does not apply`, label: t`Its share went to the questions that apply.` }
  if (weight === null || given === null)
    return {
      text: isCritical ? t`critical` : t({ message: 'open', context: 'question' }),
      label: t`Not answered yet.${critical}`,
    }
  const share = percent(weight)
  if (isBonus) return { text: t`bonus ${share}`, label: t`Adds on top of what can be reached.` }
  return {
    text: `${share}${isCritical ? t` · critical` : ''}`,
    label: t`Decides ${share} of the score among what is answered so far.${critical}`,
  }
}
