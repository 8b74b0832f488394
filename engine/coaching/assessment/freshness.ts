import type { DriverCoaching } from './types.ts'

const JUST_COACHED = 0.3
const REST_DAYS = 14
const READY_DAYS = 42

/**
 * How far a driver is from its last session: 0.3 while one is open or was held in the last 14 days, rising
 * evenly to 1 by day 42; 1 where it was never coached.
 */
export function freshnessOf(coaching: DriverCoaching | undefined): number {
  if (coaching === undefined) return 1
  if (coaching.isSessionOpen || coaching.daysSince <= REST_DAYS) return JUST_COACHED
  const share = Math.min(1, (coaching.daysSince - REST_DAYS) / (READY_DAYS - REST_DAYS))
  return JUST_COACHED + (1 - JUST_COACHED) * share
}
