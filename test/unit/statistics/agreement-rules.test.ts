import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agreementOf,
  confusionOf,
  marginalDifference,
  meanDifference,
  prevalenceOf,
  ratingsTable,
  recallOnFails,
  type Agreement,
  type Answer,
  type Coefficient,
  type MeasurementScale,
} from '../../../engine/statistics/index.ts'
import { distanceDisagreement } from '../../../engine/statistics/agreement/disagreement.ts'
import { fromCounts, krippendorff } from './published-ratings.ts'

const coefficients = [
  'percentAgreement',
  'cohenKappa',
  'weightedKappa',
  'fleissKappa',
  'ac1',
  'ac2',
  'alpha',
  'icc1',
  'icc2',
  'icc3',
  'icc1k',
  'icc2k',
  'icc3k',
] as const satisfies (keyof Agreement)[]

const quick = { resamples: 100 }

function agreement(rows: Answer[][], scale: MeasurementScale = 'nominal', order?: string[]) {
  return agreementOf(ratingsTable(rows, scale, order), quick)
}

/** Tables of two to four raters and one to five answers, gaps among them. */
const tables = fc
  .record({ raters: fc.integer({ min: 2, max: 4 }), answers: fc.integer({ min: 1, max: 5 }) })
  .chain(({ raters, answers }) =>
    fc.array(
      fc.array(fc.option(fc.integer({ min: 1, max: answers }), { freq: 5 }), {
        minLength: raters,
        maxLength: raters,
      }),
      { minLength: 2, maxLength: 25 },
    ),
  )
const scales = fc.constantFrom<MeasurementScale>('nominal', 'ordinal', 'interval', 'ratio')

