import type { Freshness } from '../../shared/contract/workspace.ts'
import { dayNumber } from '../../shared/domain/time.ts'
import { dayInWords } from '../documents/index.ts'
import type { PersonCounts } from './counts.store.ts'
import { counted, listed } from './words.ts'

/** A kind of data that ends so many days before the window does is late. */
const LATE_DAYS = 3
const MOST_NAMED = 8

/** Sentences about what a window does not know: silence is never good news. */
export function missingOf(
  freshness: readonly Freshness[],
  people: readonly { id: number; name: string }[],
  counts: ReadonlyMap<number, PersonCounts>,
  windowEnd: string,
): string[] {
  const late = freshness.flatMap(({ label, n, to }) => {
    if (n === 0) return [`${label}: none have been imported.`]
    const behind = to === null ? 0 : dayNumber(windowEnd) - dayNumber(to)
    return behind >= LATE_DAYS ? [`${label}: nothing after ${dayInWords(to!)}.`] : []
  })
  const without = (kind: keyof PersonCounts, what: string) => {
    const names = people.filter(({ id }) => (counts.get(id)?.[kind] ?? 0) === 0).map(({ name }) => name)
    if (names.length === 0) return []
    if (names.length === people.length) return [`No ${what} for anybody in this period.`]
    const shown = names.slice(0, MOST_NAMED)
    const rest = names.length - shown.length
    return [`No ${what} for ${listed(rest > 0 ? [...shown, counted(rest, 'other')] : shown)}.`]
  }
  return [
    ...late,
    ...without('evaluations', 'evaluations'),
    ...without('surveys', 'surveys'),
    ...without('shifts', 'shift records'),
  ]
}
