import { describe, expect, it } from 'vitest'
import {
  centralInterval,
  expectedExcess,
  momentsOf,
  pooledWithinVariance,
  shrinkMeans,
  shrinkShares,
} from '../../../engine/statistics/index.ts'
import { betaPosterior } from './beta-reference.ts'
import { evenEdges, gridOf } from '../../../engine/statistics/grid-prior.ts'
import { betaBinomialFit } from '../../../engine/statistics/share-shrinkage.ts'
import { strengthPosterior } from '../../../engine/statistics/strength-posterior.ts'
import { ratTumours } from './rat-tumours.ts'
import { randomFrom } from '../../bench/simulation/random.ts'

const schools = {
  effects: [28, 8, -3, 7, -1, 1, 18, 12],
  errors: [15, 10, 16, 11, 9, 11, 10, 18],
}

describe('eight schools (BDA3 section 5.5)', () => {
  const fit = shrinkMeans(
    schools.effects.map((mean, i) => ({ mean, variance: schools.errors[i]! ** 2 })),
    100,
  )

  // Table 5.3, from 200 draws, so that its own tails are uncertain by a few points.
  it.each([
    ['A', 0, [-2, 7, 10, 16, 31]],
    ['B', 1, [-5, 3, 8, 12, 23]],
    ['C', 2, [-11, 2, 7, 11, 19]],
    ['D', 3, [-7, 4, 8, 11, 21]],
    ['E', 4, [-9, 1, 5, 10, 18]],
    ['F', 5, [-7, 2, 6, 10, 28]],
    ['G', 6, [-1, 7, 10, 15, 26]],
    ['H', 7, [-6, 3, 8, 13, 33]],
  ] as const)('has the quantiles of Table 5.3 for school %s', (_, school, published) => {
    const posterior = fit.posteriors[school]!
    const [low, lower, median, upper, high] = [0.025, 0.25, 0.5, 0.75, 0.975].map((p) =>
      posterior.quantile(p),
    )
    expect(Math.abs(median! - published[2])).toBeLessThan(1.2)
    expect(Math.abs(lower! - published[1])).toBeLessThan(1.5)
    expect(Math.abs(upper! - published[3])).toBeLessThan(1.5)
    expect(Math.abs(low! - published[0])).toBeLessThan(3)
    expect(Math.abs(high! - published[4])).toBeLessThan(10)
  })

  it('centres on the pooled mean of about 8 and says that the prior is hierarchical', () => {
    expect(fit.basis).toBe('hierarchical')
    expect(fit.peerMean).toBeCloseTo(7.9, 0)
    expect(fit.betweenAgentSd).toBe(0)
  })
})

describe('batting averages (Efron & Morris, JASA 1975, Table 1)', () => {
  // Hits in the first 45 at bats and the average over the rest of the 1970 season, of 18 players.
  const hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7]
  const rest = [
    0.346, 0.298, 0.276, 0.222, 0.273, 0.27, 0.263, 0.21, 0.269, 0.23, 0.264, 0.256, 0.303, 0.264, 0.226,
    0.286, 0.316, 0.2,
  ]
  const jamesStein = [
    0.29, 0.286, 0.281, 0.277, 0.273, 0.273, 0.268, 0.264, 0.259, 0.259, 0.254, 0.254, 0.254, 0.254, 0.254,
    0.249, 0.244, 0.239,
  ]
  const variance = (0.2654 * 0.7346) / 45
  const fit = shrinkMeans(
    hits.map((count) => ({ mean: count / 45, variance })),
    variance * 45,
  )
  const means = fit.posteriors.map(({ mean }) => mean)
  const squaredError = (estimates: readonly number[]) =>
    estimates.reduce((sum, estimate, i) => sum + (estimate - rest[i]!) ** 2, 0)

  it('comes within a hundredth of the James-Stein estimate for every player', () => {
    means.forEach((mean, i) => expect(Math.abs(mean - jamesStein[i]!)).toBeLessThan(0.01))
  })

  it('predicts the rest of the season more than three times better than the raw averages (3.5 in the paper)', () => {
    expect(squaredError(hits.map((count) => count / 45)) / squaredError(means)).toBeGreaterThan(3)
  })

  it('does so with the beta-binomial model as well', () => {
    const shares = shrinkShares(hits.map((passes) => ({ n: 45, passes })))
    const estimates = shares.posteriors.map(({ mean }) => mean)
    expect(squaredError(hits.map((count) => count / 45)) / squaredError(estimates)).toBeGreaterThan(3)
  })
})

