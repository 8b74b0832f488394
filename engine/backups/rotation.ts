import { zoneClock } from '../zone-clock.ts'

const DAY_MS = 86_400_000

/** How many days and weeks have a backup each. */
export const kept = { daily: 7, weekly: 4, beforeRestore: 3 } as const

/** Why a backup was made. */
export type BackupReason = 'automatic' | 'by-hand' | 'before-restore'

/** What rotation knows of a backup: `at` in milliseconds UTC. */
export interface DatedBackup {
  id: string
  at: number
  why: BackupReason
}

/** What a backup is kept as; a backup can be both, and one made by hand is neither. */
export type KeptAs = 'daily' | 'weekly'

export interface RotationOptions {
  now: number
  timeZone: string
  /** Backups made before this instant hold what was deleted for good; null where nothing was. */
  purgeBefore: number | null
}

/** The newest of each group, of the newest `most` groups. */
function newestOfEach(
  newestFirst: readonly DatedBackup[],
  group: (at: number) => number,
  most: number,
): Set<string> {
  const first = new Map<number, string>()
  for (const { id, at } of newestFirst) {
    const key = group(at)
    if (!first.has(key)) first.set(key, id)
  }
  return new Set([...first.values()].slice(0, most))
}

/**
 * What stays and what goes, by the days and weeks (from Monday) of the workspace's time zone: of those made by Debrief itself the newest of each
 * of seven days and of each of four weeks; the newest three made before a restore; all made by hand. The newest of all stays whatever else holds.
 * One dated after now, as a clock that went wrong leaves, is neither counted nor removed before its time has come.
 */
export function rotate(
  backups: readonly DatedBackup[],
  { now, timeZone, purgeBefore }: RotationOptions,
): { keptAs: Map<string, KeptAs[]>; remove: string[] } {
  const clock = zoneClock(timeZone)
  const day = (at: number) => Math.floor(clock.wallOf(at) / DAY_MS)
  // 1970-01-01 was a Thursday
  const week = (at: number) => Math.floor((day(at) + 3) / 7)
  const newestFirst = backups
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  const newest = newestFirst[0]?.id
  const isStale = ({ at, id }: DatedBackup) => purgeBefore !== null && at < purgeBefore && id !== newest
  const standing = newestFirst.filter((one) => !isStale(one))
  const byItself = standing.filter(({ why }) => why === 'automatic')
  const daily = newestOfEach(byItself, day, kept.daily)
  const weekly = newestOfEach(byItself, week, kept.weekly)
  const undone = standing.filter(({ why }) => why === 'before-restore').slice(0, kept.beforeRestore)
  const keptForUndo = new Set(undone.map(({ id }) => id))
  const stays = ({ id, why }: DatedBackup) =>
    id === newest || why === 'by-hand' || daily.has(id) || weekly.has(id) || keptForUndo.has(id)
  return {
    keptAs: new Map(
      backups.map(({ id }) => [
        id,
        [...(daily.has(id) ? (['daily'] as const) : []), ...(weekly.has(id) ? (['weekly'] as const) : [])],
      ]),
    ),
    remove: newestFirst.filter((one) => isStale(one) || !stays(one)).map(({ id }) => id),
  }
}
