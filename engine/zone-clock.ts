import { t } from '#speech'

const DAY_MS = 86_400_000
const QUARTER_HOUR_MS = 900_000

/** The wall clock of one time zone. Wall times are milliseconds as if the wall clock were UTC. */
export interface ZoneClock {
  timeZone: string
  /** The instant (ms UTC) at which the wall clock shows `wallMs`. */
  instantOf(wallMs: number): number
  /** What the wall clock shows (ms as if UTC) at the instant. */
  wallOf(instantMs: number): number
}

const clocks = new Map<string, ZoneClock>()

/**
 * The clock of an IANA zone (`Europe/Berlin`, `UTC`). A wall time that is skipped when clocks go forward counts on from
 * the old offset (02:30 becomes 03:30); one that occurs twice means the first, as Temporal's 'compatible' rule has it.
 * Offsets are looked up once per day (per quarter hour around a change), so a million rows cost no more than a year of
 * days. Throws a RangeError naming the zone when it is unknown.
 */
export function zoneClock(timeZone: string): ZoneClock {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = makeClock(timeZone)
  clocks.set(timeZone, clock)
  return clock
}

function makeClock(timeZone: string): ZoneClock {
  const format = wallFormat(timeZone)
  if (/^(?:UTC|GMT|Etc\/(?:UTC|GMT|Zulu|Universal)|Z)$/i.test(timeZone)) {
    return { timeZone, instantOf: (wallMs) => wallMs, wallOf: (instantMs) => instantMs }
  }
  const offsetsByQuarter = new Map<number, number>()
  const offsetAt = (instantMs: number): number => {
    const quarter = Math.floor(instantMs / QUARTER_HOUR_MS)
    let offset = offsetsByQuarter.get(quarter)
    if (offset === undefined) {
      offset = readOffset(format, quarter * QUARTER_HOUR_MS)
      offsetsByQuarter.set(quarter, offset)
    }
    return offset
  }
  // NaN marks a day on which (or near which) the offset changes.
  const offsetsByDay = new Map<number, number>()
  const dayOffset = (day: number): number => {
    const start = day * DAY_MS
    const before = offsetAt(start - DAY_MS)
    const steady = before === offsetAt(start + DAY_MS) && before === offsetAt(start + 2 * DAY_MS)
    const offset = steady ? before : Number.NaN
    offsetsByDay.set(day, offset)
    return offset
  }
  let lastDay = Number.NaN
  let lastOffset = 0
  const steadyOffset = (ms: number): number => {
    const day = Math.floor(ms / DAY_MS)
    if (day !== lastDay) {
      lastOffset = offsetsByDay.get(day) ?? dayOffset(day)
      lastDay = day
    }
    return lastOffset
  }
  return {
    timeZone,
    instantOf(wallMs) {
      const steady = steadyOffset(wallMs)
      if (steady === steady) return wallMs - steady
      const before = offsetAt(wallMs - DAY_MS)
      if (offsetAt(wallMs - before) === before) return wallMs - before
      const after = offsetAt(wallMs + DAY_MS)
      return offsetAt(wallMs - after) === after ? wallMs - after : wallMs - before
    },
    wallOf(instantMs) {
      const steady = steadyOffset(instantMs)
      return instantMs + (steady === steady ? steady : offsetAt(instantMs))
    },
  }
}

function wallFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    })
  } catch {
    throw new RangeError(
      t`The time zone "${{ timeZone }}" is not known. Use a name such as Europe/Berlin or UTC.`,
    )
  }
}

function readOffset(format: Intl.DateTimeFormat, instantMs: number): number {
  const parts: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(instantMs)) parts[type] = value
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year'])
  const wall = new Date(0)
  wall.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']))
  wall.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']))
  return wall.getTime() - instantMs
}
