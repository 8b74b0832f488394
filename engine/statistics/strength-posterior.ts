import { dot } from './dot.ts'
import type { Grid } from './grid-prior.ts'
import { normaliseLogWeights } from './tau-posterior.ts'

const STRENGTH_POINTS = 60
const IMPLAUSIBLE = 1e-4
/** Among a few scales far apart: a point a step away from one like this can still be plausible. */
const FAR_FROM_PLAUSIBLE = 1e-12
const COARSE_STEP = 4
/** Three points this many sds apart carry a normal's variance (Gauss-Hermite). */
const MEAN_STEP = Math.sqrt(3)

/** Passes out of n; both may be fractional, 0 <= passes <= n, n above 0. */
export interface NoisyShare {
  n: number
  passes: number
}

/**
 * Beta priors that the peers leave plausible: strengths a + b, means a / (a + b), probabilities, and cell
 * masses.
 */
export interface StrengthPosterior {
  strengths: Float64Array
  means: Float64Array
  probabilities: Float64Array
  /** Components x cells: each prior's mass per cell of the grid. */
  cellMasses: Float64Array
  /** Components x agents: each agent's marginal likelihood, on the agent's own scale. */
  marginals: Float64Array
}

/** The angle whose squared sine is the share: on this scale a share's spread hardly depends on its level. */
export function angleOf({ n, passes }: NoisyShare): number {
  return Math.asin(Math.sqrt((passes + 0.375) / (n + 0.75)))
}

/** Mean of the shares given the prior's strength, weighted by what each is worth, and its variance. */
function meanGivenStrength(
  shares: readonly NoisyShare[],
  strength: number,
): { mean: number; variance: number } {
  const correlation = 1 / (1 + strength)
  let weights = 1
  let sum = 0.5
  for (const { n, passes } of shares) {
    const weight = n / (1 + Math.max(0, n - 1) * correlation)
    weights += weight
    sum += weight * (passes / n)
  }
  const mean = sum / weights
  return { mean, variance: (mean * (1 - mean)) / weights }
}

function widestScale(shares: readonly NoisyShare[]): number {
  const angles = shares.map(angleOf)
  const mean = angles.reduce((total, angle) => total + angle, 0) / angles.length
  const square =
    angles.reduce((total, angle) => total + (angle - mean) ** 2, 0) / Math.max(1, angles.length - 1)
  return Math.min(1, Math.max(0.1, 6 * Math.sqrt(square)))
}

function onGrid(
  shares: readonly NoisyShare[],
  angles: Grid,
  likelihoods: Float64Array,
  scales: readonly number[],
  meanPoints: number,
): StrengthPosterior {
  const cells = angles.midpoints.length
  const count = scales.length * meanPoints
  const strengths = new Float64Array(count)
  const means = new Float64Array(count)
  const logWeights = new Float64Array(count)
  const cellMasses = new Float64Array(count * cells)
  const marginals = new Float64Array(count * shares.length)
  const logSine = angles.midpoints.map((angle) => 2 * Math.log(Math.sin(angle)))
  const logCosine = angles.midpoints.map((angle) => 2 * Math.log(Math.cos(angle)))
  for (let j = 0; j < count; j++) {
    const scale = scales[Math.floor(j / meanPoints)]!
    const strength = 1 / (scale * scale)
    const best = meanGivenStrength(shares, strength)
    const logitSd = Math.sqrt(best.variance) / (best.mean * (1 - best.mean))
    const offset = ((j % meanPoints) - (meanPoints - 1) / 2) * MEAN_STEP * logitSd
    const mean = 1 / (1 + Math.exp(-(Math.log(best.mean / (1 - best.mean)) + offset)))
    const a = mean * strength
    const b = strength - a
    strengths[j] = strength
    means[j] = mean
    const own = cellMasses.subarray(j * cells, (j + 1) * cells)
    for (let g = 0; g < cells; g++) own[g] = (a - 0.5) * logSine[g]! + (b - 0.5) * logCosine[g]!
    normaliseLogWeights(own)
    // Flat in the mean: the points lie evenly on its logit, so each stands for m (1 - m) times their distance.
    let logWeight = meanPoints > 1 ? Math.log(mean * (1 - mean) * logitSd) : 0.5 * Math.log(best.variance)
    let product = 1
    for (let i = 0; i < shares.length; i++) {
      const marginal = dot(cellMasses, j * cells, likelihoods, i * cells, cells)
      marginals[j * shares.length + i] = marginal
      // One logarithm for many agents: factors are multiplied as long as they cannot underflow.
      product *= Math.max(marginal, 1e-150)
      if (product < 1e-150) {
        logWeight += Math.log(product)
        product = 1
      }
    }
    logWeights[j] = logWeight + Math.log(product)
  }
  return { strengths, means, probabilities: normaliseLogWeights(logWeights), cellMasses, marginals }
}

/**
 * The scales worth a closer look: those within a step of a plausible one among every fourth. The posterior of the scale is smooth and
 * has one peak; with thousands of agents it is a few points wide, and looking at all of them was most of the arithmetic.
 */
function nearPlausible(
  scales: readonly number[],
  probabilitiesOf: (some: readonly number[]) => Float64Array,
): number[] {
  const places = scales.map((_, j) => j).filter((j) => j % COARSE_STEP === 0 || j === scales.length - 1)
  const probabilities = probabilitiesOf(places.map((j) => scales[j]!))
  const kept = places.filter((_, at) => probabilities[at]! > FAR_FROM_PLAUSIBLE)
  return scales.filter((_, j) => kept.some((place) => Math.abs(place - j) <= COARSE_STEP))
}

/**
 * Posterior of the beta prior's strength s = a + b, flat in s^(-1/2) (about twice the between-agent sd on the
 * angle scale) and in the mean: the prior of BDA3 section 5.3, p(a, b) proportional to (a + b)^(-5/2). 60
 * strengths, each with its best mean; with `meanPoints` above 1 the plausible ones again with that many
 * values of the mean around it (one is enough for many peers). The grid is on the angle scale, 0..pi/2;
 * likelihoods are agents x cells.
 */
export function strengthPosterior(
  shares: readonly NoisyShare[],
  angles: Grid,
  likelihoods: Float64Array,
  meanPoints: number,
): StrengthPosterior {
  const widest = widestScale(shares)
  const scales = Array.from({ length: STRENGTH_POINTS }, (_, j) => ((j + 0.5) / STRENGTH_POINTS) * widest)
  if (meanPoints === 1) return onGrid(shares, angles, likelihoods, scales, 1)
  const near = nearPlausible(scales, (some) => onGrid(shares, angles, likelihoods, some, 1).probabilities)
  const atBestMeans = onGrid(shares, angles, likelihoods, near, 1)
  const plausible = near.filter((_, j) => atBestMeans.probabilities[j]! > IMPLAUSIBLE)
  // Where many are plausible their neighbours say the same: every second one carries the integral.
  const kept = plausible.length > STRENGTH_POINTS / 2 ? plausible.filter((_, j) => j % 2 === 0) : plausible
  return onGrid(shares, angles, likelihoods, kept, meanPoints)
}
