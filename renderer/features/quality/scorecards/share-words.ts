import { t } from '@lingui/core/macro'
import { percent } from '../words.ts'
import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'

/** What a question decides of the score, in words: its effective share (0..1; null where it decides nothing). */
export function shareWords(
  { type, isExcluded, isBonus }: Pick<ScorecardQuestion, 'type' | 'isExcluded' | 'isBonus'>,
  weight: number | null,
): string {
  if (type === 'text' || isExcluded) return t`not scored`
  if (weight === null) return t`counts for nothing`
  const share = percent(weight)
  return isBonus ? t`bonus ${share}` : share
}
