import { cellPosterior } from './cell-posterior.ts'
import {
  evenEdges,
  gridOf,
  improvePrior,
  posteriorMasses,
  priorWithoutAgent,
  sharpPosterior,
  type Grid,
} from './grid-prior.ts'
import { pauleMandelVariance } from './paule-mandel.ts'
import { FEWEST_PEERS_FOR_A_FREE_PRIOR, FEWEST_PEERS_FOR_A_PRIOR, type PeerFit } from './peer-fit.ts'
import type { Posterior } from './posterior.ts'
import { angleOf, strengthPosterior, type NoisyShare, type StrengthPosterior } from './strength-posterior.ts'

const CELLS = 61
const MEAN_POINTS = 3
const NEGLIGIBLE_PROBABILITY = 1e-4
/** Of the angle: it hardly depends on the share (Anscombe 1948). */
const ONE_OBSERVATION_VARIANCE = 1 / 4

const angleGrid = gridOf(evenEdges(0, Math.PI / 2, CELLS))
const shareEdges = toShares(angleGrid.edges)
const logPass = angleGrid.midpoints.map((angle) => 2 * Math.log(Math.sin(angle)))
const logFail = angleGrid.midpoints.map((angle) => 2 * Math.log(Math.cos(angle)))

function toShares(angles: Float64Array): Float64Array {
  return angles.map((angle) => Math.sin(angle) ** 2)
}

/**
 * Binomial likelihoods, agents x cells, each row scaled to a largest value of 1. A sample so large that its
 * likelihood would fall between two cells counts with the cell's own width added to its spread.
 */
function likelihoodsOf(shares: readonly NoisyShare[]): Float64Array {
  const likelihoods = new Float64Array(shares.length * CELLS)
  const cellInformation = angleGrid.widths[0]! ** 2 / 3
  shares.forEach(({ n, passes }, i) => {
    const seen = n > 50 ? 1 / (1 + n * cellInformation) : 1
    let largest = -Infinity
    for (let g = 0; g < CELLS; g++) {
      const log = seen * (passes * logPass[g]! + (n - passes) * logFail[g]!)
      likelihoods[i * CELLS + g] = log
      if (log > largest) largest = log
    }
    for (let g = 0; g < CELLS; g++)
      likelihoods[i * CELLS + g] = Math.exp(likelihoods[i * CELLS + g]! - largest)
  })
  return likelihoods
}

/**
 * One agent under a prior on the angle cells; finer cells where the agent is known more sharply than they
 * show.
 */
function posteriorUnder(
  grid: Grid,
  prior: Float64Array,
  share: NoisyShare,
  likelihoods: Float64Array,
  i: number,
) {
  const sd = 0.5 / Math.sqrt(share.n)
  if (sd >= 1.5 * grid.widths[0]!) return cellPosterior(shareEdges, posteriorMasses(prior, likelihoods, i))
  const angle = angleOf(share)
  const low = Math.max(0, angle - 6 * sd)
  const high = Math.min(Math.PI / 2, angle + 6 * sd)
  const sharp = sharpPosterior(grid, prior, low, high, (value) => {
    return (
      2 * (share.passes * Math.log(Math.sin(value)) + (share.n - share.passes) * Math.log(Math.cos(value)))
    )
  })
  return cellPosterior(toShares(sharp.edges), sharp.masses)
}

function averagePrior({ probabilities, cellMasses }: StrengthPosterior): Float64Array {
  const prior = new Float64Array(CELLS)
  probabilities.forEach((probability, j) => {
    if (probability < NEGLIGIBLE_PROBABILITY) return
    for (let g = 0; g < CELLS; g++) prior[g]! += probability * cellMasses[j * CELLS + g]!
  })
  let total = 0
  for (const mass of prior) total += mass
  return prior.map((mass) => mass / total)
}

/**
 * The prior under which agent i's own likelihood gives the posterior averaged over strengths and means: each
 * component's probability already contains the agent, so its marginal likelihood is taken out once. Sums to 1.
 */
function priorWithoutOwnEvidence(strength: StrengthPosterior, agentCount: number, i: number): Float64Array {
  const { probabilities, marginals, cellMasses } = strength
  const prior = new Float64Array(CELLS)
  let total = 0
  for (let j = 0; j < probabilities.length; j++) {
    const probability = probabilities[j]!
    const marginal = marginals[j * agentCount + i]!
    if (probability < NEGLIGIBLE_PROBABILITY || !(marginal > 0)) continue
    const weight = probability / marginal
    const own = j * CELLS
    total += weight
    for (let g = 0; g < CELLS; g++) prior[g]! += weight * cellMasses[own + g]!
  }
  if (!(total > 0)) return averagePrior(strength)
  for (let g = 0; g < CELLS; g++) prior[g]! /= total
  return prior
}

