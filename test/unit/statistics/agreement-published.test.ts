import { describe, expect, it } from 'vitest'
import { agreementOf, ratingsTable, type Answer, type Coefficient } from '../../../engine/statistics/index.ts'
import { cohenKappa } from '../../../engine/statistics/agreement/cohen-kappa.ts'
import {
  distanceDisagreement,
  plainDisagreement,
  type Disagreement,
} from '../../../engine/statistics/agreement/disagreement.ts'
import { krippendorffAlpha } from '../../../engine/statistics/agreement/krippendorff-alpha.ts'
import { patternsOf } from '../../../engine/statistics/agreement/patterns.ts'
import { wholeSample } from '../../../engine/statistics/agreement/sample.ts'
import { fleissKappa, gwetCoefficient } from '../../../engine/statistics/agreement/several-raters.ts'
import type { MeasurementScale } from '../../../engine/statistics/index.ts'
import {
  abstractors,
  cohen1968,
  couples,
  diagnoses,
  fourteenRaters,
  fromCounts,
  fromDistribution,
  krippendorff,
  mammograms,
  psychiatrists,
  shroutFleiss,
} from './published-ratings.ts'

function agreement(rows: Answer[][], scale: MeasurementScale, weights: 'quadratic' | 'linear' = 'quadratic') {
  return agreementOf(ratingsTable(rows, scale), { weights, resamples: 200 })
}

function patterns(rows: Answer[][], scale: MeasurementScale = 'ordinal') {
  const table = ratingsTable(rows, scale)
  return { table, patterns: patternsOf(table), positions: table.positions ?? new Float64Array() }
}

describe("Cohen's kappa", () => {
  it.each([
    ['Cohen 1968, table 1', cohen1968, 0.492, 3],
    ['abstractors, irrCAC', abstractors, 0.7964094, 7],
    ['diagnoses, irrCAC', diagnoses, 0.432, 3],
    ['mammograms, Stata', mammograms, 0.4728, 4],
    ['couples, vcd', couples, 0.1293, 4],
  ])('is that of %s', (_, counts, kappa, digits) => {
    expect(agreement(fromCounts(counts), 'nominal').cohenKappa.value).toBeCloseTo(kappa, digits)
  })

  it('has the standard errors of irrCAC, which divides by n where we divide by n - 1', () => {
    const { patterns: three } = patterns(fromCounts(abstractors))
    expect(cohenKappa(three, plainDisagreement)!.standardError() * Math.sqrt(99 / 100)).toBeCloseTo(
      0.05891072,
      7,
    )
    const { patterns: four, positions } = patterns(fromCounts(diagnoses))
    expect(cohenKappa(four, plainDisagreement)!.standardError()).toBeCloseTo(0.046, 3)
    expect(cohenKappa(four, distanceDisagreement(positions, 'linear'))!.standardError()).toBeCloseTo(0.053, 2)
    expect(cohenKappa(four, distanceDisagreement(positions, 'quadratic'))!.standardError()).toBeCloseTo(
      0.066,
      3,
    )
  })
})

describe('weighted kappa', () => {
  it('is that of Cohen 1968, with his own weights of the disagreements', () => {
    const weights = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ]
    const own: Disagreement = {
      of: (a, b) => weights[a]![b]!,
      between: (p, q) =>
        weights.reduce((sum, row, a) => row.reduce((all, w, b) => all + w * p[a]! * q[b]!, sum), 0),
    }
    const { patterns: cases } = patterns(fromCounts(cohen1968))
    expect(cohenKappa(cases, own)!.value(wholeSample(cases))).toBeCloseTo(0.348, 3)
  })

  it.each([
    ['abstractors, irrCAC', abstractors, 'linear', 0.843, 3],
    ['abstractors, irrCAC', abstractors, 'quadratic', 0.892, 3],
    ['diagnoses, irrCAC', diagnoses, 'linear', 0.407, 3],
    ['diagnoses, irrCAC', diagnoses, 'quadratic', 0.383, 3],
    ['couples, vcd', couples, 'linear', 0.2374, 4],
    ['mammograms, Stata', mammograms, 'linear', 0.5684, 4],
    ['mammograms, Stata', mammograms, 'quadratic', 0.6714, 4],
  ] as const)('of %s (%#) with %j weights', (_, counts, weights, kappa, digits) => {
    const rows = fromCounts(counts)
    expect(agreement(rows, 'ordinal', weights).weightedKappa.value).toBeCloseTo(kappa, digits)
  })
})

describe("Fleiss' kappa", () => {
  it.each([
    ['the first 15 patients of Fleiss 1971, irrCAC', fromDistribution(psychiatrists), 0.4139265, 7],
    ['Wikipedia', fromDistribution(fourteenRaters), 0.21, 3],
    ['raters with gaps, irrCAC', krippendorff, 0.76117, 5],
  ])('is that of %s', (_, rows, kappa, digits) => {
    expect(agreement(rows, 'nominal').fleissKappa.value).toBeCloseTo(kappa, digits)
  })

  it('has the standard errors of irrCAC', () => {
    const { patterns: complete } = patterns(fromDistribution(psychiatrists))
    const { patterns: withGaps } = patterns(krippendorff)
    expect(fleissKappa(complete, plainDisagreement).standardError()).toBeCloseTo(0.08119291, 7)
    expect(fleissKappa(withGaps, plainDisagreement).standardError()).toBeCloseTo(0.15302, 5)
  })
})

