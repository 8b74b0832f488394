import { describe, expect, test } from 'vitest'
import {
  seededRandom,
  normalQuantile,
  varianceShares,
  type VarianceDesign,
  type VarianceShares,
} from '../../../../engine/statistics/index.ts'
import { hendersonByProjections } from './henderson-by-projections.ts'

function sharesOf(design: VarianceDesign, draws = 20): VarianceShares {
  const pieces = varianceShares(design, { draws })
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return piece.value!
  }
}

function variancesOf(design: VarianceDesign): Record<string, number> {
  return Object.fromEntries(sharesOf(design, 0).shares.map(({ source, variance }) => [source, variance]))
}

/** Observations as cells: `[agent, levels, values]`. */
function designOf(
  rows: readonly [agent: number, levels: number[], values: number[]][],
  teamOf: number[],
  factors: VarianceDesign['factors'] = [],
  siteOf = teamOf.map(() => 0),
): VarianceDesign {
  return {
    teamOf,
    siteOf,
    factors,
    cells: rows.map(([agent, levels, values]) => ({
      agent,
      levels,
      n: values.length,
      sum: values.reduce((sum, value) => sum + value, 0),
      sumOfSquares: values.reduce((sum, value) => sum + value * value, 0),
    })),
  }
}

/** Yield of dyestuff by batch (Davies & Goldsmith 1972; Box & Tiao 1973). */
const dyestuff = [
  [1545, 1440, 1440, 1520, 1580],
  [1540, 1555, 1490, 1560, 1495],
  [1595, 1550, 1605, 1510, 1560],
  [1445, 1440, 1595, 1465, 1545],
  [1595, 1630, 1515, 1635, 1625],
  [1520, 1455, 1450, 1480, 1445],
]

/** REML of a balanced one-way layout by maximising the restricted likelihood over a fine grid of ratios: a check, not a method of the product. */
function remlOneWay(groups: readonly number[][]): { between: number; within: number } {
  const all = groups.flat()
  const [k, m, n] = [groups.length, groups[0]!.length, all.length]
  const mean = all.reduce((sum, value) => sum + value, 0) / n
  let [between, within] = [0, 0]
  for (const group of groups) {
    const own = group.reduce((sum, value) => sum + value, 0) / m
    between += m * (own - mean) ** 2
    for (const value of group) within += (value - own) ** 2
  }
  let best = { likelihood: -Infinity, between: 0, within: 0 }
  for (let step = 0; step <= 40_000; step++) {
    const ratio = step / 10_000
    const residual = (within + between / (1 + m * ratio)) / (n - 1)
    const likelihood = -0.5 * ((n - 1) * Math.log(residual) + (k - 1) * Math.log(1 + m * ratio))
    if (likelihood > best.likelihood) best = { likelihood, between: ratio * residual, within: residual }
  }
  return best
}

