import { t } from '@lingui/core/macro'
import type { HeatCell, PatternDriver, PatternGroup } from '../../../shared/contract/group-patterns.ts'
import type { SystemicStatus } from '../../../shared/contract/systemic.ts'
import { formatDifference, formatInterval, formatValue } from '../../ui/format.ts'

interface Interval {
  value: number
  low: number
  high: number
}

/** A value of a driver with its unit. */
export function valueWords({ unit, scale }: PatternDriver, value: number | null): string {
  return formatValue(value, unit, scale)
}

/** `12% (8–16%)`. */
export function estimateWords(driver: PatternDriver, { value, low, high }: Interval): string {
  return `${valueWords(driver, value)} (${formatInterval(low, high, driver.unit, driver.scale)})`
}

/** A difference, which is positive where it is worse: `worse by 12 pts (8 to 16)`; an interval over 0 keeps its signs. */
export function differenceWords(driver: PatternDriver, { value, low, high }: Interval): string {
  const shown = (one: number) => formatDifference(one, driver.unit, driver.scale)
  const bare = (one: number) => formatDifference(Math.abs(one), driver.unit, driver.scale).replace('+', '')
  const side = value > 0 ? 'worse' : 'better'
  const range = (from: number, to: number) => t`${bare(from).replace(/ pts$/, '')} to ${bare(to)}`
  if (low >= 0) return t`${side} by ${bare(value)} (${range(low, high)})`
  if (high <= 0) return t`${side} by ${bare(value)} (${range(high, low)})`
  return t`${side} by ${bare(value)} (from ${shown(low).replace(/ pts$/, '')} to ${shown(high)}; above 0 is worse)`
}

/** The ends a value of a driver cannot pass; null where there are none. */
export function endsOf({ unit }: PatternDriver): { low: number; high: number } | null {
  if (unit === 'share' || unit === 'score') return { low: 0, high: 1 }
  if (unit === 'compound') return { low: -1, high: 1 }
  return unit === 'points' ? null : { low: 0, high: Number.POSITIVE_INFINITY }
}

/** What kinds of drivers are called, in the order they stand. */
export const driverKinds: readonly [kind: PatternDriver['kind'], title: string][] = [
  ['contact', t`Contacts`],
  ['measure', t`In conversations`],
  ['question', t`Reviewed questions`],
  ['auto-question', t`Automated questions, unverified`],
  ['workforce', t`Attendance`],
]

/** A group in an address. */
export function groupWord({ kind, key }: Pick<PatternGroup, 'kind' | 'key'>): string {
  return `${kind} ${key}`
}

/** The cell of a driver and a group, as both stand in the address. */
export function cellOf(
  cells: readonly HeatCell[],
  driverId: string | undefined,
  group: string | undefined,
): HeatCell | null {
  return cells.find((cell) => cell.driverId === driverId && groupWord(cell.group) === group) ?? null
}

export const statusWords: Record<SystemicStatus, string> = {
  open: t`Open`,
  doing: t`In work`,
  done: t`Done`,
  dropped: t`Dropped`,
}
