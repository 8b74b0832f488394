import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { effectiveSums, hajekVariance } from '../statistics/index.ts'
import type { DrawnSums, MetricCell } from './reading.store.ts'

/** Sums of one metric over any number of cells. */
export interface MetricSums {
  /** Observations; of drawn reviews as many equal ones as they say as much as. */
  n: number
  /** Observations as they were counted. */
  observed: number
  sum: number
  sumSq: number
  /** Of drawn reviews alone: the variance of their weighted mean, null under two of them. */
  variance?: number | null
  numerator: number | null
  denominator: number | null
}

/** A day's cells as they are added up, before drawn reviews are taken for what they are worth. */
interface Running {
  observed: number
  sum: number
  sumSq: number
  numerator: number | null
  denominator: number | null
  drawn: DrawnSums | null
}

function nothing(): Running {
  return { observed: 0, sum: 0, sumSq: 0, numerator: null, denominator: null, drawn: null }
}

function addTo(total: Running, cell: MetricCell): void {
  if (total.observed > 0 && (total.drawn === null) !== (cell.drawn === null))
    throw new RangeError('Drawn reviews and evaluations of unknown selection are never added up together.')
  total.observed += cell.n
  total.sum += cell.sum
  total.sumSq += cell.sumSq
  if (cell.drawn !== null) {
    total.drawn ??= { weight: 0, weightSq: 0, weightSqSum: 0, weightSqSumSq: 0 }
    total.drawn.weight += cell.drawn.weight
    total.drawn.weightSq += cell.drawn.weightSq
    total.drawn.weightSqSum += cell.drawn.weightSqSum
    total.drawn.weightSqSumSq += cell.drawn.weightSqSumSq
  }
  if (cell.numerator !== null) total.numerator = (total.numerator ?? 0) + cell.numerator
  if (cell.denominator !== null) total.denominator = (total.denominator ?? 0) + cell.denominator
}

function finished({ observed, sum, sumSq, drawn, numerator, denominator }: Running): MetricSums {
  if (drawn === null) return { n: observed, observed, sum, sumSq, numerator, denominator }
  const sums = { n: observed, sum, sumOfSquares: sumSq, ...drawn }
  const worth = effectiveSums(sums)
  return {
    n: worth.n,
    observed,
    sum: worth.sum,
    sumSq: worth.sumOfSquares,
    variance: hajekVariance(sums),
    numerator,
    denominator,
  }
}

/** The sums of cells added up: all of drawn reviews, or none of them; both together are refused. */
export function addUp(cells: Iterable<MetricCell>): MetricSums {
  const total = nothing()
  for (const cell of cells) addTo(total, cell)
  return finished(total)
}

/** The same for each person. */
export function addUpByPerson(cells: Iterable<MetricCell>): Map<number, MetricSums> {
  const totals = new Map<number, Running>()
  for (const cell of cells) {
    let total = totals.get(cell.personId)
    if (!total) totals.set(cell.personId, (total = nothing()))
    addTo(total, cell)
  }
  return new Map([...totals].map(([personId, total]) => [personId, finished(total)]))
}

/** The observed value in the metric's stored unit: sum over sum for ratios, else the mean; null where undefined, never 0. */
export function observedValue(definition: MetricDefinition, sums: MetricSums): number | null {
  if (sums.n === 0) return null
  if (definition.kind === 'ratio' && sums.numerator !== null && sums.denominator !== null)
    return sums.denominator > 0 ? sums.numerator / sums.denominator : null
  return sums.sum / sums.n
}
