import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import type { MetricCell } from './reading.store.ts'

/** Sums of one metric over any number of cells. */
export interface MetricSums {
  n: number
  sum: number
  numerator: number | null
  denominator: number | null
}

function noSums(): MetricSums {
  return { n: 0, sum: 0, numerator: null, denominator: null }
}

function addTo(total: MetricSums, cell: MetricCell): void {
  total.n += cell.n
  total.sum += cell.sum
  if (cell.numerator !== null) total.numerator = (total.numerator ?? 0) + cell.numerator
  if (cell.denominator !== null) total.denominator = (total.denominator ?? 0) + cell.denominator
}

/** The sums of cells added up. */
export function addUp(cells: Iterable<MetricCell>): MetricSums {
  const total = noSums()
  for (const cell of cells) addTo(total, cell)
  return total
}

/** The same for each person. */
export function addUpByPerson(cells: Iterable<MetricCell>): Map<number, MetricSums> {
  const totals = new Map<number, MetricSums>()
  for (const cell of cells) {
    let total = totals.get(cell.personId)
    if (!total) totals.set(cell.personId, (total = noSums()))
    addTo(total, cell)
  }
  return totals
}

/** The observed value in the metric's stored unit: sum over sum for ratios, else the mean; null where undefined, never 0. */
export function observedValue(definition: MetricDefinition, sums: MetricSums): number | null {
  if (sums.n === 0) return null
  if (definition.kind === 'ratio' && sums.numerator !== null && sums.denominator !== null)
    return sums.denominator > 0 ? sums.numerator / sums.denominator : null
  return sums.sum / sums.n
}