describe('rat tumours (BDA3 sections 5.1 and 5.3)', () => {
  const shares = ratTumours

  it('starts from the published data, whose historical rates have mean 0.136 and sd 0.103', () => {
    const rates = shares.slice(0, 70).map(({ n, passes }) => passes / n)
    const { mean, variance } = momentsOf({
      n: 70,
      sum: rates.reduce((sum, rate) => sum + rate, 0),
      sumOfSquares: rates.reduce((sum, rate) => sum + rate * rate, 0),
    })
    expect(mean).toBeCloseTo(0.136, 3)
    expect(Math.sqrt(variance!)).toBeCloseTo(0.103, 3)
  })

  it('finds the published posterior means of the prior, alpha 2.4 and beta 14.3', () => {
    const angles = gridOf(evenEdges(0, Math.PI / 2, 61))
    const likelihoods = new Float64Array(
      shares.flatMap(({ n, passes }) => {
        const logs = [...angles.midpoints].map(
          (angle) => 2 * (passes * Math.log(Math.sin(angle)) + (n - passes) * Math.log(Math.cos(angle))),
        )
        const largest = Math.max(...logs)
        return logs.map((log) => Math.exp(log - largest))
      }),
    )
    const { strengths, means, probabilities } = strengthPosterior(shares, angles, likelihoods, 3)
    let alpha = 0
    let beta = 0
    probabilities.forEach((probability, j) => {
      alpha += probability * strengths[j]! * means[j]!
      beta += probability * strengths[j]! * (1 - means[j]!)
    })
    expect(alpha).toBeCloseTo(2.4, 1)
    expect(Math.abs(beta - 14.3)).toBeLessThan(0.15)
  })

  it('puts the current experiment, 4 of 14, near the approximate 0.223 of section 5.1', () => {
    const current = betaBinomialFit(shares).posteriors.at(-1)!
    expect(Math.abs(current.mean - 0.223)).toBeLessThan(0.02)
    expect(Math.abs(current.standardDeviation - 0.083)).toBeLessThan(0.01)
  })

  it('learns the prior from the 71 experiments and stays near the beta-binomial answer', () => {
    const learnt = shrinkShares(shares)
    const bell = betaBinomialFit(shares)
    expect(learnt.basis).toBe('nonparametric')
    learnt.posteriors.forEach((posterior, i) => {
      expect(Math.abs(posterior.mean - bell.posteriors[i]!.mean)).toBeLessThan(0.03)
    })
  })
})

