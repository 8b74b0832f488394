const FIRST_MS = 1000
const LONGEST_MS = 60_000
const FREE_TRIES = 2

/** Slows tries of passphrases down: after each wrong one the next must wait longer, up to a minute; nobody is ever shut out. */
export interface SlowDown {
  /** How long one must still wait; 0 where one may try. */
  waitMs(profileId: number): number
  failed(profileId: number): void
  succeeded(profileId: number): void
}

/** Kept in memory for as long as the engine is open. */
export function createSlowDown(now: () => number): SlowDown {
  const known = new Map<number, { failures: number; from: number }>()
  return {
    waitMs: (profileId) => Math.max(0, (known.get(profileId)?.from ?? 0) - now()),
    failed(profileId) {
      const failures = (known.get(profileId)?.failures ?? 0) + 1
      const wait =
        failures <= FREE_TRIES ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - FREE_TRIES - 1))
      known.set(profileId, { failures, from: now() + wait })
    },
    succeeded: (profileId) => void known.delete(profileId),
  }
}
