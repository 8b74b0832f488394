import { plural, t } from '@lingui/core/macro'
import type { DisputeItem, ShownAnswer } from '../../../../shared/contract/disputes.ts'
import { formatValue } from '../../../ui/format.ts'

/** An answer in words, with what it scores where the words do not say so. */
export function answerWords({ text, score0to1, isNotApplicable }: ShownAnswer): string {
  if (isNotApplicable) return t`not applicable`
  const score = score0to1 === null ? null : formatValue(score0to1, 'score')
  if (text === null || text === '') return score ?? t`no answer`
  return score0to1 !== null && score0to1 > 0 && score0to1 < 1 ? `${text} · ${score}` : text
}

/** How much time there is, in words. */
export function timeLeftWords({ state, daysLeft }: Pick<DisputeItem, 'state' | 'daysLeft'>): string {
  if (daysLeft === null) return state === 'open' ? '–' : t`final`
  if (state !== 'open') return t`${plural(daysLeft, { one: '# day', other: '# days' })} for another round`
  if (daysLeft < 0) return t`${plural(-daysLeft, { one: '# day', other: '# days' })} late`
  return daysLeft === 0 ? t`today` : t`${plural(daysLeft, { one: '# day', other: '# days' })} left`
}

/** What became of it. */
export const stateWords: Record<DisputeItem['state'], string> = {
  open: t`Open`,
  upheld: t`Answer stays`,
  overturned: t`Overturned`,
  withdrawn: t`Withdrawn`,
}

/** Why an answer was overturned. */
export const faultWords = { reviewer: t`The reviewer was wrong`, goodwill: t`Goodwill` } as const

/** A score, or that there is none. */
export function scoreText(score: number | null): string {
  return score === null ? t`no score` : formatValue(score, 'score')
}