describe('how much the peers count', () => {
  it('takes a wide default worth one observation under five peers, and says so', () => {
    const fit = shrinkMeans(
      [
        { mean: 0, variance: 1 },
        { mean: 8, variance: 1 },
      ],
      4,
    )
    expect(fit.basis).toBe('wide-default')
    // Four observations against one: B = 1/5 toward the mean of 4.
    expect(fit.reliabilities).toEqual([0.8, 0.8])
    expect(fit.posteriors[0]!.mean).toBeCloseTo(0.8, 10)
  })

  it('takes Jeffreys’ prior for a share nobody else is there for, and one worth an observation around the others', () => {
    const { basis, posteriors, reliabilities } = shrinkShares([{ n: 8, passes: 6 }])
    const exact = betaPosterior(6.5, 2.5)
    expect(basis).toBe('wide-default')
    expect(posteriors[0]!.mean).toBeCloseTo(exact.mean, 3)
    for (const probability of [0.025, 0.5, 0.975])
      expect(posteriors[0]!.quantile(probability)).toBeCloseTo(exact.quantile(probability), 2)
    expect(reliabilities).toEqual([8 / 9])
    const beside = (passes: number) =>
      shrinkShares([{ n: 8, passes: 6 }, ...Array.from({ length: 3 }, () => ({ n: 400, passes }))])
    expect(beside(390).posteriors[0]!.mean).toBeGreaterThan(exact.mean + 0.01)
    expect(beside(80).posteriors[0]!.mean).toBeLessThan(exact.mean - 0.01)
  })

  // A beta prior around the common share has next to no weight on failing here, and says 1 to 1.
  it('says of 300 of 300 no more than they show, alone or among others who always pass', () => {
    const exact = betaPosterior(300.5, 0.5).quantile(0.025)
    for (const others of [0, 1, 3]) {
      const shares = Array.from({ length: 1 + others }, () => ({ n: 300, passes: 300 }))
      const { low, high } = centralInterval(shrinkShares(shares).posteriors[0]!)
      expect(low).toBeCloseTo(exact, 3)
      expect(high).toBeGreaterThan(0.9999)
    }
  })

  it('leaves a far-off agent alone and draws the fine ones together from 20 peers on', () => {
    const values = Array.from({ length: 29 }, (_, i) => ({ mean: (i % 5) * 0.1, variance: 0.04 }))
    const fit = shrinkMeans([...values, { mean: -4, variance: 0.04 }], 0.4)
    expect(fit.basis).toBe('nonparametric')
    expect(fit.posteriors.at(-1)!.mean).toBeCloseTo(-4, 0)
    const fine = fit.posteriors.slice(0, -1).map(({ mean }) => mean)
    expect(Math.max(...fine) - Math.min(...fine)).toBeLessThan(0.3)
  })

  it('knows agents with very many observations as sharply as their own figures', () => {
    const values = Array.from({ length: 40 }, (_, i) => ({ mean: i / 40, variance: 1e-8 }))
    shrinkMeans(values, 1).posteriors.forEach((posterior, i) => {
      expect(posterior.mean).toBeCloseTo(values[i]!.mean, 4)
      expect(posterior.standardDeviation).toBeCloseTo(1e-4, 4)
    })
    const shares = Array.from({ length: 40 }, (_, i) => ({ n: 1e6, passes: 1e6 * (0.5 + i / 100) }))
    shrinkShares(shares).posteriors.forEach((posterior, i) => {
      const share = shares[i]!.passes / 1e6
      expect(posterior.mean).toBeCloseTo(share, 4)
      const exact = betaPosterior(shares[i]!.passes, 1e6 - shares[i]!.passes)
      expect(posterior.standardDeviation).toBeCloseTo(exact.standardDeviation, 5)
    })
  })

  it('answers the same whatever the order and the unit', () => {
    const values = Array.from({ length: 25 }, (_, i) => ({
      mean: Math.sin(i * 7) * 3,
      variance: 0.2 + (i % 3),
    }))
    const forward = shrinkMeans(values, 2)
    const backward = shrinkMeans(values.toReversed(), 2)
    const inMillis = shrinkMeans(
      values.map(({ mean, variance }) => ({ mean: mean * 1000 + 5, variance: variance * 1e6 })),
      2e6,
    )
    forward.posteriors.forEach((posterior, i) => {
      expect(backward.posteriors.at(-1 - i)!.mean).toBeCloseTo(posterior.mean, 9)
      expect((inMillis.posteriors[i]!.mean - 5) / 1000).toBeCloseTo(posterior.mean, 6)
    })
  })
})

describe('what the ranking asks of a posterior', () => {
  it('has an expected excess and shortfall that differ by the distance of the mean', () => {
    const fit = shrinkMeans(
      Array.from({ length: 8 }, (_, i) => ({ mean: i, variance: 1 })),
      4,
    )
    for (const posterior of fit.posteriors) {
      const excess = expectedExcess(posterior, 3)
      expect(excess - posterior.expectedShortfall(3)).toBeCloseTo(posterior.mean - 3, 9)
      const { low, high } = centralInterval(posterior)
      expect(posterior.probabilityBelow(high) - posterior.probabilityBelow(low)).toBeCloseTo(0.95, 5)
    }
  })
})

