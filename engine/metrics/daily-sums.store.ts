import { allRaw, type ReadableDatabase } from '../store/index.ts'
import { isInteractionMetric, type InteractionMetricId } from './definitions.ts'
import { columnsOf, readCells, type MetricCell } from './reading.store.ts'

/** Day numbers, both ends included. */
interface Days {
  from: number
  to: number
}

/** What was observed of some people on some metrics, day by day. */
export interface DailySums {
  /** One person's cells of a metric by stratum and day; drawn reviews and everything else apart. */
  byDay: (metricId: string, personId: number, days: Days) => MetricCell[]
  /** The same over all of the days: one cell a stratum, and one more for its drawn reviews. */
  over: (metricId: string, personId: number, days: Days) => MetricCell[]
}

/** A large centre's are read in some thirty milliseconds. */
const DAYS_IN_A_PIECE = 14

/** One person's sums of contacts in the order of their days, those of a row side by side. */
interface Rows {
  days: number[]
  strata: number[]
  sums: number[]
}

/** Where in a row the parts of a metric stand; null for a part it has not. */
type Places = Record<'n' | 'sum' | 'sumSq' | 'logSum' | 'logSumSq', number | null>

/**
 * Reads daily sums for the people asked for. Those of contacts are read in one pass over the days and kept as bare numbers: a row for nearly every
 * contact of a large centre, each once for every metric, is more than objects should be made for. Yields between stretches of days.
 */
export function* readDailySums(
  database: ReadableDatabase,
  metricIds: readonly string[],
  range: Days,
  personIds: readonly number[],
): Generator<void, DailySums> {
  const contacts = yield* contactSums(database, metricIds.filter(isInteractionMetric), range, personIds)
  const others = observations(
    database,
    metricIds.filter((id) => !isInteractionMetric(id)),
    range,
    personIds,
  )
  const byDay: DailySums['byDay'] = (metricId, personId, days) =>
    isInteractionMetric(metricId)
      ? contacts(metricId, personId, days)
      : others(metricId, personId).filter(({ day }) => day >= days.from && day <= days.to)
  return {
    byDay,
    over: (metricId, personId, days) =>
      isInteractionMetric(metricId)
        ? contacts(metricId, personId, days, true)
        : addedUp(byDay(metricId, personId, days)),
  }
}

