import { studentTQuantile } from '../student-t.ts'
import { clusteredMeat } from './clustered-meat.ts'
import {
  FEWEST_AGENTS,
  linkOf,
  NORMAL_95,
  type WeighedDriver,
  type WeightEstimate,
} from './estimate-weights.ts'

/** One agent in one week: the driver and the mean outcome, and how many outcomes that is of (its weight). */
export interface AgentWeek {
  agentId: string
  week: number
  driver: number
  outcome: number
  outcomes: number
}

/** Numbers from 0 for keys, in the order they first come. */
function numbered(keys: readonly (string | number)[]): { codes: Int32Array; count: number } {
  const numbers = new Map<string | number, number>()
  const codes = Int32Array.from(keys, (key) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
  return { codes, count: numbers.size }
}

const MOST_ROUNDS = 500

/**
 * What is left of values after agents' and weeks' own (weighted) means: one grouping after the other until nothing moves (alternating projections; Guimaraes &
 * Portugal 2010), which for a balanced panel is double demeaning and done in one round.
 */
function withoutAgentsAndWeeks(
  values: readonly number[],
  weights: Float64Array,
  groupings: readonly { codes: Int32Array; count: number }[],
): Float64Array {
  const left = Float64Array.from(values)
  const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0
    for (const { codes, count } of groupings) {
      const sums = new Float64Array(count)
      const totals = new Float64Array(count)
      for (let i = 0; i < left.length; i++) {
        sums[codes[i]!]! += weights[i]! * left[i]!
        totals[codes[i]!]! += weights[i]!
      }
      for (let group = 0; group < count; group++) {
        sums[group]! /= totals[group]!
        moved = Math.max(moved, Math.abs(sums[group]!))
      }
      for (let i = 0; i < left.length; i++) left[i]! -= sums[codes[i]!]!
    }
    if (moved <= 1e-12 * scale) break
  }
  return left
}

/**
 * What a driver known by shifts and not by contacts is worth: the agent-week's mean outcome on the agent-week's driver, with effects of agents and of weeks
 * (two-way fixed effects; Wooldridge 2010, section 10.5), weighted by outcomes, around the driver's prior as in `estimateWeights`: good agents who also come on
 * time, and weeks in which everything goes wrong, do not pose as causes. Errors clustered by agent in the sandwich form of the posterior, t with one degree of
 * freedom less than agents. Under 10 agents, or where nothing varies within both, the prior stands. Rows with finite values and outcomes above 0.
 */
export function panelWeight(driver: WeighedDriver, rows: readonly AgentWeek[]): WeightEstimate {
  const agents = numbered(rows.map(({ agentId }) => agentId))
  const weeks = numbered(rows.map(({ week }) => week))
  const common = {
    driverId: driver.driverId,
    smallestWorthActing: driver.smallestWorthActing,
    pairedContacts: rows.reduce((sum, { outcomes }) => sum + outcomes, 0),
    agents: agents.count,
  }
  const { value: priorValue, sd } = driver.prior
  const onPrior = (): WeightEstimate => ({
    ...common,
    value: priorValue,
    low: priorValue - NORMAL_95 * sd,
    high: priorValue + NORMAL_95 * sd,
    basis: 'prior',
    link: 'too-few-to-tell',
  })
  const degreesOfFreedom = rows.length - (agents.count + weeks.count - 1) - 1
  if (agents.count < FEWEST_AGENTS || degreesOfFreedom < 1) return onPrior()

  const weights = Float64Array.from(rows, ({ outcomes }) => outcomes)
  const signed = rows.map((row) => driver.direction * row.driver)
  const groupings = [agents, weeks]
  const x = withoutAgentsAndWeeks(signed, weights, groupings)
  const y = withoutAgentsAndWeeks(
    rows.map(({ outcome }) => outcome),
    weights,
    groupings,
  )
  let [xx, xy, yy] = [0, 0, 0]
  let largest = 0
  for (let i = 0; i < rows.length; i++) {
    xx += weights[i]! * x[i]! * x[i]!
    xy += weights[i]! * x[i]! * y[i]!
    yy += weights[i]! * y[i]! * y[i]!
    largest += weights[i]! * signed[i]! * signed[i]!
  }
  if (!(xx > 1e-12 * largest) || !(yy > 0)) return onPrior()

  const priorPrecision = 1 / sd ** 2
  let variance = yy / degreesOfFreedom
  let [value, inverse] = [0, 0]
  for (let pass = 0; pass < 4; pass++) {
    inverse = 1 / (xx / variance + priorPrecision)
    value = inverse * (xy / variance + priorValue * priorPrecision)
    const squares = Math.max(0, yy - 2 * value * xy + value * value * xx)
    // a perfect fit would make everything certain
    variance = Math.max(squares, 1e-9 * yy) / degreesOfFreedom
  }
  const scores = Array.from({ length: agents.count }, () => new Float64Array(1))
  for (let i = 0; i < rows.length; i++)
    scores[agents.codes[i]!]![0]! += weights[i]! * x[i]! * (y[i]! - value * x[i]!)
  // agents' effects lie within the clusters and are not counted (Cameron & Miller 2015); weeks' are
  const meat = clusteredMeat(scores, rows.length, weeks.count)[0]!
  const reach =
    studentTQuantile(0.975, agents.count - 1) * inverse * Math.sqrt(meat / variance ** 2 + priorPrecision)
  const [low, high] = [value - reach, value + reach]
  return { ...common, value, low, high, basis: 'within', link: linkOf(low, high, driver.smallestWorthActing) }
}
