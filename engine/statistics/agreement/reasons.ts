import type { Coefficient } from './types.ts'
import type { RatingsTable } from './ratings-table.ts'

/** Why a coefficient has no value, each in one sentence. */
export const reasons = {
  tooFewItems: 'Fewer than two items were rated by at least two raters.',
  tooFewComplete: 'Fewer than two items were rated by every rater.',
  oneAnswer: 'All ratings are the same, so agreement cannot be told from chance.',
  noOrder: 'It needs an order of the answers, and a nominal scale has none.',
  unknownOrder: 'It needs an order of the answers, and these are words whose order is not known.',
  noNumbers: 'It needs numbers, and the answers are words.',
  noDistances: 'It needs numbers on an interval or ratio scale.',
  noSpread: 'The items do not differ in their mean ratings, so there is nothing to tell apart reliably.',
  notSteppable:
    'The raters differ so much more than the items that the reliability of a mean is not defined.',
  notTwoRaters: (raters: number) => `It is for two raters, and there are ${raters}.`,
}

export function without(reason: string): Coefficient {
  return { value: null, reason }
}

/** Why a table has no positions. */
export function missingPositions({ scale }: RatingsTable): string {
  if (scale === 'nominal') return reasons.noOrder
  return scale === 'ordinal' ? reasons.unknownOrder : reasons.noNumbers
}
