import { studentTQuantile } from '../student-t.ts'
import { betweenAgents, type AgentMeans, type BetweenAgents } from './between-agents.ts'
import { clusteredMeat } from './clustered-meat.ts'
import { invertPositiveDefinite, sandwichDiagonal, timesVector } from './symmetric-matrix.ts'
import { withinProducts, type WeightCell, type WithinProducts } from './within-products.ts'

/** Under this many agents the prior stands. */
export const FEWEST_AGENTS = 10
const FEWEST_CONTACTS_WITHOUT_BETWEEN = 200
/** Half of a 95% interval of a normal, in standard deviations. */
export const NORMAL_95 = 1.959963984540054

/** A driver as the regression sees it: which way is better, and what its definition expects of it. */
export interface WeighedDriver {
  driverId: string
  /**
   * -1 where less is better: the weight is then per unit less. A band's column holds the distance outside,
   * with -1.
   */
  direction: 1 | -1
  /** Expected outcome points per unit in the good direction, and how sure that is; sd above 0. */
  prior: { value: number; sd: number }
  /** A weight surely under this is "no measurable link". */
  smallestWorthActing: number
  /** Set by the supervisor, overrules the estimate; null otherwise. */
  pinned: number | null
}

export interface WeightInput {
  drivers: readonly WeighedDriver[]
  /** One or several per agent and queue, sums over the drivers in the same order. */
  cells: readonly WeightCell[]
  /** Asked for only under 200 paired contacts. */
  agentMeans: () => readonly AgentMeans[]
}

export interface WeightEstimate {
  driverId: string
  /** Outcome points per unit of improvement, with 95% interval. */
  value: number
  low: number
  high: number
  basis: 'within' | 'within+between' | 'prior' | 'pinned'
  /** 'too-few-to-tell': neither shown to matter nor shown not to; the prior carries it. */
  link: 'measured' | 'none' | 'too-few-to-tell'
  smallestWorthActing: number
  pairedContacts: number
  agents: number
}

/**
 * A question's default prior on a 0..1 outcome: 0.08 times its relative weight in its form, no surer than its
 * own size.
 */
export function questionPrior(relativeWeight: number): { value: number; sd: number } {
  const value = 0.08 * relativeWeight
  return { value, sd: Math.max(value, 1e-6) }
}

function residualSquares(products: Float64Array, weights: Float64Array): number {
  const p = weights.length
  const size = p + 1
  let squares = products[size * size - 1]!
  for (let j = 0; j < p; j++) {
    squares -= 2 * weights[j]! * products[j * size + p]!
    for (let k = 0; k < p; k++) squares += weights[j]! * weights[k]! * products[j * size + k]!
  }
  return Math.max(0, squares)
}

interface Solution {
  weights: Float64Array
  /** Inverse of the posterior precision, p x p. */
  inverse: Float64Array
  /** Residual variance of one contact. */
  variance: number
}

/** The joint posterior mean; residual variance and weights are brought to agree in a few passes. */
function solveAroundPriors(
  drivers: readonly WeighedDriver[],
  within: WithinProducts,
  between: BetweenAgents | null,
): Solution {
  const p = drivers.length
  const size = p + 1
  const { products } = within
  const outcomeSquares = products[size * size - 1]!
  const varying = drivers.filter((_, j) => products[j * size + j]! > 0).length
  const degreesOfFreedom = Math.max(1, within.degreesOfFreedom - varying)
  let variance = outcomeSquares / within.degreesOfFreedom
  let weights: Float64Array = new Float64Array(p)
  let inverse: Float64Array = new Float64Array(p * p)
  for (let pass = 0; pass < 4; pass++) {
    const precision = new Float64Array(p * p)
    const response = new Float64Array(p)
    for (let j = 0; j < p; j++) {
      const priorPrecision = 1 / drivers[j]!.prior.sd ** 2
      response[j] = products[j * size + p]! / variance + drivers[j]!.prior.value * priorPrecision
      response[j]! += between?.response[j] ?? 0
      for (let k = 0; k < p; k++) {
        precision[j * p + k] =
          products[j * size + k]! / variance +
          (j === k ? priorPrecision : 0) +
          (between?.precision[j * p + k] ?? 0)
      }
    }
    inverse = invertPositiveDefinite(precision, p)
    weights = timesVector(inverse, response)
    // A perfect fit would make everything certain; a billionth of the outcome's own variance is kept.
    variance = Math.max(
      residualSquares(products, weights) / degreesOfFreedom,
      (1e-9 * outcomeSquares) / within.degreesOfFreedom,
    )
  }
  return { weights, inverse, variance }
}

