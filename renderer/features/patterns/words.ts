import { t } from '@lingui/core/macro'
import type { HeatCell, PatternDriver, PatternGroup } from '../../../shared/contract/group-patterns.ts'
import type { SystemicStatus } from '../../../shared/contract/systemic.ts'
import { formatDifference, formatInterval, formatValue, withoutUnitOf } from '../../ui/format.ts'

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
  const size = bare(value)
  // of points the unit stands once
  const isPoints = driver.unit === 'share' || driver.unit === 'score'
  const start = (from: string, to: string) => (isPoints ? withoutUnitOf(from, to) : from)
  const range = (from: string, to: string) => t`${start(from, to)} to ${to}`
  const clear = low >= 0 ? range(bare(low), bare(high)) : high <= 0 ? range(bare(high), bare(low)) : null
  if (clear !== null) return value > 0 ? t`worse by ${size} (${clear})` : t`better by ${size} (${clear})`
  const from = start(shown(low), shown(high))
  return value > 0
    ? t`worse by ${size} (from ${from} to ${shown(high)}; above 0 is worse)`
    : t`better by ${size} (from ${from} to ${shown(high)}; above 0 is worse)`
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
