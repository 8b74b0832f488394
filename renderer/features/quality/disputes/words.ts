import type { DisputeItem, ShownAnswer } from '../../../../shared/contract/disputes.ts'
import { countOf, formatValue } from '../../../ui/format.ts'

/** An answer in words, with what it scores where the words do not say so. */
export function answerWords({ text, score0to1, isNotApplicable }: ShownAnswer): string {
  if (isNotApplicable) return 'not applicable'
  const score = score0to1 === null ? null : formatValue(score0to1, 'score')
  if (text === null || text === '') return score ?? 'no answer'
  return score0to1 !== null && score0to1 > 0 && score0to1 < 1 ? `${text} · ${score}` : text
}

/** How much time there is, in words. */
export function timeLeftWords({ state, daysLeft }: Pick<DisputeItem, 'state' | 'daysLeft'>): string {
  if (daysLeft === null) return state === 'open' ? '–' : 'final'
  if (state !== 'open') return `${countOf(daysLeft, 'day')} for another round`
  if (daysLeft < 0) return `${countOf(-daysLeft, 'day')} late`
  return daysLeft === 0 ? 'today' : `${countOf(daysLeft, 'day')} left`
}

/** What became of it. */
export const stateWords: Record<DisputeItem['state'], string> = {
  open: 'Open',
  upheld: 'Answer stays',
  overturned: 'Overturned',
  withdrawn: 'Withdrawn',
}

/** Why an answer was overturned. */
export const faultWords = { reviewer: 'The reviewer was wrong', goodwill: 'Goodwill' } as const

/** A score, or that there is none. */
export function scoreText(score: number | null): string {
  return score === null ? 'no score' : formatValue(score, 'score')
}
