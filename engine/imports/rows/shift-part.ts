import { t } from '#speech'
import type { ShiftFacts } from '../facts.ts'
import { dayNameOf } from '../values/civil-days.ts'
import { zoneClock } from '../../zone-clock.ts'
import { flagReader, wordReader } from '../values/flags.ts'
import type { CellReader, RowBuilding } from './cells.ts'
import {
  dayCell,
  durationCell,
  durationCellOf,
  hasAny,
  instantCell,
  textCell,
  timeOfDayCell,
} from './cells.ts'
import { shareCell } from './rating-cells.ts'

const DAY_MS = 86_400_000

/**
 * Makes the reader of a workforce row; null when it states nothing. The day is its own column or the start's day in the
 * mapping's zone. Adherence follows from the seconds and the seconds from adherence where only one of them is given.
 */
export function shiftPart(building: RowBuilding): (row: readonly string[]) => ShiftFacts | null {
  if (!hasAny(building, 'shift.')) return () => null
  const clock = zoneClock(building.timeZone)
  const ownDay = dayCell(building, 'shift.day')
  const started = instantCell(building, 'shift.startedAt')
  const startedTime = timeOfDayCell(building, 'shift.startedTime')
  const ended = instantCell(building, 'shift.endedAt')
  const endedTime = timeOfDayCell(building, 'shift.endedTime')
  const scheduled = durationCell(building, 'shift.scheduled')
  const worked = durationCell(building, 'shift.worked')
  const inAdherence = durationCell(building, 'shift.inAdherence')
  const exception = durationCell(building, 'shift.exception')
  const adherence = shareCell(building, 'shift.adherence', 1)
  const conformanceScheduled = durationCell(building, 'shift.conformanceScheduled')
  const conformanceActual = durationCell(building, 'shift.conformanceActual')
  const conformance = shareCell(building, 'shift.conformance', 100)
  const occupancy = shareCell(building, 'shift.occupancy', 1)
  const absence = absenceReader(building)
  const tellsAbsence = building.columns.first('shift.absence') !== null
  const absenceReason = textCell(building, 'shift.absenceReason')
  const status = textCell(building, 'shift.status')
  const statusColumns = building.columns.every('shift.statusTime').map((placed) => ({
    name: placed.mapping.status ?? null,
    column: placed.column,
    read: durationCellOf(building, placed),
  }))
  return (row) => {
    let startedAtMs = started(row)
    let endedAtMs = ended(row)
    const day = ownDay(row) ?? (startedAtMs === null ? null : dayNameOf(clock.wallOf(startedAtMs)))
    if (day !== null) {
      const [from, to] = [startedTime(row), endedTime(row)]
      const midnight = Date.parse(`${day}T00:00:00Z`)
      if (startedAtMs === null && from !== null) startedAtMs = clock.instantOf(midnight + from)
      // a shift that ends before it began ends on the next day
      const isOvernight = from !== null && to !== null && to <= from
      if (endedAtMs === null && to !== null)
        endedAtMs = clock.instantOf(midnight + to + (isOvernight ? DAY_MS : 0))
    }
    const scheduledMs = scheduled(row)
    let inAdherenceMs = inAdherence(row)
    const exceptionMs = exception(row)
    let adherenceShare = adherence(row)
    if (scheduledMs !== null && scheduledMs > 0) {
      if (inAdherenceMs === null && exceptionMs !== null)
        inAdherenceMs = Math.max(0, scheduledMs - exceptionMs)
      if (adherenceShare === null && inAdherenceMs !== null)
        adherenceShare = Math.min(1, inAdherenceMs / scheduledMs)
      if (inAdherenceMs === null && adherenceShare !== null)
        inAdherenceMs = Math.round(adherenceShare * scheduledMs)
    }
    const conformanceScheduledMs = conformanceScheduled(row)
    const conformanceActualMs = conformanceActual(row)
    let conformanceShare = conformance(row)
    if (conformanceShare === null && conformanceActualMs !== null && (conformanceScheduledMs ?? 0) > 0) {
      conformanceShare = conformanceActualMs / (conformanceScheduledMs ?? 1)
    }
    const workedMs = worked(row)
    const wasThere = (workedMs ?? inAdherenceMs ?? adherenceShare ?? 0) > 0
    // where a column tells absences, a day of work it says nothing of is a day without one
    const absenceWord = absence(row) ?? (tellsAbsence && wasThere ? 'none' : null)
    const statusName = status(row)
    const statusTimes: ShiftFacts['statusTimes'] = []
    for (const { name, column, read } of statusColumns) {
      const durationMs = read(row)
      if (durationMs !== null) statusTimes.push({ status: name ?? statusName ?? column, durationMs })
    }
    const occupancyShare = occupancy(row)
    const reasonText = absenceReason(row)
    if (
      scheduledMs === null &&
      workedMs === null &&
      inAdherenceMs === null &&
      exceptionMs === null &&
      adherenceShare === null &&
      conformanceScheduledMs === null &&
      conformanceActualMs === null &&
      conformanceShare === null &&
      occupancyShare === null &&
      absenceWord === null &&
      reasonText === null &&
      statusTimes.length === 0 &&
      startedAtMs === null
    ) {
      return null
    }
    if (day === null) {
      building.state.rejection ??= {
        code: 'missing-key',
        column: building.columns.first('shift.day')?.column ?? null,
        message: t`The row names no day, so its times belong to none.`,
      }
    }
    return {
      day: day ?? '',
      startedAtMs,
      endedAtMs,
      scheduledMs,
      workedMs,
      inAdherenceMs,
      exceptionMs,
      adherence: adherenceShare,
      conformanceScheduledMs,
      conformanceActualMs,
      conformance: conformanceShare,
      occupancy: occupancyShare,
      absence: absenceWord,
      absenceReason: reasonText,
      statusTimes,
    }
  }
}

type Absence = NonNullable<ShiftFacts['absence']>

/**
 * Absence comes from one column of words, or from columns for planned and unplanned absence that say how long or whether;
 * where both are, unplanned stands. A bare yes is unplanned.
 */
function absenceReader(building: RowBuilding): CellReader<Absence> {
  const readers = building.columns.every('shift.absence').map((placed): CellReader<Absence> => {
    const kind: Absence = placed.mapping.status === 'planned' ? 'planned' : 'unplanned'
    if (placed.transform.as === 'duration') {
      const read = durationCellOf(building, placed)
      return (row) => {
        const durationMs = read(row)
        return durationMs === null ? null : durationMs > 0 ? kind : 'none'
      }
    }
    if (placed.transform.as === 'flag') {
      const read = flagReader(placed.transform)
      return (row) => {
        const isAbsent = read(row[placed.index] ?? '')
        return isAbsent === null ? null : isAbsent ? kind : 'none'
      }
    }
    if (placed.transform.as !== 'word') return () => null
    const read = wordReader(placed.transform)
    return (row) => {
      const word = read(row[placed.index] ?? '')
      return word === 'none' || word === 'planned' || word === 'unplanned' ? word : null
    }
  })
  return (row) => {
    let strongest: Absence | null = null
    for (const read of readers) {
      const absence = read(row)
      if (absence !== null && (strongest === null || RANK[absence] > RANK[strongest])) strongest = absence
    }
    return strongest
  }
}

const RANK: Record<Absence, number> = { none: 0, planned: 1, unplanned: 2 }