function betweenAgentSdOf(shares: readonly NoisyShare[], peerMean: number): number {
  const values = shares.map(({ n, passes }) => ({
    mean: passes / n,
    variance: Math.max((peerMean * (1 - peerMean)) / n, 1e-12),
  }))
  return Math.sqrt(pauleMandelVariance(values))
}

function fitFrom(
  basis: PeerFit['basis'],
  shares: readonly NoisyShare[],
  shape: Posterior,
  posteriors: Posterior[],
): PeerFit {
  const between = shape.standardDeviation ** 2
  const oneContact = Math.max(0, shape.mean * (1 - shape.mean) - between)
  return {
    basis,
    posteriors,
    reliabilities: shares.map(({ n }) => (between > 0 ? between / (between + oneContact / n) : 0)),
    peerMean: shape.mean,
    // only reported: not worth its arithmetic where nobody asks
    get betweenAgentSd() {
      return betweenAgentSdOf(shares, shape.mean)
    },
  }
}

/**
 * What the others leave plausible for agent i's angle where they are too few to teach their own spread: a bell around their common angle,
 * as wide as one observation of a share is (unit information, Kass & Wasserman 1995) and as that common angle is uncertain; Jeffreys'
 * prior, which is even over the angle, where there are no others. Masses on the cells, summing to 1.
 */
function unitInformationPrior(shares: readonly NoisyShare[], i: number): Float64Array {
  let weights = 0
  let centre = 0
  shares.forEach((share, j) => {
    if (j === i) return
    const weight = 1 / (ONE_OBSERVATION_VARIANCE + ONE_OBSERVATION_VARIANCE / share.n)
    weights += weight
    centre += weight * angleOf(share)
  })
  const { midpoints, widths } = angleGrid
  if (weights === 0) return widths.map((width) => width / (Math.PI / 2))
  centre /= weights
  const variance = ONE_OBSERVATION_VARIANCE + 1 / weights
  const masses = midpoints.map((angle, g) => widths[g]! * Math.exp((-0.5 * (angle - centre) ** 2) / variance))
  let total = 0
  for (const mass of masses) total += mass
  return masses.map((mass) => mass / total)
}

/**
 * Under five peers, as for means: n observations are weighed n to 1. On the angle, and not as a beta prior around the common share, since
 * such a prior gives failing almost no weight where nearly everybody passes, and 300 of 300 an interval of no width.
 */
function wideDefaultFit(shares: readonly NoisyShare[]): PeerFit {
  const likelihoods = likelihoodsOf(shares)
  let passes = 0.5
  let n = 1
  for (const share of shares) {
    passes += share.passes
    n += share.n
  }
  const peerMean = passes / n
  return {
    basis: 'wide-default',
    posteriors: shares.map((share, i) =>
      posteriorUnder(angleGrid, unitInformationPrior(shares, i), share, likelihoods, i),
    ),
    reliabilities: shares.map((share) => share.n / (share.n + 1)),
    peerMean,
    betweenAgentSd: betweenAgentSdOf(shares, peerMean),
  }
}

/** The beta-binomial model: beta posteriors averaged over the prior's strength and mean (BDA3 5.3). */
export function betaBinomialFit(shares: readonly NoisyShare[]): PeerFit {
  const likelihoods = likelihoodsOf(shares)
  const strength = strengthPosterior(shares, angleGrid, likelihoods, MEAN_POINTS)
  const posteriors = shares.map((share, i) => {
    const prior = priorWithoutOwnEvidence(strength, shares.length, i)
    return posteriorUnder(angleGrid, prior, share, likelihoods, i)
  })
  return fitFrom('hierarchical', shares, cellPosterior(shareEdges, averagePrior(strength)), posteriors)
}

function nonparametricFit(shares: readonly NoisyShare[]): PeerFit {
  const likelihoods = likelihoodsOf(shares)
  const strength = strengthPosterior(shares, angleGrid, likelihoods, MEAN_POINTS)
  const start = averagePrior(strength)
  const prior = improvePrior(start, likelihoods)
  const posteriors = shares.map((share, i) => {
    const without = priorWithoutOwnEvidence(strength, shares.length, i)
    const others = priorWithoutAgent(prior, likelihoods, i, { with: start, without })
    return posteriorUnder(angleGrid, others, share, likelihoods, i)
  })
  return fitFrom('nonparametric', shares, cellPosterior(shareEdges, prior), posteriors)
}

/**
 * Shrinks agents' shares toward their peers: under 5 agents a prior worth one observation around the others'
 * common share, beta-binomial under 20, nonparametric prior from there. At least one share; n above 0, 0 <=
 * passes <= n, both may be fractional.
 */
export function shrinkShares(shares: readonly NoisyShare[]): PeerFit {
  if (shares.length < FEWEST_PEERS_FOR_A_PRIOR) return wideDefaultFit(shares)
  return shares.length < FEWEST_PEERS_FOR_A_FREE_PRIOR ? betaBinomialFit(shares) : nonparametricFit(shares)
}