describe('interval coverage in a small simulation', () => {
  it('holds the truth of 6 agents with 3 or 4 observations in 94 to 97 of 100 intervals, their spread estimated', () => {
    const random = randomFrom(6)
    let covered = 0
    const replications = 1500
    for (let run = 0; run < replications; run++) {
      const truths = Array.from({ length: 6 }, () => random.normal(10, 1))
      const samples = truths.map((truth) => {
        const seen = Array.from({ length: random.integer(3, 4) }, () => random.normal(truth, 2))
        return momentsOf({
          n: seen.length,
          sum: seen.reduce((sum, value) => sum + value, 0),
          sumOfSquares: seen.reduce((sum, value) => sum + value * value, 0),
        })
      })
      const { variance, degreesOfFreedom } = pooledWithinVariance(samples)
      const values = samples.map(({ n, mean }) => ({ mean: mean!, variance: variance! / n }))
      shrinkMeans(values, variance!, degreesOfFreedom).posteriors.forEach((posterior, i) => {
        const { low, high } = centralInterval(posterior)
        if (truths[i]! >= low && truths[i]! <= high) covered++
      })
    }
    expect(covered / (6 * replications)).toBeGreaterThan(0.94)
    expect(covered / (6 * replications)).toBeLessThan(0.97)
  })

  // The peers' own mean is as uncertain as their spread where 20 people have 3 to 12 observations each.
  it('holds the truth of 20 agents with 3-12 reviewed answers in 94 to 97 of 100 intervals', () => {
    const random = randomFrom(20)
    let covered = 0
    const replications = 400
    for (let run = 0; run < replications; run++) {
      const truths = Array.from({ length: 20 }, () => Math.min(0.99, random.normal(0.75, 0.08)))
      const shares = truths.map((truth) => {
        const n = random.integer(3, 12)
        return { n, passes: random.passes(n, truth) }
      })
      shrinkShares(shares).posteriors.forEach((posterior, i) => {
        const { low, high } = centralInterval(posterior)
        if (truths[i]! >= low && truths[i]! <= high) covered++
      })
    }
    expect(covered / (20 * replications)).toBeGreaterThan(0.94)
    expect(covered / (20 * replications)).toBeLessThan(0.97)
  })

  // Nearly everybody passes: the truth is near one end, where a beta prior around the common share covers 53 to 90 of 100.
  it.each([
    [0.75, 0.08, 3, 12],
    [0.97, 0.01, 30, 60],
    [0.97, 0.01, 200, 400],
    [0.992, 0.003, 30, 60],
    [0.992, 0.003, 200, 400],
  ])(
    'holds the truth of 1 to 4 agents around %d (sd %d) with %i-%i answers in 93 to 98 of 100 intervals',
    (mean, sd, fewest, most) => {
      const random = randomFrom(4)
      let covered = 0
      let all = 0
      for (let run = 0; run < 800; run++) {
        const truths = Array.from({ length: random.integer(1, 4) }, () =>
          Math.min(0.999, random.normal(mean, sd)),
        )
        const shares = truths.map((truth) => {
          const n = random.integer(fewest, most)
          return { n, passes: random.passes(n, truth) }
        })
        shrinkShares(shares).posteriors.forEach((posterior, i) => {
          const { low, high } = centralInterval(posterior)
          all++
          if (truths[i]! >= low && truths[i]! <= high) covered++
        })
      }
      expect(covered / all).toBeGreaterThan(0.93)
      expect(covered / all).toBeLessThan(0.98)
    },
  )

  // Nominal 95%; the bench measures the same with more replications and other truths.
  it.each([8, 20, 50])(
    'holds the truth of %i agents with 3-12 observations in 92 to 98 of 100 intervals',
    (agents) => {
      const random = randomFrom(agents)
      let covered = 0
      const replications = Math.ceil(2500 / agents)
      for (let run = 0; run < replications; run++) {
        const truths = Array.from({ length: agents }, () => random.normal(10, 1))
        const values = truths.map((truth) => {
          const n = random.integer(3, 12)
          return { mean: random.normal(truth, 2 / Math.sqrt(n)), variance: 4 / n }
        })
        shrinkMeans(values, 4).posteriors.forEach((posterior, i) => {
          const { low, high } = centralInterval(posterior)
          if (truths[i]! >= low && truths[i]! <= high) covered++
        })
      }
      const share = covered / (replications * agents)
      expect(share).toBeGreaterThan(0.92)
      expect(share).toBeLessThan(0.98)
    },
  )
})
