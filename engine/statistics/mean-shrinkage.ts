import { cellPosterior } from './cell-posterior.ts'
import {
  gridOf,
  improvePrior,
  posteriorMasses,
  priorWithoutAgent,
  sharpPosterior,
  widthAt,
  type Grid,
} from './grid-prior.ts'
import { normalMixturePosterior } from './normal-mixture.ts'
import { pauleMandelVariance, type NoisyValue } from './paule-mandel.ts'
import { FEWEST_PEERS_FOR_A_FREE_PRIOR, FEWEST_PEERS_FOR_A_PRIOR, type PeerFit } from './peer-fit.ts'
import type { Posterior } from './posterior.ts'
import { centreGivenTau, tauPosterior, type TauPosterior } from './tau-posterior.ts'

const CELLS = 61
const NEGLIGIBLE_PROBABILITY = 1e-5

/** The share of each agent's own figure, averaged over tau. */
function reliabilityOver({ taus, probabilities }: TauPosterior, variance: number): number {
  let reliability = 0
  for (let j = 0; j < taus.length; j++) {
    const between = taus[j]! ** 2
    reliability += (probabilities[j]! * between) / (between + variance)
  }
  return reliability
}

/** The mixture over tau for one agent: mean B m + (1 - B) x, variance (1 - B) v + B^2 V_m per component. */
function mixtureOver(tau: TauPosterior, { mean, variance }: NoisyValue): Posterior {
  const kept: number[] = []
  tau.probabilities.forEach((probability, j) => {
    if (probability > NEGLIGIBLE_PROBABILITY) kept.push(j)
  })
  let total = 0
  for (const j of kept) total += tau.probabilities[j]!
  const weights = new Float64Array(kept.length)
  const means = new Float64Array(kept.length)
  const standardDeviations = new Float64Array(kept.length)
  kept.forEach((j, component) => {
    const shrinkage = variance / (variance + tau.taus[j]! ** 2)
    weights[component] = tau.probabilities[j]! / total
    means[component] = shrinkage * tau.centres[j]! + (1 - shrinkage) * mean
    standardDeviations[component] = Math.sqrt(
      (1 - shrinkage) * variance + shrinkage * shrinkage * tau.centreVariances[j]!,
    )
  })
  return normalMixturePosterior({ weights, means, standardDeviations })
}

function averageCentre({ probabilities, centres }: TauPosterior): number {
  let centre = 0
  for (let j = 0; j < centres.length; j++) centre += probabilities[j]! * centres[j]!
  return centre
}

/**
 * The hierarchical normal model integrated over the between-agent sd (BDA3 5.4). At least one value; sampling
 * variances above 0.
 */
export function hierarchicalFit(values: readonly NoisyValue[]): PeerFit {
  const tau = tauPosterior(values)
  return {
    basis: 'hierarchical',
    posteriors: values.map((value) => mixtureOver(tau, value)),
    reliabilities: values.map(({ variance }) => reliabilityOver(tau, variance)),
    peerMean: averageCentre(tau),
    betweenAgentSd: tau.pauleMandelSd,
  }
}

/**
 * Under five peers: a prior around their mean that is worth one observation (unit information, Kass &
 * Wasserman 1995), so that n observations are weighed n to 1.
 */
function wideDefaultFit(values: readonly NoisyValue[], oneObservationVariance: number): PeerFit {
  const { centre, centreVariance } = centreGivenTau(values, oneObservationVariance)
  const tau: TauPosterior = {
    taus: Float64Array.of(Math.sqrt(oneObservationVariance)),
    probabilities: Float64Array.of(1),
    centres: Float64Array.of(centre),
    centreVariances: Float64Array.of(centreVariance),
    pauleMandelSd: Math.sqrt(pauleMandelVariance(values)),
  }
  return {
    basis: 'wide-default',
    posteriors: values.map((value) => mixtureOver(tau, value)),
    reliabilities: values.map(({ variance }) => reliabilityOver(tau, variance)),
    peerMean: centre,
    betweenAgentSd: tau.pauleMandelSd,
  }
}

/**
 * Cells that reach as far as any agent's true value may plausibly lie, and are finest where most agents are.
 */
function gridFor(values: readonly NoisyValue[], tau: TauPosterior): Grid {
  const centre = averageCentre(tau)
  let cumulative = 0
  let widestTau = tau.taus[0]!
  for (let j = 0; j < tau.taus.length && cumulative < 0.975; j++) {
    cumulative += tau.probabilities[j]!
    widestTau = tau.taus[j]!
  }
  let low = centre - 3 * widestTau
  let high = centre + 3 * widestTau
  for (const { mean, variance } of values) {
    const shrinkage = variance / (variance + widestTau ** 2)
    const shrunk = shrinkage * centre + (1 - shrinkage) * mean
    const reach = 3 * Math.sqrt((1 - shrinkage) * variance)
    low = Math.min(low, shrunk - reach)
    high = Math.max(high, shrunk + reach)
  }
  const scale = 3 * widestTau
  const from = Math.asinh((low - centre) / scale)
  const to = Math.asinh((high - centre) / scale)
  const edges = new Float64Array(CELLS + 1)
  for (let g = 0; g <= CELLS; g++) edges[g] = centre + scale * Math.sinh(from + ((to - from) * g) / CELLS)
  return gridOf(edges)
}

