import { bootstrapValues } from './bootstrap.ts'
import { coefficientOf, shareOf, type PairedItems } from './coefficient.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { distanceDisagreement, plainDisagreement, type Disagreement } from './disagreement.ts'
import { pairDisagreement, type Estimator } from './estimator.ts'
import { intraclassCorrelations } from './intraclass.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'
import { patternsOf, type Patterns } from './patterns.ts'
import { GAP, type RatingsTable } from './ratings-table.ts'
import { missingPositions, reasons, without } from './reasons.ts'
import { wholeSample } from './sample.ts'
import { fleissKappa, gwetCoefficient, percentAgreement } from './several-raters.ts'
import type { Agreement, AgreementOptions, Coefficient } from './types.ts'

const RESAMPLES = 2000
const SEED = 1

/** Every coefficient of agreement of a table of ratings, each with a 95% interval or the reason why it has no value. */
export function agreementOf(table: RatingsTable, options: AgreementOptions = {}): Agreement {
  const patterns = patternsOf(table)
  const paired = pairedItems(patterns)
  const candidates = candidatesOf(table, patterns, paired, options)
  const estimators = Object.values(candidates).filter((candidate) => typeof candidate !== 'string')
  const draws = bootstrapValues(
    patterns,
    estimators.map(({ value }) => value),
    options.resamples ?? RESAMPLES,
    options.seed ?? SEED,
  )
  const settle = (candidate: Estimator | string): Coefficient => {
    if (typeof candidate === 'string') return without(candidate)
    const own = draws[estimators.indexOf(candidate)]!
    const settled = candidate === candidates.percentAgreement ? shareOf : coefficientOf
    return settled(candidate, own, patterns, paired)
  }
  return {
    n: table.cells.reduce((sum, cell) => sum + (cell === GAP ? 0 : 1), 0),
    raters: table.raterCount,
    items: table.itemCount,
    percentAgreement: settle(candidates.percentAgreement),
    cohenKappa: settle(candidates.cohenKappa),
    weightedKappa: settle(candidates.weightedKappa),
    fleissKappa: settle(candidates.fleissKappa),
    ac1: settle(candidates.ac1),
    ac2: settle(candidates.ac2),
    alpha: settle(candidates.alpha),
    ...intraclassCorrelations(table),
  }
}

type Name = 'percentAgreement' | 'cohenKappa' | 'weightedKappa' | 'fleissKappa' | 'ac1' | 'ac2' | 'alpha'

/** For each coefficient how it is worked out, or why it cannot be. */
function candidatesOf(
  table: RatingsTable,
  patterns: Patterns,
  paired: PairedItems,
  { weights = 'quadratic' }: AgreementOptions,
): Record<Name, Estimator | string> {
  const unordered = table.positions === null ? missingPositions(table) : null
  const distance = table.positions === null ? null : distanceDisagreement(table.positions, weights)
  const where = (make: () => Estimator | string) => (paired.count < 2 ? reasons.tooFewItems : make())
  const cohen = (disagreement: Disagreement | null) =>
    where(() => {
      if (table.raterCount !== 2) return reasons.notTwoRaters(table.raterCount)
      if (disagreement === null) return unordered ?? reasons.noOrder
      return cohenKappa(patterns, disagreement) ?? reasons.notTwoRaters(table.raterCount)
    })
  const gwet = (disagreement: Disagreement | null) =>
    where(() => {
      if (disagreement === null) return unordered ?? reasons.noOrder
      return patterns.categoryCount < 2 ? reasons.oneAnswer : gwetCoefficient(patterns, disagreement)
    })
  return {
    percentAgreement: where(() => percentAgreement(patterns, plainDisagreement)),
    cohenKappa: cohen(plainDisagreement),
    weightedKappa: cohen(distance),
    fleissKappa: where(() => fleissKappa(patterns, plainDisagreement)),
    ac1: gwet(plainDisagreement),
    ac2: gwet(distance),
    alpha: where(() => krippendorffAlpha(table, patterns) ?? unordered ?? reasons.noOrder),
  }
}

function pairedItems(patterns: Patterns): PairedItems {
  const sample = wholeSample(patterns)
  const each = pairDisagreement(patterns, plainDisagreement).filter((_, at) => patterns.ratings[at]! > 1)
  return {
    count: sample.twice,
    share: percentAgreement(patterns, plainDisagreement).value(sample),
    isEven: each.every((own) => Math.abs(own - each[0]!) < 1e-12),
  }
}
