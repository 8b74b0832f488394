import { borderedMatrix, copyOf, diagonalOf, sweep, type Bordered } from './sweep.ts'
import { putTogether, type VarianceBlock, type WeighedBlock } from './variance-design.ts'

/** Variance components as the method gives them, negative ones included; null where the data cannot tell. */
export interface Components {
  /** Of agents, teams and sites, in this order. */
  units: (number | null)[]
  factors: (number | null)[]
  contact: number
}

/** What fitting a grouping and the factors explains: the sum of squares, its rank, and tr(Z'PZ) for the units of each kind. */
interface Reduction {
  explained: number
  rank: number
  traces: number[]
}

/** A coefficient under this share of the observations says nothing of a component. */
const NO_INFORMATION = 1e-9

/**
 * Variance components of agents within teams within sites, crossed with further factors, by Henderson's method III (Henderson 1953,
 * Biometrics 9; Searle, Casella & McCulloch 1992, section 5.5) from sums alone. Each crossed factor is fitted after everything else,
 * agents after teams and factors, teams after sites and factors, sites after factors: each reduction is set equal to its expectation.
 * Agents are absorbed, so that the work grows with the levels and not with the people. Null without degrees of freedom for what is
 * left. `multipliers` scale what units of each kind explain beyond those above them (for resampling).
 */
export function hendersonThree(
  sites: readonly (readonly WeighedBlock[])[],
  factorLevels: readonly number[],
  multipliers: readonly number[] = [],
): Components | null {
  const levels = factorLevels.reduce((sum, count) => sum + count, 0)
  const teams = sites.flat()
  const bySite = sites
    .filter((own) => own.some(({ times }) => times > 0))
    .map((own): WeighedBlock => ({ block: putTogether(own), times: 1 }))
  const everybody = putTogether(bySite)
  const { n } = everybody

  const full = withAgents(everybody, levels)
  const total = copyOf(full)
  const first = diagonalOf(full)
  const fullRank = sweep(total, 0, levels, first, new Uint8Array(levels))
  const residualFreedom = n - everybody.agents - fullRank
  if (!(residualFreedom > 0)) return null
  const contact = Math.max(0, total.values.at(-1)!) / residualFreedom
  const component = (explained: number, freedom: number, coefficient: number) =>
    coefficient > NO_INFORMATION * n && freedom > 0 ? (explained - freedom * contact) / coefficient : null

  const factors = factorLevels.map((count, index) => {
    const from = factorLevels.slice(0, index).reduce((sum, other) => sum + other, 0)
    const others = copyOf(full)
    const swept = new Uint8Array(levels)
    const rank = sweep(others, 0, from, first, swept) + sweep(others, from + count, levels, first, swept)
    let coefficient = 0
    for (let i = from; i < from + count; i++) {
      const left = others.values[i * others.size + i]!
      if (left > NO_INFORMATION * first[i]!) coefficient += left
    }
    return component(others.values.at(-1)! - total.values.at(-1)!, fullRank - rank, coefficient)
  })

  const chain: Reduction[] = [
    {
      explained: everybody.explained + full.values.at(-1)! - total.values.at(-1)!,
      rank: everybody.agents + fullRank,
      traces: [n, n, n],
    },
    reductionBy(teams, levels),
    reductionBy(bySite, levels),
    reductionBy([{ block: everybody, times: 1 }], levels),
  ]
  const units: (number | null)[] = []
  for (let unit = 0; unit < chain.length - 1; unit++) {
    const [lower, upper] = [chain[unit]!, chain[unit + 1]!]
    let explained = (lower.explained - upper.explained) * (multipliers[unit] ?? 1)
    for (let below = 0; below < unit; below++)
      explained -= (lower.traces[below]! - upper.traces[below]!) * (units[below] ?? 0)
    const coefficient = lower.traces[unit]! - upper.traces[unit]!
    units.push(component(explained, lower.rank - upper.rank, coefficient))
  }
  return { units, factors, contact }
}

/** The factors' equations with agents absorbed; what agents leave of the sum of squares in the corner. */
function withAgents(everybody: VarianceBlock, levels: number): Bordered {
  const matrix = borderedMatrix(levels)
  const { together, explainedProducts, sums, explainedSums, sumOfSquares, explained } = everybody
  addAt(matrix, everybody.levels, 1, (at) => together[at]! - explainedProducts[at]!)
  addBorder(matrix, everybody.levels, 1, (i) => sums[i]! - explainedSums[i]!)
  matrix.values[matrix.values.length - 1] = sumOfSquares - explained
  return matrix
}

/** Fits the groups' means and the factors. */
function reductionBy(groups: readonly WeighedBlock[], levels: number): Reduction {
  const kinds = groups[0]!.block.units.length
  const matrix = borderedMatrix(levels)
  const products = Array.from({ length: kinds }, () => borderedMatrix(levels))
  const traces = [0, 0, 0]
  let [explained, rank] = [0, 0]
  for (const { block, times } of groups) {
    const { n, sum, counts, sums, together, units } = block
    const m = counts.length
    rank += times
    explained += (times * sum * sum) / n
    addAt(matrix, block.levels, times, (at, i, j) => together[at]! - (counts[i]! * counts[j]!) / n)
    addBorder(matrix, block.levels, times, (i) => sums[i]! - (counts[i]! * sum) / n)
    for (const [kind, unit] of units.entries()) {
      traces[kind]! += (times * unit.squares) / n
      if (m === 0) continue
      addAt(
        products[kind]!,
        block.levels,
        times,
        (at, i, j) =>
          unit.products[at]! -
          (counts[i]! * unit.counts[j]! + unit.counts[i]! * counts[j]!) / n +
          (counts[i]! * counts[j]! * unit.squares) / (n * n),
      )
    }
  }
  const { size, values } = matrix
  const swept = new Uint8Array(size)
  rank += sweep(matrix, 0, levels, diagonalOf(matrix), swept)
  for (let i = 0; i < levels; i++) {
    if (!swept[i]) continue
    for (let j = 0; j < levels; j++) {
      if (!swept[j]) continue
      const inverse = values[i * size + j]!
      for (let kind = 0; kind < kinds; kind++)
        traces[kind]! += inverse * products[kind]!.values[i * size + j]!
    }
  }
  return { explained: explained - values.at(-1)!, rank, traces }
}

/** Adds figures by pairs of a block's levels at their places among all. */
function addAt(
  { size, values }: Bordered,
  levels: Int32Array,
  times: number,
  entry: (at: number, i: number, j: number) => number,
): void {
  for (let i = 0, at = 0; i < levels.length; i++) {
    const row = levels[i]! * size
    for (let j = 0; j < levels.length; j++, at++) values[row + levels[j]!]! += times * entry(at, i, j)
  }
}

function addBorder(
  { size, values }: Bordered,
  levels: Int32Array,
  times: number,
  entry: (i: number) => number,
): void {
  for (let i = 0; i < levels.length; i++) {
    const value = times * entry(i)
    values[levels[i]! * size + size - 1]! += value
    values[(size - 1) * size + levels[i]!]! += value
  }
}
