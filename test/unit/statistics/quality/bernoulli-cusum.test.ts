import { describe, expect, it } from 'vitest'
import { designCusum, observe, quietCusum, runLength } from '../../../../engine/statistics/index.ts'
import { randomFrom, type Random } from '../../../bench/simulation/random.ts'

function simulatedRun(random: Random, design: ReturnType<typeof designCusum>, share: number): number {
  let state = quietCusum
  while (state.signalledAt === null) state = observe(state, random.uniform() < share, design)
  return state.signalledAt
}

function simulatedRunLength(design: ReturnType<typeof designCusum>, share: number, runs: number): number {
  const random = randomFrom(7)
  let sum = 0
  for (let run = 0; run < runs; run++) sum += simulatedRun(random, design, share)
  return sum / runs
}

describe('Bernoulli CUSUM', () => {
  it('adds the log-likelihood ratio, never falls under 0 and signals at its limit', () => {
    const design = { inControlShare: 0.1, outOfControlShare: 0.3, limit: 2 }
    const up = Math.log(3)
    const down = Math.log(0.7 / 0.9)
    const quiet = observe(quietCusum, false, design)
    expect(quiet).toEqual({ value: 0, observations: 1, signalledAt: null })
    const once = observe(quiet, true, design)
    expect(once.value).toBeCloseTo(up, 12)
    const less = observe(once, false, design)
    expect(less.value).toBeCloseTo(up + down, 12)
    const signal = observe(less, true, design)
    expect(signal).toEqual({ value: less.value + up, observations: 4, signalledAt: null })
    expect(observe(signal, true, design).signalledAt).toBe(5)
  })

  it('stays as it was once it has signalled, also after being stored', () => {
    const design = { inControlShare: 0.1, outOfControlShare: 0.5, limit: 1 }
    const signalled = observe(quietCusum, true, design)
    expect(signalled.signalledAt).toBe(1)
    const restored = JSON.parse(JSON.stringify(signalled)) as typeof signalled
    expect(observe(restored, false, design)).toEqual(signalled)
  })

  it('refuses shares that are not in order', () => {
    expect(() =>
      observe(quietCusum, true, { inControlShare: 0.3, outOfControlShare: 0.3, limit: 1 }),
    ).toThrow('0 < in control < out of control < 1')
  })
})

describe('run length of a Bernoulli CUSUM', () => {
  it('is worked out by hand where one event is enough: 1 / p', () => {
    const design = { inControlShare: 0.05, outOfControlShare: 0.2, limit: 0.5 }
    expect(runLength(design, 0.05)).toBeCloseTo(20, 9)
    expect(runLength(design, 0.25)).toBeCloseTo(4, 9)
  })

  it('is worked out by hand where two events at most one apart are needed', () => {
    // Steps +2 and -1 (p0 = 1/7, p1 = 4/7: ln 4 = 2 ln 2, ln(3/6) = -ln 2) and a limit of 3 units. From 0: L0 = 1 + p L2 + q L0,
    // L2 = 1 + q L1, L1 = 1 + q L0 (an event from 1 or 2 signals).
    const p = 1 / 7
    const q = 1 - p
    const byHand = (1 + p * (1 + q)) / (1 - q - p * q * q)
    const design = { inControlShare: p, outOfControlShare: 4 / 7, limit: 2.9 * Math.LN2 }
    expect(runLength(design, p)).toBeCloseTo(byHand, 8)
  })

  it('agrees with the Markov chain of the R package success (p0 = 0.4, odds doubled, h = 2.5: 209 with 100 cells)', () => {
    // tests/testthat/_snaps/bernoulli_ARL.md of github.com/d-gomon/success; a grid of 100 cells is an approximation.
    const design = { inControlShare: 0.4, outOfControlShare: 0.8 / 1.4, limit: 2.5 }
    expect(Math.abs(runLength(design, 0.4) / 209 - 1)).toBeLessThan(0.02)
  })

  it.each([
    [0.02, 0.2],
    [0.05, 0.2],
    [0.1, 0.2],
    [0.2, 0.3],
    [0.3, 0.5],
  ])('is 500 or little more in control, %f against %f, also when simulated', (inControl, outOfControl) => {
    const design = designCusum(inControl, outOfControl)
    expect(design.inControlRunLength).toBeGreaterThanOrEqual(500)
    expect(design.inControlRunLength).toBeLessThan(560)
    // 4,000 runs of an almost geometric length: standard error 1.6%
    const simulated = simulatedRunLength(design, inControl, 4000)
    expect(Math.abs(simulated / design.inControlRunLength - 1)).toBeLessThan(0.05)
  })

  it('is simulated and computed alike out of control', () => {
    const design = designCusum(0.05, 0.2)
    expect(Math.abs(simulatedRunLength(design, 0.25, 4000) / runLength(design, 0.25) - 1)).toBeLessThan(0.04)
  })

  it('has the least limit that keeps the run', () => {
    const design = designCusum(0.3, 0.5)
    const lower = { ...design, limit: design.limit * 0.98 }
    expect(runLength(lower, 0.3)).toBeLessThan(500)
  })
})
