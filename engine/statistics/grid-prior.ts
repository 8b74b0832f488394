import { dot } from './dot.ts'
import { FEWEST_PEERS_FOR_A_FREE_PRIOR } from './peer-fit.ts'

const EM_STEPS = 15

/** Cells of a grid on some working scale: `edges` ascending, one more than there are cells. */
export interface Grid {
  edges: Float64Array
  midpoints: Float64Array
  widths: Float64Array
}

export function gridOf(edges: Float64Array): Grid {
  const count = edges.length - 1
  const midpoints = new Float64Array(count)
  const widths = new Float64Array(count)
  for (let g = 0; g < count; g++) {
    midpoints[g] = (edges[g]! + edges[g + 1]!) / 2
    widths[g] = edges[g + 1]! - edges[g]!
  }
  return { edges, midpoints, widths }
}

export function evenEdges(low: number, high: number, cells: number): Float64Array {
  const edges = new Float64Array(cells + 1)
  for (let g = 0; g <= cells; g++) edges[g] = low + ((high - low) * g) / cells
  return edges
}

/** Width of the cell that holds the value; of the first or last cell where it lies outside. */
export function widthAt({ edges, widths }: Grid, value: number): number {
  let low = 0
  let high = widths.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (value > edges[middle + 1]!) low = middle + 1
    else high = middle
  }
  return widths[low]!
}

/**
 * Fifteen EM steps from the start masses toward the nonparametric maximum likelihood prior (Kiefer &
 * Wolfowitz 1956; Laird 1978; Koenker & Mizera 2014), in which the start counts like so many more agents (a
 * Dirichlet prior on the masses around the start: Antoniak 1974). Without that weight the prior closes in on
 * the few agents it was learnt from, and 95% intervals hold 81-91% in simulation with 20 to 50 agents;
 * stopping early alone does not mend it. `likelihoods` is agents x cells, row by row, each row on its own
 * scale. An agent whom no cell explains is left out of the step.
 */
export function improvePrior(
  start: Float64Array,
  likelihoods: Float64Array,
  startWeight = FEWEST_PEERS_FOR_A_FREE_PRIOR,
): Float64Array {
  const cells = start.length
  const agents = likelihoods.length / cells
  let prior = start
  for (let step = 0; step < EM_STEPS; step++) {
    const shares = new Float64Array(cells)
    let explained = 0
    for (let i = 0; i < agents; i++) {
      const row = i * cells
      const total = dot(prior, 0, likelihoods, row, cells)
      if (!(total > 0)) continue
      explained++
      const scale = 1 / total
      for (let g = 0; g < cells; g++) shares[g]! += likelihoods[row + g]! * scale
    }
    if (explained === 0) return prior
    const next = new Float64Array(cells)
    for (let g = 0; g < cells; g++) {
      next[g] = (startWeight * start[g]! + prior[g]! * shares[g]!) / (startWeight + explained)
    }
    prior = next
  }
  return prior
}

/** Prior times likelihood, normalised; the likelihood alone where the two do not meet. */
export function posteriorMasses(prior: Float64Array, likelihoods: Float64Array, row: number): Float64Array {
  const cells = prior.length
  const masses = new Float64Array(cells)
  let total = 0
  for (let g = 0; g < cells; g++) {
    const mass = prior[g]! * likelihoods[row * cells + g]!
    masses[g] = mass
    total += mass
  }
  if (!(total > 0)) {
    for (let g = 0; g < cells; g++) total += masses[g] = likelihoods[row * cells + g]!
  }
  for (let g = 0; g < cells; g++) masses[g]! /= total
  return masses
}

/**
 * The learnt prior less what the agent itself put into it: its evidence must not count twice, in the prior and in the
 * likelihood (the reason why plug-in intervals are too narrow: Morris 1983). `start` is the prior's start as the agent's own
 * evidence shaped it and as it is without, where that is known. `startWeight` as in `improvePrior`.
 */
export function priorWithoutAgent(
  prior: Float64Array,
  likelihoods: Float64Array,
  row: number,
  start: { with: Float64Array; without: Float64Array } | null = null,
  startWeight = FEWEST_PEERS_FOR_A_FREE_PRIOR,
): Float64Array {
  const cells = prior.length
  const others = posteriorMasses(prior, likelihoods, row)
  const voices = startWeight + likelihoods.length / cells
  for (let g = 0; g < cells; g++) {
    const startShift = start === null ? 0 : startWeight * (start.without[g]! - start.with[g]!)
    others[g] = Math.max(0, voices * prior[g]! - others[g]! + startShift) / (voices - 1)
  }
  return others
}

/**
 * The posterior of an agent who is known more sharply than the grid can show, on fresh cells between low and
 * high. The prior's density is interpolated between the grid's midpoints and held flat beyond its ends.
 */
export function sharpPosterior(
  grid: Grid,
  prior: Float64Array,
  low: number,
  high: number,
  logLikelihood: (value: number) => number,
): { edges: Float64Array; masses: Float64Array } {
  const cells = prior.length
  const edges = evenEdges(low, high, cells)
  const masses = new Float64Array(cells)
  const likelihoods = new Float64Array(cells)
  let largest = -Infinity
  for (let g = 0; g < cells; g++) {
    likelihoods[g] = logLikelihood((edges[g]! + edges[g + 1]!) / 2)
    if (likelihoods[g]! > largest) largest = likelihoods[g]!
  }
  let at = 0
  let total = 0
  let likelihoodTotal = 0
  for (let g = 0; g < cells; g++) {
    const value = (edges[g]! + edges[g + 1]!) / 2
    while (at < cells - 1 && grid.midpoints[at + 1]! <= value) at++
    const here = prior[at]! / grid.widths[at]!
    let density = here
    if (at < cells - 1 && value > grid.midpoints[at]!) {
      const share = (value - grid.midpoints[at]!) / (grid.midpoints[at + 1]! - grid.midpoints[at]!)
      density = here + share * (prior[at + 1]! / grid.widths[at + 1]! - here)
    }
    likelihoods[g] = Math.exp(likelihoods[g]! - largest)
    likelihoodTotal += likelihoods[g]!
    masses[g] = density * likelihoods[g]!
    total += masses[g]!
  }
  for (let g = 0; g < cells; g++)
    masses[g] = total > 0 ? masses[g]! / total : likelihoods[g]! / likelihoodTotal
  return { edges, masses }
}
