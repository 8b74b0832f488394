import type { HealthSubject } from '../../shared/contract/health.ts'
import { chanceOfAtMost, dispersionOf } from '../statistics/index.ts'
import { FALSE_ALARMS } from './stopped.ts'
import { sumOf, type Days, type Scene } from './scene.ts'

/** A group or person without rows while their contacts go on. */
export interface Without {
  /** The first silent day; null where there were no rows in all the days looked at. */
  since: number | null
  expected: number
}

/** Own rows from which the own rate can be told. */
const LEAST_OWN = 8

/**
 * Who has no rows of a subject since some day although they have contacts. Rows to be expected are contacts since then x rows per contact: the lower
 * of the own rate before (from eight rows on) and that of all together. It counts when the chance of none is under 1% over all who are looked at
 * (Bonferroni) and the silence longer than any of their own before. `end` is the last day anybody has rows: later ones may still come for all.
 */
export function whoIsWithout(
  scene: Scene,
  subject: HealthSubject,
  rowsOf: ReadonlyMap<number, Days>,
  contactsOf: ReadonlyMap<number, Days>,
  keys: readonly number[],
): Map<number, Without> {
  const end = scene.days[subject].total.findLastIndex((n) => n > 0)
  const found = new Map<number, Without>()
  if (end < 0) return found
  const looked = keys.filter((key) => sumOf(contactsOf.get(key), 0, end + 1) > 0)
  const rows = looked.reduce((sum, key) => sum + sumOf(rowsOf.get(key)), 0)
  const contacts = looked.reduce((sum, key) => sum + sumOf(contactsOf.get(key), 0, end + 1), 0)
  if (rows === 0 || looked.length < 2) return found
  const common = rows / contacts
  const dispersion = dispersionAmong(looked, rowsOf, contactsOf, end)
  const level = FALSE_ALARMS / looked.length
  for (const key of looked) {
    const own = rowsOf.get(key)
    const last = own ? own.findLastIndex((n) => n > 0) : -1
    const silent = end - last
    if (silent === 0 || (own && last >= 0 && silent <= longestSilence(own, last))) continue
    const ownRows = sumOf(own)
    const ownRate = ownRows >= LEAST_OWN ? ownRows / sumOf(contactsOf.get(key), 0, last + 1) : common
    const expected = Math.min(ownRate, common) * sumOf(contactsOf.get(key), last + 1, end + 1)
    if (chanceOfAtMost(0, expected, dispersion) < level)
      found.set(key, { since: last < 0 ? null : scene.from + last + 1, expected })
  }
  return found
}

function longestSilence(days: Days, last: number): number {
  let longest = 0
  let silence = 0
  let hasBegun = false
  for (const n of days.slice(0, last + 1)) {
    silence = n > 0 ? 0 : silence + 1
    hasBegun ||= n > 0
    if (hasBegun) longest = Math.max(longest, silence)
  }
  return longest
}

/** How far rows vary beyond chance around each one's own rate per contact, by the week, so that files that come in lumps are known as such. */
function dispersionAmong(
  keys: readonly number[],
  rowsOf: ReadonlyMap<number, Days>,
  contactsOf: ReadonlyMap<number, Days>,
  end: number,
): number {
  const counts: number[] = []
  const expected: number[] = []
  let parameters = 0
  for (const key of keys) {
    const [rows, contacts] = [rowsOf.get(key), contactsOf.get(key)]
    const all = sumOf(contacts, 0, end + 1)
    const rate = all > 0 ? sumOf(rows) / all : 0
    if (rate === 0) continue
    parameters++
    for (let place = end + 1 - 7; place >= 0; place -= 7) {
      counts.push(sumOf(rows, place, place + 7))
      expected.push(rate * sumOf(contacts, place, place + 7))
    }
  }
  return dispersionOf(counts, expected, parameters)
}