describe('variance shares', () => {
  test('give the published components of the Dyestuff data, where moments and REML agree', () => {
    const own = variancesOf(
      designOf(
        dyestuff.map((values, batch) => [batch, [], values]),
        dyestuff.map(() => 0),
      ),
    )
    // Bates et al., lme4: variance between batches 1764, residual 2451
    expect(own['agent']).toBeCloseTo(1764.05, 2)
    expect(own['contact']).toBeCloseTo(2451.25, 2)
    const reml = remlOneWay(dyestuff)
    expect(reml.between).toBeCloseTo(1764.05, -1)
    expect(reml.within).toBeCloseTo(2451.25, -1)
  })

  test('give the published components of an unbalanced layout', () => {
    // Hemmerle & Hartley 1973, as SAS/STAT VARCOMP METHOD=TYPE1 gives them: a crossed, b and a*b within b random
    const rows: [number, number, number[]][] = [
      [0, 0, [237, 254, 246]],
      [0, 1, [178, 179]],
      [1, 0, [208, 178, 187]],
      [1, 1, [146, 145, 141]],
      [2, 0, [186, 183]],
      [2, 1, [142, 125, 136]],
    ]
    const own = variancesOf(
      designOf(
        rows.map(([a, , values], cell) => [cell, [a], values]),
        rows.map(([, b]) => b),
        [{ name: 'a', levels: 3 }],
      ),
    )
    expect(own['team']).toBeCloseTo(1448.37683, 4)
    expect(own['agent']).toBeCloseTo(27.42659, 4)
    expect(own['contact']).toBeCloseTo(78.63333, 4)
  })

  test('give the published components of a balanced nested layout', () => {
    // Calcium in turnip greens, Snedecor & Cochran 1967: plants, leaves, determinations
    const leaves: [plant: number, values: number[]][] = [
      [0, [3.28, 3.09]],
      [0, [3.52, 3.48]],
      [0, [2.88, 2.8]],
      [1, [2.46, 2.44]],
      [1, [1.87, 1.92]],
      [1, [2.19, 2.19]],
      [2, [2.77, 2.66]],
      [2, [3.74, 3.44]],
      [2, [2.55, 2.55]],
      [3, [3.78, 3.87]],
      [3, [4.07, 4.12]],
      [3, [3.31, 3.31]],
    ]
    const own = variancesOf(
      designOf(
        leaves.map(([, values], leaf) => [leaf, [], values]),
        leaves.map(([plant]) => plant),
      ),
    )
    expect(own['team']).toBeCloseTo(0.365223, 5)
    expect(own['agent']).toBeCloseTo(0.16106, 5)
    expect(own['contact']).toBeCloseTo(0.006655, 5)
  })

  test('agree with the method written out with whole matrices, on unbalanced layouts of every kind', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const random = seededRandom(seed)
      const whole = (count: number) => Math.floor(random() * count)
      const teamOf = Array.from({ length: 14 }, (_, agent) => (agent < 7 ? agent : whole(7)))
      const siteOf = [0, 0, 1, 1, 2, 2, whole(3)]
      const observations = Array.from({ length: 120 }, () => {
        const [agent, queue, reason] = [whole(14), whole(4), whole(3)]
        const value = agent * 0.3 + teamOf[agent]! * 0.5 + queue * 0.7 + 10 * random()
        return { agent, team: teamOf[agent]!, site: siteOf[teamOf[agent]!]!, queue, reason, value }
      })
      const own = variancesOf(
        designOf(
          observations.map(({ agent, queue, reason, value }) => [agent, [queue, reason], [value]]),
          teamOf,
          [
            { name: 'queue', levels: 4 },
            { name: 'reason', levels: 3 },
          ],
          siteOf,
        ),
      )
      const expected = hendersonByProjections(observations)
      for (const [source, variance] of Object.entries(expected))
        expect(own[source], `${source} of ${seed}`).toBeCloseTo(Math.max(0, variance), 6)
    }
  })

  test('set a negative component to 0 and say so; name what the data cannot tell', () => {
    const { shares, untold } = sharesOf(
      designOf(
        [
          [0, [], [1, 5]],
          [1, [], [5, 1]],
          [2, [], [1, 5]],
        ],
        [0, 0, 0],
      ),
    )
    expect(shares.find(({ source }) => source === 'agent')).toMatchObject({
      variance: 0,
      share: 0,
      isSetToZero: true,
    })
    expect(untold).toEqual(['team', 'site'])
  })

  test('hold the planted shares of agents and teams in most intervals', () => {
    let [agent, team, rounds] = [0, 0, 0]
    for (let seed = 1; seed <= 40; seed++) {
      const random = seededRandom(seed * 7919)
      const normal = () => normalQuantile(Math.min(0.999999, Math.max(0.000001, random())))
      const teams = Array.from({ length: 24 }, () => 0.5 * normal())
      const rows = Array.from({ length: 24 * 10 }, (_, one): [number, number[], number[]] => {
        const level = teams[Math.floor(one / 10)]! + 0.7 * normal()
        return [one, [], Array.from({ length: 6 + (one % 5) }, () => level + 2 * normal())]
      })
      const { shares } = sharesOf(
        designOf(
          rows,
          rows.map(([one]) => Math.floor(one / 10)),
        ),
        120,
      )
      const total = 0.25 + 0.49 + 4
      const holds = (source: string, truth: number) => {
        const { low, high } = shares.find((share) => share.source === source)!
        return low <= truth && truth <= high ? 1 : 0
      }
      agent += holds('agent', 0.49 / total)
      team += holds('team', 0.25 / total)
      rounds++
    }
    expect(agent / rounds).toBeGreaterThanOrEqual(0.85)
    expect(team / rounds).toBeGreaterThanOrEqual(0.8)
  })

  test('come out the same again, and null where nobody was observed twice', () => {
    const design = designOf(
      dyestuff.map((values, batch) => [batch, [], values]),
      [0, 0, 1, 1, 2, 2],
    )
    expect(sharesOf(design)).toEqual(sharesOf(design))
    const pieces = varianceShares(designOf([[0, [], [1]]], [0]))
    expect(pieces.next()).toEqual({ done: true, value: null })
  })
})
