import { studentTQuantile } from '../student-t.ts'
import { clusteredMeat } from './clustered-meat.ts'
import { centredProducts, contactCount, type PairedSums } from './paired-sums.ts'
import { invertPositiveDefinite, sandwichDiagonal, timesVector } from './symmetric-matrix.ts'

const FEWEST_AGENTS = 10
const FEWEST_CONTACTS_WITHOUT_BETWEEN = 200
const NORMAL_95 = 1.959963984540054

/** A driver as the regression sees it: which way is better, and what its definition expects of it. */
export interface WeighedDriver {
  driverId: string
  /** -1 where less is better: the weight is then per unit less. A band's column holds the distance outside, with -1. */
  direction: 1 | -1
  /** Expected outcome points per unit in the good direction, and how sure that is; sd above 0. */
  prior: { value: number; sd: number }
  /** A weight surely under this is "no measurable link". */
  smallestWorthActing: number
  /** Set by the supervisor, overrules the estimate; null otherwise. */
  pinned: number | null
}

/** One agent's posterior means: of each driver, in order and unsigned (null unknown), and of the outcome. */
export interface AgentMeans {
  drivers: readonly (number | null)[]
  outcome: number
}

export interface WeightInput {
  drivers: readonly WeighedDriver[]
  /** One or several per agent and queue, sums over the drivers in the same order. */
  cells: readonly { agentId: string; queueId: string | null; sums: PairedSums }[]
  /** Used only under 200 paired contacts. */
  agentMeans: readonly AgentMeans[]
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

/** A question's default prior on a 0..1 outcome: 0.08 times its relative weight in its form, no surer than its own size. */
export function questionPrior(relativeWeight: number): { value: number; sd: number } {
  const value = 0.08 * relativeWeight
  return { value, sd: Math.max(value, 1e-6) }
}

interface Within {
  /** Centred products over all agents, signed, size x size with the outcome last. */
  products: Float64Array
  byAgent: Map<string, Float64Array>
  contacts: number
  degreesOfFreedom: number
}

function sumWithin({ drivers, cells }: WeightInput): Within {
  const size = drivers.length + 1
  const signs = [...drivers.map(({ direction }) => direction), 1]
  const products = new Float64Array(size * size)
  const byAgent = new Map<string, Float64Array>()
  let contacts = 0
  let degreesOfFreedom = 0
  for (const { agentId, sums } of merged(cells)) {
    const n = contactCount(sums)
    if (!(n > 1)) continue
    contacts += n
    degreesOfFreedom += n - 1
    const centred = centredProducts(sums)
    let own = byAgent.get(agentId)
    if (own === undefined) byAgent.set(agentId, (own = new Float64Array(size * size)))
    for (let at = 0; at < centred.length; at++) {
      const value = centred[at]! * signs[Math.floor(at / size)]! * signs[at % size]!
      own[at]! += value
      products[at]! += value
    }
  }
  return { products, byAgent, contacts, degreesOfFreedom }
}

/** Cells of one agent and queue (several weeks, say) are one group: their means are taken together. */
function merged(cells: WeightInput['cells']): { agentId: string; sums: PairedSums }[] {
  const groups = Map.groupBy(cells, ({ agentId, queueId }) => JSON.stringify([agentId, queueId]))
  return [...groups.values()].map((own) => {
    const first = own[0]!
    if (own.length === 1) return first
    const sums: PairedSums = {
      size: first.sums.size,
      counts: first.sums.counts.slice(),
      sums: first.sums.sums.slice(),
      products: first.sums.products.slice(),
    }
    for (const other of own.slice(1)) {
      for (let at = 0; at < sums.counts.length; at++) {
        sums.counts[at]! += other.sums.counts[at]!
        sums.sums[at]! += other.sums.sums[at]!
        sums.products[at]! += other.sums.products[at]!
      }
    }
    return { agentId: first.agentId, sums }
  })
}

/** Precision and weighted response that the regression between agents adds; its variance counts double. */
function betweenAgents(
  drivers: readonly WeighedDriver[],
  agentMeans: readonly AgentMeans[],
): { precision: Float64Array; response: Float64Array } | null {
  const p = drivers.length
  const count = agentMeans.length
  if (count < FEWEST_AGENTS) return null
  const outcomeMean = agentMeans.reduce((sum, { outcome }) => sum + outcome, 0) / count
  const outcomeSquares = agentMeans.reduce((sum, { outcome }) => sum + (outcome - outcomeMean) ** 2, 0)
  if (!(outcomeSquares > 0)) return null
  const means = drivers.map((_, j) => {
    const known = agentMeans.flatMap(({ drivers: values }) => values[j] ?? [])
    return known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length
  })
  const perVariance = 1 / (2 * (outcomeSquares / (count - 1)))
  const precision = new Float64Array(p * p)
  const response = new Float64Array(p)
  for (const { drivers: values, outcome } of agentMeans) {
    const deviations = drivers.map(({ direction }, j) => direction * ((values[j] ?? means[j]!) - means[j]!))
    for (let j = 0; j < p; j++) {
      response[j]! += deviations[j]! * (outcome - outcomeMean) * perVariance
      for (let k = 0; k < p; k++) precision[j * p + k]! += deviations[j]! * deviations[k]! * perVariance
    }
  }
  return { precision, response }
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

function linkOf(low: number, high: number, smallestWorthActing: number): WeightEstimate['link'] {
  if (high < smallestWorthActing) return 'none'
  return low > 0 ? 'measured' : 'too-few-to-tell'
}

/**
 * What each driver is worth: all drivers jointly on the outcome, within agents and queues, around their priors (methods 4):
 * w = (X'X/s2 + I/s0^2)^-1 (X'y/s2 + w0/s0^2). Standard errors clustered by agent in the sandwich form of that posterior
 * (CR1 in the middle, the prior's own precision beside it; Muller, Econometrica 2013), t with G - 1 degrees of
 * freedom. Under 10 agents, or where the outcome or the driver never varies within an agent's queue, the prior stands.
 */
export function estimateWeights(input: WeightInput): WeightEstimate[] {
  const { drivers } = input
  const p = drivers.length
  const size = p + 1
  const within = sumWithin(input)
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
  const between = contacts < FEWEST_CONTACTS_WITHOUT_BETWEEN ? betweenAgents(drivers, input.agentMeans) : null
  const degreesOfFreedom = Math.max(1, within.degreesOfFreedom - isVarying.filter(Boolean).length)
  let variance = outcomeSquares / within.degreesOfFreedom
  let weights = new Float64Array(p)
  let inverse = new Float64Array(p * p)
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
      meat[at] = meat[at]! / variance ** 2 + (between?.precision[at] ?? 0)
      if (j === k) meat[at]! += 1 / drivers[j]!.prior.sd ** 2
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
