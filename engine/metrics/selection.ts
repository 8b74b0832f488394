import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { FEWEST_PEERS_FOR_A_PRIOR } from '../statistics/index.ts'
import type { MetricCell } from './reading.store.ts'
import { addUp, addUpByPerson } from './value.ts'

/** Cells of drawn reviews, and of everything whose selection is unknown or that is no matter of selection. */
export interface BySelection {
  drawn: readonly MetricCell[]
  others: readonly MetricCell[]
}

/** Tells the two apart; where there are no drawn ones (most metrics) nothing is copied. */
export function bySelection(cells: readonly MetricCell[]): BySelection {
  if (cells.every(({ drawn }) => drawn === null)) return { drawn: [], others: cells }
  return {
    drawn: cells.filter(({ drawn }) => drawn !== null),
    others: cells.filter(({ drawn }) => drawn === null),
  }
}

/**
 * What a table over everybody rests on: drawn reviews where at least five people have the metric's least n of them, counted as what they are worth,
 * or where there is nothing else; else what was imported. One table never shows both.
 */
export function selectionOf(
  definition: MetricDefinition,
  cells: readonly MetricCell[],
): BySelection & {
  isDrawn: boolean
} {
  const { drawn, others } = bySelection(cells)
  const enough = [...addUpByPerson(drawn)].filter(
    ([personId, { n }]) => personId !== 0 && n >= definition.leastN,
  )
  return {
    drawn,
    others,
    isDrawn: drawn.length > 0 && (others.length === 0 || enough.length >= FEWEST_PEERS_FOR_A_PRIOR),
  }
}

/**
 * A person's drawn cells as one, which counts as many plain observations as they are worth: weights have to be added up over everything before.
 * Questions and scores have no case mix, so that strata do not matter. Other cells stay as they are.
 */
export function asPlainCells(cells: readonly MetricCell[]): readonly MetricCell[] {
  if (cells.every(({ drawn }) => drawn === null)) return cells
  return [...Map.groupBy(cells, ({ personId }) => personId).values()].map((own) => {
    const { n, sum, sumSq } = addUp(own)
    return { ...own[0]!, n, sum, sumSq, drawn: null }
  })
}
