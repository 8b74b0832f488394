import type { AgentPage } from '../../../shared/contract/coaching.ts'
import { addDays, dayNumber } from '../../../shared/domain/time.ts'

export type AttendanceDay = AgentPage['attendance'][number]

/** 1970-01-01 was a Thursday: 0 is Monday. */
function weekdayOf(day: string): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7
}

/** The days as whole weeks from Monday to Sunday, ascending; days without a record are filled in as unknown. */
export function attendanceWeeks(days: AttendanceDay[]): AttendanceDay[][] {
  const known = new Map(days.map((day) => [day.day, day]))
  const sorted = [...known.keys()].toSorted()
  const first = sorted[0]
  const last = sorted.at(-1)
  if (first === undefined || last === undefined) return []
  const weeks: AttendanceDay[][] = []
  for (let monday = addDays(first, -weekdayOf(first)); monday <= last; monday = addDays(monday, 7))
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = addDays(monday, index)
        return (
          known.get(day) ?? {
            day,
            scheduledMs: null,
            adherence: null,
            conformance: null,
            absence: null,
            reason: null,
          }
        )
      }),
    )
  return weeks
}
