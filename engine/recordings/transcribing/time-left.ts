import { t } from '#speech'
/** Before that much time has passed, what the start took says nothing of the rest. */
const LEAST_WATCHED_MS = 10_000

const MINUTE_MS = 60_000

/**
 * How long the rest of a batch takes at the pace so far, in words; null while there is no pace to go by. All in milliseconds: `elapsedMs`
 * of work, in which `heardMs` of sound were done, with `remainingMs` of sound to come.
 */
export function timeLeft(elapsedMs: number, heardMs: number, remainingMs: number): string | null {
  if (elapsedMs < LEAST_WATCHED_MS || heardMs <= 0 || remainingMs <= 0) return null
  const minutes = (elapsedMs / heardMs) * (remainingMs / MINUTE_MS)
  if (minutes < 1) return t`less than a minute left`
  if (minutes < 90) return t`about ${{ minutes: Math.round(minutes) }} min left`
  return t`about ${{ hours: Math.round(minutes / 60) }} hours left`
}