/** What an interval of a weight says of the link. */
export function linkOf(low: number, high: number, smallestWorthActing: number): WeightEstimate['link'] {
  if (high < smallestWorthActing) return 'none'
  return low > 0 ? 'measured' : 'too-few-to-tell'
}

/**
 * What each driver is worth: all drivers jointly on the outcome, within agents and queues, around their
 * priors (methods 4): w = (X'X/s2 + I/s0^2)^-1 (X'y/s2 + w0/s0^2). Standard errors clustered by agent in the
 * sandwich form of that posterior (CR1 in the middle, the prior's own precision beside it; Muller,
 * Econometrica 2013), t with G - 1 degrees of freedom. Under 10 agents, or where the outcome or the driver
 * never varies within an agent's queue, the prior stands.
 */
export function estimateWeights(input: WeightInput): WeightEstimate[] {
  const { drivers } = input
  const p = drivers.length
  const size = p + 1
  const directions = drivers.map(({ direction }) => direction)
  const within = withinProducts(input.cells, directions)
  const { products, byAgent, contacts } = within
  const agents = byAgent.size
  const report = (driver: WeighedDriver, value: number, reach: number, basis: WeightEstimate['basis']) => {
    const common = {
      driverId: driver.driverId,
      smallestWorthActing: driver.smallestWorthActing,
      pairedContacts: contacts,
      agents,
    }
    if (driver.pinned !== null) {
      const pinned = driver.pinned
      return {
        ...common,
        value: pinned,
        low: pinned,
        high: pinned,
        basis: 'pinned' as const,
        link: pinned > 0 ? ('measured' as const) : ('none' as const),
      }
    }
    const [low, high] = [value - reach, value + reach]
    const link = basis === 'prior' ? 'too-few-to-tell' : linkOf(low, high, driver.smallestWorthActing)
    return { ...common, value, low, high, basis, link }
  }
  const onPrior = (driver: WeighedDriver) =>
    report(driver, driver.prior.value, NORMAL_95 * driver.prior.sd, 'prior')
  const outcomeSquares = products[size * size - 1] ?? 0
  if (p === 0 || agents < FEWEST_AGENTS || !(outcomeSquares > 0)) return drivers.map(onPrior)

  const isVarying = drivers.map((_, j) => products[j * size + j]! > 0)
  const between =
    contacts < FEWEST_CONTACTS_WITHOUT_BETWEEN ? betweenAgents(directions, input.agentMeans()) : null
  const { weights, inverse, variance } = solveAroundPriors(drivers, within, between)

  const scores = [...byAgent.values()].map((own) => {
    const score = new Float64Array(p)
    for (let j = 0; j < p; j++) {
      score[j] = own[j * size + p]!
      for (let k = 0; k < p; k++) score[j]! -= own[j * size + k]! * weights[k]!
    }
    return score
  })
  const meat = clusteredMeat(scores, contacts, p)
  for (let j = 0; j < p; j++) {
    for (let k = 0; k < p; k++) {
      const at = j * p + k
      const prior = j === k ? 1 / drivers[j]!.prior.sd ** 2 : 0
      meat[at] = meat[at]! / variance ** 2 + (between?.precision[at] ?? 0) + prior
    }
  }
  const variances = sandwichDiagonal(inverse, meat, p)
  const t = studentTQuantile(0.975, agents - 1)
  return drivers.map((driver, j) => {
    const isInformedBetween = between !== null && between.precision[j * p + j]! > 0
    if (!isVarying[j] && !isInformedBetween) return onPrior(driver)
    const reach = t * Math.sqrt(Math.max(0, variances[j]!))
    return report(driver, weights[j]!, reach, between === null ? 'within' : 'within+between')
  })
}
