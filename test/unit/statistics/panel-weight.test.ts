import { describe, expect, it } from 'vitest'
import { panelWeight, type AgentWeek, type WeighedDriver } from '../../../engine/statistics/index.ts'
import { invertPositiveDefinite, timesVector } from '../../../engine/statistics/weights/symmetric-matrix.ts'
import { randomFrom } from '../../bench/simulation/random.ts'

const barelyAnyPrior: WeighedDriver = {
  driverId: 'adherence',
  direction: 1,
  prior: { value: 0, sd: 1e6 },
  smallestWorthActing: 0.01,
  pinned: null,
}

/** Agents and weeks with levels of their own, which the driver goes along with; some weeks may be missing. */
function panel(seed: number, effect: number, agents: number, weeks: number, missing = 0): AgentWeek[] {
  const random = randomFrom(seed)
  const ofAgents = Array.from({ length: agents }, () => random.normal(0, 0.2))
  const ofWeeks = Array.from({ length: weeks }, () => random.normal(0, 0.2))
  return ofAgents.flatMap((agent, a) =>
    ofWeeks.flatMap((week, w): AgentWeek[] => {
      const driver = 0.9 + agent - week + random.normal(0, 0.1)
      const outcome = 0.7 - 2 * agent + week + effect * driver + random.normal(0, 0.05)
      if (random.uniform() < missing) return []
      return [{ agentId: `a${a}`, week: w, driver, outcome, outcomes: 1 + random.integer(0, 4) }]
    }),
  )
}

/** Weighted least squares with a dummy for every agent and every week but the first. */
function byDummies(rows: readonly AgentWeek[]): number {
  const agents = [...new Set(rows.map(({ agentId }) => agentId))]
  const weeks = [...new Set(rows.map(({ week }) => week))]
  const size = 1 + agents.length + weeks.length - 1
  const crossed = new Float64Array(size * size)
  const response = new Float64Array(size)
  for (const row of rows) {
    const x = new Float64Array(size)
    x[0] = row.driver
    x[1 + agents.indexOf(row.agentId)] = 1
    const week = weeks.indexOf(row.week)
    if (week > 0) x[agents.length + week] = 1
    for (let i = 0; i < size; i++) {
      response[i]! += row.outcomes * x[i]! * row.outcome
      for (let j = 0; j < size; j++) crossed[i * size + j]! += row.outcomes * x[i]! * x[j]!
    }
  }
  return timesVector(invertPositiveDefinite(crossed, size), response)[0]!
}

describe('the weight of a driver of shifts', () => {
  it('is that of double demeaning in a balanced panel', () => {
    const rows = panel(3, 0.4, 12, 6).map((row) => ({ ...row, outcomes: 1 }))
    const mean = (of: readonly AgentWeek[], key: 'driver' | 'outcome') =>
      of.reduce((sum, row) => sum + row[key], 0) / of.length
    const left = (row: AgentWeek, key: 'driver' | 'outcome') =>
      row[key] -
      mean(
        rows.filter(({ agentId }) => agentId === row.agentId),
        key,
      ) -
      mean(
        rows.filter(({ week }) => week === row.week),
        key,
      ) +
      mean(rows, key)
    let [xx, xy] = [0, 0]
    for (const row of rows) {
      xx += left(row, 'driver') ** 2
      xy += left(row, 'driver') * left(row, 'outcome')
    }
    expect(panelWeight(barelyAnyPrior, rows).value).toBeCloseTo(xy / xx, 9)
  })

  it('is that of the regression with dummies in an unbalanced, weighted panel', () => {
    const rows = panel(4, 0.4, 14, 9, 0.4)
    expect(rows.length).toBeLessThan(14 * 9)
    expect(panelWeight(barelyAnyPrior, rows).value).toBeCloseTo(byDummies(rows), 8)
  })

  it('sees through good agents and bad weeks', () => {
    // raw, the outcome falls as the driver rises
    const rows = panel(5, 0.4, 40, 20, 0.2)
    const { value, low, high, basis, link, agents, pairedContacts } = panelWeight(barelyAnyPrior, rows)
    expect([basis, link, agents]).toEqual(['within', 'measured', 40])
    expect(pairedContacts).toBe(rows.reduce((sum, { outcomes }) => sum + outcomes, 0))
    expect(low).toBeLessThan(0.4)
    expect(high).toBeGreaterThan(0.4)
    expect(Math.abs(value - 0.4)).toBeLessThan(0.05)
  })

  it('is signed so that better is more, where less is better', () => {
    const rows = panel(6, -0.3, 30, 12)
    expect(panelWeight({ ...barelyAnyPrior, direction: -1 }, rows).value).toBeCloseTo(0.3, 1)
  })

  it('holds the truth in about 95 of 100', () => {
    let held = 0
    for (let seed = 0; seed < 200; seed++) {
      const { low, high } = panelWeight(barelyAnyPrior, panel(1000 + seed, 0.2, 20, 8, 0.2))
      if (low <= 0.2 && 0.2 <= high) held++
    }
    expect(held).toBeGreaterThan(180)
    expect(held).toBeLessThan(199)
  })

  it('leans on the prior where there is little, and rests on it where there is nothing', () => {
    const prior = { ...barelyAnyPrior, prior: { value: 0.1, sd: 0.1 } }
    const little = panelWeight(prior, panel(7, 3, 10, 3))
    const alone = panelWeight(barelyAnyPrior, panel(7, 3, 10, 3))
    expect(little.value).toBeGreaterThan(0.1)
    expect(little.value).toBeLessThan(alone.value)
    expect(panelWeight(prior, panel(8, 3, 9, 20))).toMatchObject({ basis: 'prior', value: 0.1 })
    const flat = panel(9, 0, 12, 5).map((row) => ({ ...row, driver: 1 }))
    expect(panelWeight(prior, flat).basis).toBe('prior')
    expect(panelWeight(prior, []).basis).toBe('prior')
  })
})
