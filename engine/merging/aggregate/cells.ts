import { LEAST_IN_A_CELL } from './format.ts'

/** Sums of one day, person and stratum. The first of `sums` is how many they are of. */
export interface Cell {
  /** What may not be added up with anything else: the metric, and whether drawn. */
  of: string
  day: number
  personId: number
  stratumId: number
  sums: (number | null)[]
}

const DAYS_IN_A_WEEK = 7
const DAYS_IN_FOUR_WEEKS = 28

/** The last day of the stretch of `length` days that a day is in, counted back from `newest`: the last of them is the usual window, too. */
function endOf(day: number, length: number, newest: number): number {
  return newest - Math.floor((newest - day) / length) * length
}

function added(one: Cell, other: Cell): Cell {
  return {
    ...one,
    sums: one.sums.map((sum, index) => {
      const more = other.sums[index] ?? null
      return sum === null && more === null ? null : (sum ?? 0) + (more ?? 0)
    }),
  }
}

function together(cells: Iterable<Cell>, keyOf: (cell: Cell) => Pick<Cell, 'day' | 'stratumId'>): Cell[] {
  const groups = new Map<string, Cell>()
  for (const cell of cells) {
    const key = keyOf(cell)
    const text = `${cell.of}\u001f${cell.personId}\u001f${key.day}\u001f${key.stratumId}`
    const known = groups.get(text)
    groups.set(text, known ? added(known, cell) : { ...cell, ...key })
  }
  return [...groups.values()]
}

const isLarge = ({ sums }: Cell) => (sums[0] ?? 0) >= LEAST_IN_A_CELL

/**
 * Adds days up to weeks, and what is too little there step by step to coarser cells: of a week without its kind of contact, then of four
 * weeks. What is too little even then is left out. `unknownStratum`: the stratum that says nothing.
 */
export function coarsen(
  days: Iterable<Cell>,
  given: { unknownStratum: number; newest: number },
): { cells: Cell[]; leftOut: number } {
  const { unknownStratum: stratumId, newest } = given
  const weeks = together(days, (cell) => ({
    day: endOf(cell.day, DAYS_IN_A_WEEK, newest),
    stratumId: cell.stratumId,
  }))
  const plain = together(
    weeks.filter((cell) => !isLarge(cell)),
    ({ day }) => ({ day, stratumId }),
  )
  const months = together(
    plain.filter((cell) => !isLarge(cell)),
    ({ day }) => ({
      day: endOf(day, DAYS_IN_FOUR_WEEKS, newest),
      stratumId,
    }),
  )
  // cells of three steps may come to lie on one another
  const cells = together(
    [weeks, plain, months].flatMap((step) => step.filter(isLarge)),
    (cell) => cell,
  )
  const leftOut = months.filter((cell) => !isLarge(cell)).reduce((sum, cell) => sum + (cell.sums[0] ?? 0), 0)
  return { cells, leftOut }
}
