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
  const critical = isCritical ? ' It is critical: it also enters the critical score.' : ''
  if (type === 'text' || isExcluded) return { text: 'not scored', label: 'Asked, but it does not count.' }
  if (given?.answer.isNotApplicable)
    return { text: 'does not apply', label: 'Its share went to the questions that apply.' }
  if (weight === null || given === null)
    return { text: isCritical ? 'critical' : 'open', label: `Not answered yet.${critical}` }
  const share = percent(weight)
  if (isBonus) return { text: `bonus ${share}`, label: 'Adds on top of what can be reached.' }
  return {
    text: `${share}${isCritical ? ' · critical' : ''}`,
    label: `Decides ${share} of the score among what is answered so far.${critical}`,
  }
}
