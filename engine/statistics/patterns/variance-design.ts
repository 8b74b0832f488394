/** What was observed of one agent under one combination of levels; sums of the values. */
export interface VarianceCell {
  /** Place of the agent in `teamOf`. */
  agent: number
  /** One level per factor, in the order of the factors, counted from 0. */
  levels: readonly number[]
  n: number
  sum: number
  sumOfSquares: number
}

/** Observations of one driver: agents in teams in sites, crossed with further factors such as queue, reason and reviewer. */
export interface VarianceDesign {
  /** The team of each agent, and the site of each team, counted from 0. All 0 where there is but one. */
  teamOf: readonly number[]
  siteOf: readonly number[]
  factors: readonly { name: string; levels: number }[]
  cells: readonly VarianceCell[]
}

/** Products of the sums of each agent (or team, or site) within a block, added up. */
export interface UnitProducts {
  /** Of n squared. */
  squares: number
  /** Of n times the counts. */
  counts: Float64Array
  /** Of counts times counts. */
  products: Float64Array
}

/**
 * Sums over people who go through a resample together: on the levels they have met alone, of which `levels` gives the places among all.
 * Square arrays are row by row over these.
 */
export interface VarianceBlock {
  levels: Int32Array
  agents: number
  n: number
  sum: number
  sumOfSquares: number
  counts: Float64Array
  sums: Float64Array
  /** Observations by pairs of levels. */
  together: Float64Array
  /** What agents' means explain: sum of s_a squared over n_a, of s_a over n_a times counts, of counts times counts over n_a. */
  explained: number
  explainedSums: Float64Array
  explainedProducts: Float64Array
  /** Of its agents, then of its teams, then of its sites, as far up as it has been put together. */
  units: UnitProducts[]
}

/** Each agent's block; values are taken from the mean of all, so that nothing cancels. Agents without observations have none. */
export function agentBlocks(design: VarianceDesign): { block: VarianceBlock; team: number }[] {
  let [n, sum] = [0, 0]
  for (const cell of design.cells) {
    n += cell.n
    sum += cell.sum
  }
  const origin = n > 0 ? sum / n : 0
  const starts: number[] = []
  let start = 0
  for (const { levels } of design.factors) {
    starts.push(start)
    start += levels
  }
  return [...Map.groupBy(design.cells, ({ agent }) => agent)]
    .toSorted(([a], [b]) => a - b)
    .map(([agent, cells]) => ({
      block: blockOfAgent(cells, starts, origin),
      team: design.teamOf[agent]!,
    }))
}

function blockOfAgent(
  cells: readonly VarianceCell[],
  starts: readonly number[],
  origin: number,
): VarianceBlock {
  const places = cells.map(({ levels }) => levels.map((level, factor) => starts[factor]! + level))
  const block = emptyBlock(
    [...new Set(places.flat())].toSorted((a, b) => a - b),
    0,
  )
  const local = new Map([...block.levels].map((level, index) => [level, index]))
  const m = block.levels.length
  block.agents = 1
  for (const [index, cell] of cells.entries()) {
    const sum = cell.sum - cell.n * origin
    block.n += cell.n
    block.sum += sum
    block.sumOfSquares += cell.sumOfSquares - 2 * origin * cell.sum + cell.n * origin * origin
    const own = places[index]!.map((level) => local.get(level)!)
    for (const i of own) {
      block.counts[i]! += cell.n
      block.sums[i]! += sum
      for (const j of own) block.together[i * m + j]! += cell.n
    }
  }
  const { n, sum } = block
  const unit = asUnit(block)
  block.explained = (sum * sum) / n
  block.explainedSums = block.counts.map((count) => (sum / n) * count)
  block.explainedProducts = unit.products.map((product) => product / n)
  block.units.push(unit)
  return block
}

/** A block as one unit among others. */
function asUnit({ n, counts }: VarianceBlock): UnitProducts {
  const m = counts.length
  const products = new Float64Array(m * m)
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) products[i * m + j] = counts[i]! * counts[j]!
  return { squares: n * n, counts: counts.map((count) => n * count), products }
}

function emptyBlock(levels: readonly number[], units: number): VarianceBlock {
  const m = levels.length
  return {
    levels: Int32Array.from(levels),
    agents: 0,
    n: 0,
    sum: 0,
    sumOfSquares: 0,
    counts: new Float64Array(m),
    sums: new Float64Array(m),
    together: new Float64Array(m * m),
    explained: 0,
    explainedSums: new Float64Array(m),
    explainedProducts: new Float64Array(m * m),
    units: Array.from({ length: units }, () => ({
      squares: 0,
      counts: new Float64Array(m),
      products: new Float64Array(m * m),
    })),
  }
}

/** A block, and how often it counts (0 leaves it out). */
export interface WeighedBlock {
  block: VarianceBlock
  times: number
}

const SINGLE = ['agents', 'n', 'sum', 'sumOfSquares', 'explained'] as const
const LISTS = ['counts', 'sums', 'explainedSums'] as const
const SQUARES = ['together', 'explainedProducts'] as const

/** Blocks put together into one, which is one more unit above theirs: agents into a team, teams into a site, sites into everybody. */
export function putTogether(parts: readonly WeighedBlock[]): VarianceBlock {
  const drawn = parts.filter(({ times }) => times > 0)
  const levels = [...new Set(drawn.flatMap(({ block }) => [...block.levels]))].toSorted((a, b) => a - b)
  const total = emptyBlock(levels, drawn[0]?.block.units.length ?? 0)
  const local = new Map(levels.map((level, index) => [level, index]))
  const m = levels.length
  for (const { block, times } of drawn) {
    for (const name of SINGLE) total[name] += times * block[name]
    const places = Int32Array.from(block.levels, (level) => local.get(level)!)
    const addList = (to: Float64Array, from: Float64Array) => {
      for (let i = 0; i < places.length; i++) to[places[i]!]! += times * from[i]!
    }
    const addSquare = (to: Float64Array, from: Float64Array) => {
      for (let i = 0, at = 0; i < places.length; i++) {
        const row = places[i]! * m
        for (let j = 0; j < places.length; j++) to[row + places[j]!]! += times * from[at++]!
      }
    }
    for (const name of LISTS) addList(total[name], block[name])
    for (const name of SQUARES) addSquare(total[name], block[name])
    for (const [index, unit] of block.units.entries()) {
      const sums = total.units[index]!
      sums.squares += times * unit.squares
      addList(sums.counts, unit.counts)
      addSquare(sums.products, unit.products)
    }
  }
  total.units.push(asUnit(total))
  return total
}