function* contactSums(
  database: ReadableDatabase,
  metricIds: readonly InteractionMetricId[],
  range: Days,
  personIds: readonly number[],
) {
  const columns: string[] = []
  const places = new Map<InteractionMetricId, Places>()
  for (const metricId of metricIds) {
    const placeOf = (column: string | null) => {
      if (column === null) return null
      const known = columns.indexOf(column)
      return known === -1 ? columns.push(column) - 1 : known
    }
    const { n, sum, sumSq, logSum, logSumSq } = columnsOf(metricId)
    places.set(metricId, {
      n: placeOf(n),
      sum: placeOf(sum),
      sumSq: placeOf(sumSq),
      logSum: placeOf(logSum),
      logSumSq: placeOf(logSumSq),
    })
  }
  const width = columns.length
  const rowsOf = new Map<number, Rows>()
  if (width > 0) {
    const people = JSON.stringify(personIds)
    const personOf = new Map(
      allRaw<[number, number]>(
        database,
        'SELECT id, person_id FROM identities WHERE person_id IN (SELECT value FROM json_each(?))',
        people,
      ),
    )
    for (let from = range.from; from <= range.to; from += DAYS_IN_A_PIECE) {
      // in the order of its own index; looking each person up on each day costs more as soon as there are many
      const found = allRaw<number[]>(
        database,
        `SELECT identity_id, stratum_id, day, ${columns.join(', ')} FROM interaction_days
         WHERE day BETWEEN ?1 AND ?2 AND +identity_id IN (SELECT id FROM identities WHERE person_id IN (SELECT value FROM json_each(?3)))
         ORDER BY day, identity_id, stratum_id`,
        from,
        Math.min(range.to, from + DAYS_IN_A_PIECE - 1),
        people,
      )
      for (const row of found) {
        const personId = personOf.get(row[0]!)!
        let rows = rowsOf.get(personId)
        if (rows === undefined) rowsOf.set(personId, (rows = { days: [], strata: [], sums: [] }))
        rows.strata.push(row[1]!)
        rows.days.push(row[2]!)
        for (let column = 0; column < width; column++) rows.sums.push(row[3 + column]!)
      }
      yield
    }
  }
  return (metricId: InteractionMetricId, personId: number, { from, to }: Days, isOver = false) => {
    const own = rowsOf.get(personId)
    const place = places.get(metricId)
    const cells: MetricCell[] = []
    if (own === undefined || place === undefined) return cells
    const { days, strata, sums } = own
    const known = new Map<number, MetricCell>()
    for (let row = firstFrom(days, from); row < days.length && days[row]! <= to; row++) {
      const at = row * width
      const part = (of: number | null) => (of === null ? 0 : sums[at + of]!)
      const n = part(place.n)
      if (n === 0) continue
      const stratumId = strata[row]!
      let cell = isOver ? known.get(stratumId) : undefined
      if (cell === undefined) {
        cell = emptyCell(metricId, personId, stratumId, days[row]!, place.logSum !== null)
        known.set(stratumId, cell)
        cells.push(cell)
      }
      cell.n += n
      cell.sum += part(place.sum)
      cell.sumSq += part(place.sumSq)
      if (cell.logSum === null) continue
      cell.logSum += part(place.logSum)
      cell.logSumSq! += part(place.logSumSq)
    }
    return cells
  }
}

/** The first place of a day that is not before `from`; days in order. */
function firstFrom(days: readonly number[], from: number): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! < from) low = middle + 1
    else high = middle
  }
  return low
}

function emptyCell(
  metricId: string,
  personId: number,
  stratumId: number,
  day: number,
  hasLogs: boolean,
): MetricCell {
  return {
    metricId,
    personId,
    stratumId,
    day,
    n: 0,
    sum: 0,
    sumSq: 0,
    drawn: null,
    logSum: hasLogs ? 0 : null,
    logSumSq: hasLogs ? 0 : null,
    numerator: null,
    denominator: null,
  }
}

function observations(
  database: ReadableDatabase,
  metricIds: readonly string[],
  range: Days,
  personIds: readonly number[],
) {
  const cells =
    metricIds.length === 0 ? [] : readCells(database, { range, metricIds, personIds, byDay: true })
  const byMetric = new Map(
    [...Map.groupBy(cells, ({ metricId }) => metricId)].map(([metricId, own]) => [
      metricId,
      Map.groupBy(own, ({ personId }) => personId),
    ]),
  )
  return (metricId: string, personId: number): readonly MetricCell[] =>
    byMetric.get(metricId)?.get(personId) ?? []
}

const plus = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b)

function addedUp(cells: readonly MetricCell[]): MetricCell[] {
  const known = new Map<string, MetricCell>()
  for (const cell of cells) {
    const key = `${cell.stratumId} ${cell.drawn === null}`
    const own = known.get(key)
    if (own === undefined) {
      known.set(key, { ...cell, drawn: cell.drawn === null ? null : { ...cell.drawn } })
      continue
    }
    own.n += cell.n
    own.sum += cell.sum
    own.sumSq += cell.sumSq
    own.numerator = plus(own.numerator, cell.numerator)
    own.denominator = plus(own.denominator, cell.denominator)
    if (own.drawn === null || cell.drawn === null) continue
    own.drawn.weight += cell.drawn.weight
    own.drawn.weightSq += cell.drawn.weightSq
    own.drawn.weightSqSum += cell.drawn.weightSqSum
    own.drawn.weightSqSumSq += cell.drawn.weightSqSumSq
  }
  return [...known.values()]
}
