import { plainDisagreement, type Disagreement } from './disagreement.ts'
import {
  disagreementWith,
  linearisedError,
  meanOverRatings,
  observedDisagreement,
  pairDisagreement,
  type Estimator,
} from './estimator.ts'
import type { Patterns } from './patterns.ts'
import { wholeSample } from './sample.ts'

/**
 * The share of pairs of ratings that agree, over items rated at least twice. For more than two raters: the mean of the items' own
 * shares (Fleiss 1971).
 */
export function percentAgreement(patterns: Patterns, disagreement: Disagreement): Estimator {
  const each = pairDisagreement(patterns, disagreement)
  return {
    value: (sample) => 1 - observedDisagreement(each, sample),
    chance: () => 1,
    standardError: () => Number.NaN,
  }
}

/**
 * Fleiss' kappa (1971): two ratings by chance are two draws from all ratings. Items may have different numbers of ratings; those
 * with one alone count for how often a category is chosen (Gwet 2014, 2.6).
 */
export function fleissKappa(patterns: Patterns, disagreement: Disagreement): Estimator {
  return chanceCorrected(patterns, disagreement, (prevalence) => ({
    expected: disagreement.between(prevalence, prevalence),
    plain: () => plainDisagreement.between(prevalence, prevalence),
    ofCategory: () => disagreementWith(prevalence, disagreement),
  }))
}

/**
 * Gwet's AC1 (2008), and AC2 with a disagreement that has distances (2014): chance agrees only on items that are hard to rate, so
 * that a rare answer does not make good agreement look bad.
 */
export function gwetCoefficient(patterns: Patterns, disagreement: Disagreement): Estimator {
  const q = patterns.categoryCount
  const ones = new Float64Array(q).fill(1)
  const scale = (q * q - disagreement.between(ones, ones)) / (q * (q - 1))
  return chanceCorrected(patterns, disagreement, (prevalence) => ({
    expected: 1 - scale * mixture(prevalence),
    plain: () => 1 - mixture(prevalence) / (q - 1),
    ofCategory: () => prevalence.map((share) => 1 - scale * (1 - share)),
  }))
}

function mixture(prevalence: Float64Array): number {
  let sum = 0
  for (const share of prevalence) sum += share * (1 - share)
  return sum
}

/** The disagreement chance makes of a distribution of answers, weighted and plain; `ofCategory` is the part of each of them. */
type Chance = (prevalence: Float64Array) => {
  expected: number
  plain(): number
  ofCategory(): Float64Array
}

function chanceCorrected(patterns: Patterns, disagreement: Disagreement, chance: Chance): Estimator {
  const each = pairDisagreement(patterns, disagreement)
  return {
    value(sample) {
      const { expected } = chance(sample.prevalence)
      return expected > 0 ? 1 - observedDisagreement(each, sample) / expected : Number.NaN
    },
    chance: () => chance(wholeSample(patterns).prevalence).plain(),
    standardError() {
      const sample = wholeSample(patterns)
      const { expected, ofCategory } = chance(sample.prevalence)
      const figures = ofCategory()
      const items = Array.from(each, (own, pattern) => ({
        own,
        chance: meanOverRatings(patterns, figures, pattern),
        weight: patterns.ratings[pattern]! < 2 ? 0 : patterns.itemCount / sample.twice,
      }))
      return linearisedError(patterns.counts, observedDisagreement(each, sample), expected, items)
    },
  }
}