function startMasses({ midpoints, widths }: Grid, tau: TauPosterior): Float64Array {
  const masses = new Float64Array(midpoints.length)
  for (let j = 0; j < tau.taus.length; j++) {
    if (tau.probabilities[j]! < NEGLIGIBLE_PROBABILITY) continue
    const between = tau.taus[j]! ** 2 + tau.centreVariances[j]!
    for (let g = 0; g < masses.length; g++) {
      const variance = between + widths[g]! ** 2 / 12
      const distance = midpoints[g]! - tau.centres[j]!
      const density = Math.exp((-0.5 * distance * distance) / variance) / Math.sqrt(variance)
      masses[g]! += tau.probabilities[j]! * density * widths[g]!
    }
  }
  let total = 0
  for (const mass of masses) total += mass
  return masses.map((mass) => mass / total)
}

/**
 * Normal likelihoods, agents x cells, each row scaled to a largest value of 1; a cell counts with its whole
 * width.
 */
function likelihoodsOn({ midpoints, widths }: Grid, values: readonly NoisyValue[]): Float64Array {
  const cells = midpoints.length
  const likelihoods = new Float64Array(values.length * cells)
  values.forEach(({ mean, variance }, i) => {
    let largest = -Infinity
    for (let g = 0; g < cells; g++) {
      const total = variance + widths[g]! ** 2 / 12
      const distance = mean - midpoints[g]!
      const log = -0.5 * ((distance * distance) / total + Math.log(total))
      likelihoods[i * cells + g] = log
      if (log > largest) largest = log
    }
    for (let g = 0; g < cells; g++) {
      likelihoods[i * cells + g] = Math.exp(likelihoods[i * cells + g]! - largest)
    }
  })
  return likelihoods
}

/** Twenty peers or more: the prior's shape is learnt from them, from the hierarchical mixture onwards. */
function nonparametricFit(values: readonly NoisyValue[]): PeerFit {
  const tau = tauPosterior(values)
  const grid = gridFor(values, tau)
  const likelihoods = likelihoodsOn(grid, values)
  const prior = improvePrior(startMasses(grid, tau), likelihoods)
  const shape = cellPosterior(grid.edges, prior)
  const priorVariance = shape.standardDeviation ** 2
  return {
    basis: 'nonparametric',
    posteriors: values.map(({ mean, variance }, i) => {
      const sd = Math.sqrt(variance)
      const others = priorWithoutAgent(prior, likelihoods, i)
      if (sd < 1.5 * widthAt(grid, mean)) {
        const sharp = sharpPosterior(grid, others, mean - 6 * sd, mean + 6 * sd, (value) => {
          return (-0.5 * (value - mean) ** 2) / variance
        })
        return cellPosterior(sharp.edges, sharp.masses)
      }
      return cellPosterior(grid.edges, posteriorMasses(others, likelihoods, i))
    }),
    reliabilities: values.map(({ variance }) => priorVariance / (priorVariance + variance)),
    peerMean: shape.mean,
    betweenAgentSd: tau.pauleMandelSd,
  }
}

/** A variance of 0 would make an agent infinitely sure; a millionth of the values' own scale stands in. */
function withoutZeroVariances(values: readonly NoisyValue[]): NoisyValue[] {
  let low = Infinity
  let high = -Infinity
  for (const { mean } of values) {
    low = Math.min(low, mean)
    high = Math.max(high, mean)
  }
  const scale = Math.max(high - low, 1e-3 * Math.max(Math.abs(low), Math.abs(high)), 1e-9)
  const least = (1e-6 * scale) ** 2
  return values.map(({ mean, variance }) => ({ mean, variance: Math.max(variance, least) }))
}

/** Few degrees of freedom leave the mean of a variance's posterior without bound; this is its value at three. */
const WIDEST_FACTOR = 3

/**
 * Mean of the posterior of a variance over its estimate: nu / (nu - 2), from the scaled inverse chi-squared with nu degrees of
 * freedom (BDA3, section 3.2).
 */
export function varianceFactor(degreesOfFreedom: number): number {
  if (degreesOfFreedom === Infinity) return 1
  return degreesOfFreedom > 3 ? degreesOfFreedom / (degreesOfFreedom - 2) : WIDEST_FACTOR
}

/**
 * Shrinks agents' means toward their peers: wide default under 5 agents, hierarchical mixture under 20,
 * nonparametric prior from there. Values with sampling variances (0 is allowed), in any unit;
 * `oneObservationVariance` is the pooled variance of a single observation, estimated on `degreesOfFreedom` (known where that is
 * infinite): what few observations say of their own spread is uncertain too. At least one value; finite numbers only.
 */
export function shrinkMeans(
  given: readonly NoisyValue[],
  oneObservationVariance: number,
  degreesOfFreedom = Infinity,
): PeerFit {
  const factor = varianceFactor(degreesOfFreedom)
  const values = withoutZeroVariances(
    given.map(({ mean, variance }) => ({ mean, variance: variance * factor })),
  )
  if (values.length < FEWEST_PEERS_FOR_A_PRIOR) {
    const least = Math.max(...values.map(({ variance }) => variance))
    return wideDefaultFit(values, Math.max(oneObservationVariance * factor, least))
  }
  return values.length < FEWEST_PEERS_FOR_A_FREE_PRIOR ? hierarchicalFit(values) : nonparametricFit(values)
}
