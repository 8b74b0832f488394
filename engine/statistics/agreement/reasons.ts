import { t } from '#speech'
import type { Coefficient } from './types.ts'
import type { RatingsTable } from './ratings-table.ts'

/** Why a coefficient has no value, each in one sentence, in the language at hand. */
export const reasons = {
  get tooFewItems() {
    return t`Fewer than two items were rated by at least two raters.`
  },
  get tooFewComplete() {
    return t`Fewer than two items were rated by every rater.`
  },
  get oneAnswer() {
    return t`All ratings are the same, so agreement cannot be told from chance.`
  },
  get noOrder() {
    return t`It needs an order of the answers, and a nominal scale has none.`
  },
  get unknownOrder() {
    return t`It needs an order of the answers, and these are words whose order is not known.`
  },
  get noNumbers() {
    return t`It needs numbers, and the answers are words.`
  },
  get noDistances() {
    return t`It needs numbers on an interval or ratio scale.`
  },
  get noSpread() {
    return t`The items do not differ in their mean ratings, so there is nothing to tell apart reliably.`
  },
  get notSteppable() {
    return t`The raters differ so much more than the items that the reliability of a mean is not defined.`
  },
  notTwoRaters: (raters: number) => t`It is for two raters, and there are ${{ raters }}.`,
}

export function without(reason: string): Coefficient {
  return { value: null, reason }
}

/** Why a table has no positions. */
export function missingPositions({ scale }: RatingsTable): string {
  if (scale === 'nominal') return reasons.noOrder
  return scale === 'ordinal' ? reasons.unknownOrder : reasons.noNumbers
}
