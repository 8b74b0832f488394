import { describe, expect, it } from 'vitest'
import { leniencyDrift, reviewerSeverity } from '../../../../engine/statistics/index.ts'
import { linkReviewers, type ReviewerScore } from '../../../../engine/statistics/quality/reviewer-links.ts'
import { symmetricEigen } from '../../../../engine/statistics/quality/symmetric-eigen.ts'
import { randomFrom, type Random } from '../../../bench/simulation/random.ts'
import { penicillin } from './penicillin.ts'

const effectOf = (estimate: ReturnType<typeof reviewerSeverity>, reviewerId: string) =>
  estimate.reviewers.find((reviewer) => reviewer.reviewerId === reviewerId)!

describe('eigenvectors of a symmetric matrix', () => {
  it('are those of a matrix worked out by hand', () => {
    const { values, vectors } = symmetricEigen([Float64Array.of(2, 1), Float64Array.of(1, 2)])
    const sorted = values
      .map((value, i) => ({ value, vector: vectors[i]! }))
      .toSorted((a, b) => a.value - b.value)
    expect(sorted.map(({ value }) => value)[0]).toBeCloseTo(1, 12)
    expect(sorted[1]!.value).toBeCloseTo(3, 12)
    expect(Math.abs(sorted[1]!.vector[0]!)).toBeCloseTo(Math.SQRT1_2, 12)
  })
})

describe('reviewers after agents', () => {
  it('reduce the sum of squares by 36.79 in the unbalanced 3 x 4 example of Searle, Linear Models 1971, chapter 7', () => {
    const cells: [string, string, number[]][] = [
      ['1', '1', [8, 13, 9]],
      ['1', '3', [12]],
      ['1', '4', [7, 11]],
      ['2', '1', [6, 12]],
      ['2', '2', [12, 14]],
      ['3', '2', [9, 7]],
      ['3', '3', [14, 16]],
      ['3', '4', [10, 14, 11, 13]],
    ]
    const scores = cells.flatMap(([agentId, reviewerId, values]) =>
      values.map((score) => ({ agentId, reviewerId, score })),
    )
    const linked = linkReviewers(scores)
    expect(linked.reviewerSquares).toBeCloseTo(36.7857, 4)
    expect(linked.residualFreedom).toBe(18 - 3 - 3)
    // total 2,316 less R(mean, agents, reviewers) = 2,188.5 + 36.7857
    expect(linked.residualSquares).toBeCloseTo(2316 - 2188.5 - 36.7857, 3)
  })
})

describe('severity of reviewers', () => {
  // Penicillin (Davies & Goldsmith 1972): 24 plates as agents, 6 samples as reviewers; REML fit published with lme4 (Bates et al.).
  const published = { A: 2.18706, B: -1.01048, C: 1.9379, D: -0.09689, E: -0.01384, F: -3.00374 }

  it('finds the variances published for the penicillin data', () => {
    const { residualVariance, reviewerVariance } = reviewerSeverity(penicillin)
    expect(residualVariance).toBeCloseTo(0.3024, 4)
    expect(reviewerVariance).toBeCloseTo(3.7311, 3)
  })

  it('finds the predictions published for the penicillin data, which hardly depend on how the spread is weighed', () => {
    const estimate = reviewerSeverity(penicillin)
    for (const [reviewerId, effect] of Object.entries(published)) {
      const found = effectOf(estimate, reviewerId)
      expect(found.effect!).toBeCloseTo(effect, 2)
      expect(found.low!).toBeLessThan(effect)
      expect(found.high!).toBeGreaterThan(effect)
    }
    expect(estimate.basis).toBe('hierarchical')
  })

  it('says that a reviewer who alone scores a team cannot be told apart from it', () => {
    const scores: ReviewerScore[] = ['a1', 'a2', 'a3'].flatMap((agentId) =>
      [0.6, 0.7, 0.65].map((score) => ({ agentId, reviewerId: 'kim', score })),
    )
    for (const agentId of ['b1', 'b2', 'b3'])
      for (const reviewerId of ['lee', 'max'])
        for (const noise of [-0.02, 0.03])
          scores.push({ agentId, reviewerId, score: (reviewerId === 'lee' ? 0.9 : 0.7) + noise })
    const estimate = reviewerSeverity(scores)
    expect(effectOf(estimate, 'kim')).toEqual({
      reviewerId: 'kim',
      n: 9,
      agents: 3,
      comparedWith: [],
      effect: null,
      low: null,
      high: null,
      reason:
        'Cannot be told apart from the agents: nobody else has scored any of this reviewer’s agents on this form.',
    })
    expect(effectOf(estimate, 'lee').comparedWith).toEqual(['max'])
    expect(effectOf(estimate, 'lee').low!).toBeGreaterThan(0)
    expect(estimate.agents.find(({ agentId }) => agentId === 'a1')!.adjustedMean).toBeNull()
    expect(estimate.basis).toBe('wide-default')
  })

  it('says that too little is there where every score is used up', () => {
    const scores = [
      { agentId: 'a', reviewerId: 'kim', score: 0.5 },
      { agentId: 'a', reviewerId: 'lee', score: 0.9 },
    ]
    expect(effectOf(reviewerSeverity(scores), 'kim').reason).toBe(
      'Too few evaluations to tell reviewers from chance.',
    )
    expect(reviewerSeverity([])).toMatchObject({ reviewers: [], agents: [], residualVariance: null })
  })

  it('moves nobody where reviewers agree', () => {
    const scores = ['a', 'b', 'c', 'd'].flatMap((agentId, i) =>
      ['kim', 'lee', 'max', 'pat', 'sam'].flatMap((reviewerId) =>
        [0, 0.1].map((noise) => ({ agentId, reviewerId, score: 0.5 + 0.1 * i + noise })),
      ),
    )
    const estimate = reviewerSeverity(scores)
    for (const { effect } of estimate.reviewers) expect(effect).toBeCloseTo(0, 9)
    for (const { mean, adjustedMean } of estimate.agents) expect(adjustedMean).toBeCloseTo(mean, 9)
  })
})