describe("Gwet's coefficients", () => {
  it.each([
    ['abstractors, irrCAC', fromCounts(abstractors), 0.8493305, 7],
    ['the first 15 patients of Fleiss 1971, irrCAC', fromDistribution(psychiatrists), 0.4448007, 7],
    ['raters with gaps, irrCAC', krippendorff, 0.77544, 5],
  ])('AC1 is that of %s', (_, rows, ac1, digits) => {
    expect(agreement(rows, 'nominal').ac1.value).toBeCloseTo(ac1, digits)
  })

  it.each([
    ['linear', 0.859],
    ['quadratic', 0.914],
  ] as const)('AC2 with %s weights is that of irrCAC, gaps included', (weights, ac2) => {
    expect(agreement(krippendorff, 'ordinal', weights).ac2.value).toBeCloseTo(ac2, 3)
  })

  it('has the standard errors of irrCAC', () => {
    const { patterns: raters, positions } = patterns(krippendorff)
    const { patterns: complete } = patterns(fromDistribution(psychiatrists))
    const quadratic = distanceDisagreement(positions, 'quadratic')
    expect(gwetCoefficient(raters, plainDisagreement).standardError()).toBeCloseTo(0.14295, 5)
    expect(gwetCoefficient(raters, quadratic).standardError()).toBeCloseTo(0.104, 3)
    expect(gwetCoefficient(complete, plainDisagreement).standardError()).toBeCloseTo(0.08418757, 7)
  })
})

describe("Krippendorff's alpha", () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('of a %s scale is that of Krippendorff 2011', (scale, alpha) => {
    expect(agreement(krippendorff, scale).alpha.value).toBeCloseTo(alpha, 3)
  })

  it('is that of irrCAC for complete tables', () => {
    expect(agreement(fromDistribution(psychiatrists), 'nominal').alpha.value).toBeCloseTo(0.4204384, 7)
    expect(agreement(fromCounts(abstractors), 'nominal').alpha.value).toBeCloseTo(0.7972585, 7)
  })

  it('has the standard errors of irrCAC', () => {
    const { table, patterns: complete } = patterns(fromCounts(abstractors), 'nominal')
    const error = krippendorffAlpha(table, complete)!.standardError()
    expect(error * Math.sqrt(99 / 100)).toBeCloseTo(0.05905473, 7)
    for (const [scale, error] of [
      ['interval', 0.129],
      ['ratio', 0.14],
    ] as const) {
      const gaps = patterns(krippendorff, scale)
      expect(krippendorffAlpha(gaps.table, gaps.patterns)!.standardError()).toBeCloseTo(error, 3)
    }
  })
})

describe('intraclass correlations', () => {
  // values: Shrout & Fleiss 1979, table 4; bounds: the R package psych on the same table
  it.each([
    ['icc1', 0.17, -0.133, 0.72],
    ['icc2', 0.29, 0.019, 0.76],
    ['icc3', 0.71, 0.342, 0.95],
    ['icc1k', 0.44, -0.884, 0.91],
    ['icc2k', 0.62, 0.071, 0.93],
    ['icc3k', 0.91, 0.676, 0.99],
  ] as const)('%s is that of Shrout & Fleiss', (form, value, low, high) => {
    const found = valued(agreement(shroutFleiss, 'interval')[form])
    expect(found.value).toBeCloseTo(value, 2)
    expect(found.low).toBeCloseTo(low, 3)
    expect(found.high).toBeCloseTo(high, 2)
  })
})

describe('the paradox of kappa', () => {
  it('85, 5, 5 and 5: raw agreement 90%, kappa 0.44, AC1 0.88', () => {
    const found = agreement(
      fromCounts([
        [85, 5],
        [5, 5],
      ]),
      'nominal',
    )
    expect(found.percentAgreement.value).toBeCloseTo(0.9, 12)
    expect(found.cohenKappa.value).toBeCloseTo(0.44, 2)
    expect(found.ac1.value).toBeCloseTo(0.88, 2)
  })

  it('96, 2, 2 and 0: raw agreement 96%, kappa -0.02, AC1 0.96', () => {
    const found = agreement(
      fromCounts([
        [96, 2],
        [2, 0],
      ]),
      'nominal',
    )
    expect(found.percentAgreement.value).toBeCloseTo(0.96, 12)
    expect(found.cohenKappa.value).toBeCloseTo(-0.02, 2)
    expect(found.ac1.value).toBeCloseTo(0.96, 2)
  })
})

function valued(coefficient: Coefficient) {
  if (coefficient.value === null) throw new Error(coefficient.reason)
  return coefficient
}