describe('whatever the ratings', () => {
  it('each coefficient has a value within its interval and at most 1, or a sentence', () => {
    fc.assert(
      fc.property(tables, scales, (rows, scale) => {
        const found = agreement(rows, scale)
        for (const name of coefficients) {
          const coefficient = found[name]
          if (coefficient.value === null) expect(coefficient.reason).toMatch(/^[A-Z].*\.$/)
          else {
            const { value, low, high } = coefficient
            const isSound =
              [value, low, high].every(Number.isFinite) &&
              Math.max(value, high) <= 1 + 1e-12 &&
              low <= high + 1e-12
            expect({ name, value, low, high, isSound }).toMatchObject({ isSound: true })
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('the order of raters does not matter', () => {
    fc.assert(
      fc.property(tables, scales, (rows, scale) => {
        expectAlike(
          agreement(
            rows.map((row) => row.toReversed()),
            scale,
          ),
          agreement(rows, scale),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('on a nominal scale the names of answers do not matter', () => {
    const names = ['never', 'yes', 'almost', 'no', 'in part']
    fc.assert(
      fc.property(tables, (rows) => {
        const renamed = rows.map((row) => row.map((answer) => (answer === null ? null : names[answer - 1]!)))
        expectAlike(agreement(renamed), agreement(rows))
      }),
      { numRuns: 60 },
    )
  })

  it('turning an ordinal scale round changes nothing', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const turned = rows.map((row) => row.map((answer) => (answer === null ? null : -answer)))
        expectAlike(agreement(turned, 'ordinal'), agreement(rows, 'ordinal'))
      }),
      { numRuns: 60 },
    )
  })

  it('moving and stretching an interval scale changes nothing, stretching a ratio scale neither', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const each = (change: (answer: number) => number) =>
          rows.map((row) => row.map((answer) => (answer === null ? null : change(answer))))
        expectAlike(
          agreement(
            each((answer) => 7 + 2 * answer),
            'interval',
          ),
          agreement(rows, 'interval'),
        )
        expectAlike(
          agreement(
            each((answer) => 4 * answer),
            'ratio',
          ),
          agreement(rows, 'ratio'),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('the same seed gives the same intervals, another seed others', () => {
    const table = ratingsTable(krippendorff, 'ordinal')
    const interval = (seed: number) => agreementOf(table, { seed, resamples: 500 }).alpha
    expect(interval(5)).toEqual(interval(5))
    expect(interval(5)).not.toEqual(interval(6))
  })
})

describe('the same disagreement on every item', () => {
  // on each of six items one of three raters differs: no sample of them can tell how far that goes for others
  const one = agreement(
    Array.from({ length: 6 }, (_, item) => ['yes', 'yes', item % 2 === 0 ? 'no' : 'perhaps']),
  )
  // two raters who never agree
  const never = agreement(Array.from({ length: 9 }, (_, item) => [item, item + 1]))

  it.each(['ac1', 'fleissKappa', 'alpha'] as const)(
    'leaves %s an interval as the share of agreement has',
    (name) => {
      for (const { percentAgreement, [name]: coefficient } of [one, never]) {
        const [share, found] = [percentAgreement, coefficient].map(
          (given) => given as { low: number; high: number },
        )
        expect(found!.high - found!.low).toBeGreaterThan(share!.high - share!.low - 1e-9)
      }
    },
  )
})

describe('perfect agreement', () => {
  it('is 1 by every coefficient that is defined', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 30 }),
        scales,
        (truths, scale) => {
          fc.pre(new Set(truths).size > 1)
          const found = agreement(
            truths.map((truth) => [truth, truth]),
            scale,
          )
          for (const name of coefficients) {
            const { value } = found[name]
            if (value !== null) expect(Math.abs(1 - value)).toBeLessThan(1e-12)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('of few items is less certain than of many', () => {
    const low = (items: number) => {
      const { ac1 } = agreement(
        Array.from({ length: items }, (_, item) => (item % 2 ? ['y', 'y'] : ['n', 'n'])),
      )
      return ac1.value === null ? Number.NaN : ac1.low
    }
    // Wilson of 10 of 10 is 0.7225, of 100 of 100 0.9630; chance agrees on half
    expect(low(10)).toBeCloseTo(2 * 0.7225 - 1, 3)
    expect(low(100)).toBeCloseTo(2 * 0.963 - 1, 3)
  })

  it('on one answer alone tells nothing beyond chance, unless others were to be had', () => {
    const rows = Array.from({ length: 20 }, () => ['yes', 'yes'])
    expect(agreement(rows)).toMatchObject({
      percentAgreement: { value: 1 },
      cohenKappa: {
        value: null,
        reason: 'All ratings are the same, so agreement cannot be told from chance.',
      },
      fleissKappa: { value: null },
      ac1: { value: null },
      alpha: { value: null },
    })
    expect(agreement(rows, 'nominal', ['yes', 'no'])).toMatchObject({
      cohenKappa: { value: null },
      ac1: { value: 1 },
    })
  })
})

describe('where there is no value', () => {
  it('says so in one sentence each', () => {
    const words = [
      ['good', 'fair', 'good'],
      ['poor', 'poor', 'fair'],
    ]
    const order = 'It needs an order of the answers, and these are words whose order is not known.'
    expect(agreement(words, 'ordinal')).toMatchObject({
      cohenKappa: { value: null, reason: 'It is for two raters, and there are 3.' },
      ac2: { value: null, reason: order },
      alpha: { value: null, reason: order },
      icc1: { value: null, reason: 'It needs numbers on an interval or ratio scale.' },
    })
    expect(agreement(words, 'interval')).toMatchObject({
      ac2: { value: null, reason: 'It needs numbers, and the answers are words.' },
      icc3k: { value: null, reason: 'It needs numbers, and the answers are words.' },
    })
    expect(agreement(words).ac2).toEqual({
      value: null,
      reason: 'It needs an order of the answers, and a nominal scale has none.',
    })
    expect(agreement(words, 'ordinal', ['poor', 'fair', 'good']).ac2.value).not.toBeNull()
  })

  it('two items say next to nothing, and no interval goes further than agreement can', () => {
    const found = agreement([
      ['yes', 'no'],
      ['yes', 'yes'],
    ])
    expect(found).toMatchObject({
      fleissKappa: { value: expect.closeTo(-1 / 3, 10), low: -1, high: 1 },
      ac1: { value: expect.closeTo(0.2, 10), low: -1, high: 1 },
    })
  })

  it('with fewer than two items rated twice nothing has a value', () => {
    const found = agreement(
      [
        [1, 1],
        [2, null],
        [null, 3],
      ],
      'interval',
    )
    expect(found).toMatchObject({ n: 4, raters: 2, items: 3 })
    expect(coefficients.filter((name) => found[name].value !== null)).toEqual([])
    expect(agreement([])).toMatchObject({ n: 0, raters: 0, items: 0, alpha: { value: null } })
  })

  it('intraclass correlations use the items all raters rated', () => {
    const complete = agreement(
      [
        [1, 2],
        [3, 3],
        [5, 4],
      ],
      'interval',
    )
    const withGap = agreement(
      [
        [1, 2],
        [3, 3],
        [5, 4],
        [9, null],
      ],
      'interval',
    )
    expect(withGap.icc2).toEqual(complete.icc2)
  })
})

it('two nominal answers at once: alpha is what Scott and the correction for few ratings make of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
        minLength: 5,
        maxLength: 30,
      }),
      (rows) => {
        const { alpha, fleissKappa, n } = agreement(rows)
        fc.pre(alpha.value !== null)
        // for complete tables 1 - alpha = (1 - Scott's pi) (1 - 1 / n), and Fleiss' kappa of two raters is Scott's pi
        expect(1 - valueOf(alpha)).toBeCloseTo((1 - valueOf(fleissKappa)) * (1 - 1 / n), 10)
      },
    ),
  )
})

it('quadratic weighted kappa of two raters is near the intraclass correlation of absolute agreement (Fleiss & Cohen 1973)', () => {
  const rows = Array.from({ length: 400 }, (_, item) => [item % 7, (item % 7) + ((item * 5) % 3) - 1])
  const { weightedKappa, icc2 } = agreement(rows, 'interval')
  expect(weightedKappa.value).toBeCloseTo(icc2.value!, 2)
})

it('sums of distances are those of all pairs', () => {
  const positions = Float64Array.of(1, 2, 5, 11)
  const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(
      counts,
      counts,
      fc.constantFrom<'linear' | 'quadratic'>('linear', 'quadratic'),
      (p, q, weights) => {
        const disagreement = distanceDisagreement(positions, weights)
        const pairs = p.flatMap((one, a) => q.map((other, b) => one * other * disagreement.of(a, b)))
        const sum = pairs.reduce((all, pair) => all + pair, 0)
        expect(disagreement.between(Float64Array.from(p), Float64Array.from(q))).toBeCloseTo(sum, 9)
      },
    ),
  )
})

describe('beside the coefficients', () => {
  const rows = fromCounts([
    [96, 2],
    [2, 0],
  ]).map((row) => row.map((answer) => (answer === 1 ? 'pass' : 'fail')))
  const table = ratingsTable(rows, 'nominal')
  const pair = { rater: 1, reference: 0 }

  it('recall on fails is 0 of 2 where raw agreement is 96%', () => {
    const found = recallOnFails(table, pair, (answer) => answer === 'fail')
    expect(found).toMatchObject({ items: 2, found: 0, recall: { value: 0, low: 0 } })
    expect(found.recall.value === null ? null : found.recall.high).toBeCloseTo(0.6576, 4)
    expect(recallOnFails(table, pair, (answer) => answer === 'maybe').recall).toEqual({
      value: null,
      reason: 'The reference failed none of the items that both rated.',
    })
  })

  it('prevalence and confusion count what was said', () => {
    expect(prevalenceOf(table)).toEqual([
      { category: 'fail', ratings: 4, share: 0.02 },
      { category: 'pass', ratings: 196, share: 0.98 },
    ])
    expect(confusionOf(table, pair)).toEqual({
      items: 100,
      counts: [
        [0, 2],
        [2, 96],
      ],
    })
  })

  it('bias has a direction', () => {
    const grades = ratingsTable(
      [
        [1, 2],
        [2, 3],
        [3, 3],
        [4, 5],
        [5, null],
      ],
      'ordinal',
    )
    // differences 1, 1, 0, 1: mean 0.75, standard error 0.25, t(3) = 3.1824
    const mean = meanDifference(grades, pair)
    expect(mean.value).toBeCloseTo(0.75, 12)
    expect(mean.value === null ? null : mean.low).toBeCloseTo(0.75 - 3.1824 * 0.25, 4)
  })

  it('how much more often an answer is given is that of Bonett & Price 2012, as in the R package statpsych', () => {
    // ci.prop.ps(.05, 12, 4, 26, 6): 0.2548067 to 0.6251933
    const lenient = ratingsTable(
      fromCounts([
        [6, 4],
        [26, 12],
      ]),
      'nominal',
    )
    const more = marginalDifference(lenient, pair, (answer) => answer === '1')
    expect(more).toEqual({
      value: expect.closeTo(22 / 48, 12),
      low: expect.closeTo(0.2548067, 7),
      high: expect.closeTo(0.6251933, 7),
    })
    const turned = marginalDifference(lenient, { rater: 0, reference: 1 }, (answer) => answer === '1')
    expect(turned.value).toBeCloseTo(-22 / 48, 12)
  })
})

function expectAlike(found: Agreement, expected: Agreement): void {
  expect(coefficients.filter((name) => !isAlike(found[name], expected[name]))).toEqual([])
}

function isAlike(one: Coefficient, other: Coefficient): boolean {
  if (one.value === null || other.value === null) return isDeepStrictEqual(one, other)
  // far out, where little stands below the fraction, rounding grows with the figure
  return (['value', 'low', 'high'] as const).every(
    (part) => Math.abs(one[part] - other[part]) < 1e-8 * Math.max(1, Math.abs(other[part])),
  )
}

function valueOf({ value }: Coefficient): number {
  return value ?? Number.NaN
}