interface World {
  scores: (ReviewerScore & { at: number })[]
  effects: Map<string, number>
  levels: Map<string, number>
}

/** A world of agents scored 6 to 10 times, each by two or three of the reviewers; unbalanced. */
function world(random: Random, reviewerSd: number, driftOfFirst = 0): World {
  const reviewers = Array.from({ length: 8 }, (_, j) => `r${j}`)
  const effects = new Map(reviewers.map((id) => [id, random.normal(0, reviewerSd)]))
  const levels = new Map<string, number>()
  const scores: World['scores'] = []
  for (let i = 0; i < 40; i++) {
    const agentId = `a${i}`
    const level = random.normal(0.75, 0.08)
    levels.set(agentId, level)
    const own = Array.from({ length: random.integer(2, 3) }, () => reviewers[random.integer(0, 7)]!)
    const n = random.integer(6, 10)
    for (let k = 0; k < n; k++) {
      const reviewerId = own[random.integer(0, own.length - 1)]!
      const weeks = random.uniform() * 16
      const drift = reviewerId === 'r0' ? (driftOfFirst * (weeks - 8)) / 4 : 0
      const score = level + effects.get(reviewerId)! + drift + random.normal(0, 0.12)
      scores.push({ agentId, reviewerId, score, at: weeks * 7 * 86_400_000 })
    }
  }
  return { scores, effects, levels }
}

describe('severity in simulation', () => {
  function run(reviewerSd: number, runs: number) {
    const random = randomFrom(21)
    let covered = 0
    let intervals = 0
    let rawError = 0
    let adjustedError = 0
    for (let k = 0; k < runs; k++) {
      const { scores, effects, levels } = world(random, reviewerSd)
      const estimate = reviewerSeverity(scores)
      const present = estimate.reviewers.map(({ reviewerId }) => effects.get(reviewerId)!)
      const average = present.reduce((sum, effect) => sum + effect, 0) / present.length
      for (const { reviewerId, low, high } of estimate.reviewers) {
        const truth = effects.get(reviewerId)! - average
        intervals++
        if (low! <= truth && truth <= high!) covered++
      }
      for (const { agentId, mean, adjustedMean } of estimate.agents) {
        const truth = levels.get(agentId)! + average
        rawError += (mean - truth) ** 2
        adjustedError += (adjustedMean! - truth) ** 2
      }
    }
    return { coverage: covered / intervals, ratio: adjustedError / rawError }
  }

  it('holds the truth in 93% to 97% of intervals and takes a third off the error of agents where reviewers differ', () => {
    const { coverage, ratio } = run(0.08, 150)
    expect(coverage).toBeGreaterThan(0.93)
    expect(coverage).toBeLessThan(0.975)
    expect(ratio).toBeLessThan(0.67)
  })

  it('does hardly any harm where reviewers do not differ', () => {
    const { coverage, ratio } = run(0, 150)
    expect(coverage).toBeGreaterThan(0.93)
    expect(ratio).toBeLessThan(1.05)
  })
})

describe('leniency over time', () => {
  it('finds a reviewer who grows lenient, and covers the truth in simulation', () => {
    const random = randomFrom(31)
    let covered = 0
    let found = 0
    let quiet = 0
    let judged = 0
    const runs = 200
    for (let k = 0; k < runs; k++) {
      const drifts = leniencyDrift(world(random, 0.05, 0.05).scores)
      const first = drifts.find(({ reviewerId }) => reviewerId === 'r0')!
      if (first.low !== null) {
        judged++
        if (first.low <= 0.05 && 0.05 <= first.high!) covered++
        if (first.low > 0) found++
      }
      const still = leniencyDrift(world(random, 0.05).scores).filter(({ low }) => low !== null)
      quiet += still.filter(({ low, high }) => low! <= 0 && high! >= 0).length / still.length
    }
    expect(judged).toBeGreaterThan(150)
    expect(covered / judged).toBeGreaterThan(0.9)
    expect(found / judged).toBeGreaterThan(0.7)
    expect(quiet / runs).toBeGreaterThan(0.93)
  })

  it('says that too few are there', () => {
    const { scores } = world(randomFrom(41), 0.05)
    const few = leniencyDrift(scores.filter(({ at }) => at < 3 * 7 * 86_400_000))
    expect(few[0]).toMatchObject({
      perFourWeeks: null,
      reason: 'Too few to tell: 20 evaluations over four weeks are needed.',
    })
  })

  it('does not take agents who learn for reviewers who grow kind', () => {
    const { scores } = world(randomFrom(51), 0.05)
    const learning = scores.map((score) => ({
      ...score,
      score: score.score + (0.06 * score.at) / (28 * 86_400_000),
    }))
    const lenient = leniencyDrift(learning).filter(({ low }) => low !== null && low > 0)
    expect(lenient).toHaveLength(0)
  })
})
