import { zoneClock } from '../../zone-clock.ts'
import { at, datesAt, dayOf, type DateOrder, type Found, type WrittenDate } from './written-dates.ts'

/** A time of day, and how far the clock it was read from is ahead of UTC where the name says so. */
export interface WrittenTime {
  dayMs: number
  offsetMs: number | null
}

/** A moment as a name has it: an instant, or a date with or without a time. */
export type WrittenMoment = { instantMs: number } | { date: WrittenDate; time: WrittenTime | null }

const CLOCK_PARTS = /(\d{1,2})([-_.:])(\d{2})\2(\d{2})(?:[.,]\d{1,6}(?!\d))?/y
const CLOCK_COMPACT = /(\d{2})(\d{2})(\d{2})/y
const CLOCK_LETTERS = /(\d{1,2})h(\d{2})m?(?:(\d{2})s?)?/iy
const CLOCK_SHORT = /(\d{1,2})([-_.:]?)(\d{2})/y
const HALF = /[ _-]?([ap])\.?m\.?(?![a-z])/iy
const ZONE = /(?:z|[ _-]?(?:utc|gmt))(?![a-z0-9])|\+(\d{2}):?(\d{2})(?!\d)/iy
const BETWEEN = /T|[-_., ]{1,3}(?:at[ _])?/iy
const EPOCH = /\d{10}(?:\d{3})?/y

/** Counts of seconds from 2000 to 2100: outside, a number of ten digits is something else. */
const EARLIEST_SECONDS = 946_684_800
const LATEST_SECONDS = 4_102_444_800

/** The times of day that may stand in a text from `position` on, the longest first. */
export function timesAt(text: string, position: number): Found<WrittenTime>[] {
  const found: Found<WrittenTime>[] = []
  const take = (match: RegExpExecArray | null, hour: number, minute: number, second: number) => {
    if (!match || minute > 59 || second > 59) return
    const end = position + match[0].length
    const half = at(HALF, text, end)
    if (half && hour >= 1 && hour <= 12) {
      const shifted = (hour % 12) + (half[1]!.toLowerCase() === 'p' ? 12 : 0)
      found.push({
        end: end + half[0].length,
        value: { dayMs: clockMs(shifted, minute, second), offsetMs: null },
      })
    }
    if (hour > 23) return
    const dayMs = clockMs(hour, minute, second)
    found.push({ end, value: { dayMs, offsetMs: null } })
    const zone = at(ZONE, text, end)
    if (!zone) return
    const minutes = Number(zone[1] ?? 0) * 60 + Number(zone[2] ?? 0)
    if (minutes <= 14 * 60)
      found.push({ end: end + zone[0].length, value: { dayMs, offsetMs: minutes * 60_000 } })
  }
  const parts = at(CLOCK_PARTS, text, position)
  take(parts, Number(parts?.[1]), Number(parts?.[3]), Number(parts?.[4]))
  const compact = at(CLOCK_COMPACT, text, position)
  take(compact, Number(compact?.[1]), Number(compact?.[2]), Number(compact?.[3]))
  const letters = at(CLOCK_LETTERS, text, position)
  take(letters, Number(letters?.[1]), Number(letters?.[2]), Number(letters?.[3] ?? 0))
  const short = at(CLOCK_SHORT, text, position)
  if (short && (short[2] !== '' || short[1]!.length === 2)) take(short, Number(short[1]), Number(short[3]), 0)
  return found.sort((one, other) => other.end - one.end)
}

/**
 * The moments that may stand in a text from `position` on, the longest first: a date and a time (`20250219T060122`,
 * `2025-02-19 06.01.22`), or a count of seconds or milliseconds since 1970.
 */
export function momentsAt(text: string, position: number): Found<WrittenMoment>[] {
  const found: Found<WrittenMoment>[] = []
  const epoch = at(EPOCH, text, position)
  if (epoch) {
    for (const length of [13, 10]) {
      const digits = epoch[0].slice(0, length)
      const seconds = digits.length === 13 ? Number(digits) / 1000 : Number(digits)
      if (digits.length === length && seconds >= EARLIEST_SECONDS && seconds < LATEST_SECONDS)
        found.push({ end: position + length, value: { instantMs: seconds * 1000 } })
    }
  }
  for (const { end, value: date } of datesAt(text, position)) {
    const between = at(BETWEEN, text, end)
    // without anything between them both must be bare digits: 20250219060122
    if (!between && !/^\d+$/.test(text.slice(position, end))) continue
    for (const time of timesAt(text, end + (between?.[0].length ?? 0)))
      found.push({ end: time.end, value: { date, time: time.value } })
  }
  return found.sort((one, other) => other.end - one.end)
}

/**
 * The instant of a moment in milliseconds UTC, dates being read in `order`; a date alone is the first moment of that day. A time the
 * clocks skip counts on from the old offset, one that occurs twice means the first (Temporal's `compatible`). Null: no such day.
 */
export function instantOf(moment: WrittenMoment, order: DateOrder, timeZone: string): number | null {
  if ('instantMs' in moment) return moment.instantMs
  const day = dayOf(moment.date, order)
  if (day === null) return null
  const wallMs = day * 86_400_000 + (moment.time?.dayMs ?? 0)
  const offsetMs = moment.time?.offsetMs ?? null
  if (offsetMs !== null) return wallMs - offsetMs
  return zoneClock(timeZone).instantOf(wallMs)
}

function clockMs(hour: number, minute: number, second: number): number {
  return (hour * 3600 + minute * 60 + second) * 1000
}
