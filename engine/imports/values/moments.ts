import type { MomentOrder } from '../../../shared/domain/import-kinds.ts'
import { dayNameOf } from './civil-days.ts'
import { lastWallTime, readTimeOfDay, readWallTime } from './wall-time.ts'
import { zoneClock } from '../../zone-clock.ts'

const DAY_MS = 86_400_000

/** Excel counts days from 1899-12-30 (its 1900 is wrongly a leap year, so serials below 61 are not read as dates). */
const EXCEL_EPOCH_DAYS_BEFORE_1970 = 25_569

/** Reads a cell to UTC milliseconds; NaN where the text is no moment. Cells that state nothing are the caller's. */
export type InstantReader = (cell: string) => number

/**
 * Makes the reader of a column of moments. Counts (`epoch-...`) are UTC; Excel serials and written dates without an
 * offset are wall times of `timeZone`. A date without a time is that day's first moment.
 */
export function instantReader(order: MomentOrder, timeZone: string): InstantReader {
  const clock = zoneClock(timeZone)
  switch (order) {
    case 'epoch-seconds':
      return (cell) => readCount(cell, 1000)
    case 'epoch-milliseconds':
      return (cell) => readCount(cell, 1)
    case 'epoch-microseconds':
      return (cell) => readCount(cell, 0.001)
    case 'excel-serial':
      return (cell) => clock.instantOf(readSerial(cell))
    case 'ymd':
    case 'dmy':
    case 'mdy':
      return (cell) => {
        const wall = readWallTime(cell, order)
        const offset = lastWallTime.offsetMs
        return offset === offset ? wall - offset : wall === wall ? clock.instantOf(wall) : wall
      }
  }
}

/**
 * Makes the reader of a column of days, as wall milliseconds in `timeZone`; NaN where the text is no date. A written date
 * is the day it names, also with a time beside it; with an offset (or a count) it is that moment on the zone's wall.
 */
export function wallReader(order: MomentOrder, timeZone: string): (cell: string) => number {
  const clock = zoneClock(timeZone)
  if (order === 'excel-serial') return readSerial
  if (order === 'ymd' || order === 'dmy' || order === 'mdy') {
    return (cell) => {
      const wall = readWallTime(cell, order)
      const offset = lastWallTime.offsetMs
      return offset === offset ? clock.wallOf(wall - offset) : wall
    }
  }
  const instantOf = instantReader(order, timeZone)
  return (cell) => {
    const instant = instantOf(cell)
    return instant === instant ? clock.wallOf(instant) : instant
  }
}

/** As `wallReader`, but `YYYY-MM-DD`, and null where the text is no date. */
export function dayReader(order: MomentOrder, timeZone: string): (cell: string) => string | null {
  const read = wallReader(order, timeZone)
  return (cell) => {
    const wall = read(cell)
    return wall === wall ? dayNameOf(wall) : null
  }
}

/**
 * The time of day of a cell, in milliseconds since midnight; NaN where it is unreadable.
 * Accepts clock times and, as spreadsheets store them, fractions of a day.
 */
export function timeOfDayMs(cell: string): number {
  const text = cell.trim()
  const fraction = Number(text.replace(',', '.'))
  if (text !== '' && fraction >= 0 && fraction < 1) return Math.round(fraction * DAY_MS)
  lastWallTime.offsetMs = Number.NaN
  const time = readTimeOfDay(text)
  if (time === time) return time
  // Spreadsheets write a bare time as a time on some first day.
  const wall = readWallTime(text, 'ymd')
  return wall === wall && lastWallTime.hasTime ? ((wall % DAY_MS) + DAY_MS) % DAY_MS : Number.NaN
}

function readCount(cell: string, unitMs: number): number {
  const count = Number(cell)
  if (cell.trim() === '' || !Number.isFinite(count)) return Number.NaN
  const instant = Math.round(count * unitMs)
  return Math.abs(instant) > 8.64e15 ? Number.NaN : instant
}

function readSerial(cell: string): number {
  const serial = Number(cell.includes('.') ? cell : cell.replace(',', '.'))
  if (cell.trim() === '' || !(serial >= 61 && serial < 2_958_466)) return Number.NaN
  // Serials carry about a tenth of a millisecond; whole seconds are what was meant within half a millisecond.
  const wall = (serial - EXCEL_EPOCH_DAYS_BEFORE_1970) * DAY_MS
  const toSecond = Math.round(wall / 1000) * 1000
  return Math.abs(wall - toSecond) < 1 ? toSecond : Math.round(wall)
}
