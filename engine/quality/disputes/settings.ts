import { disputeSettings, type DisputeSettings } from '../../../shared/contract/disputes.ts'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

const KEY = 'disputes'
const DAY_MS = 86_400_000

/** The rules of disputes; what was never chosen has its default. */
export function readDisputeSettings(database: ReadableDatabase): DisputeSettings {
  return disputeSettings.parse(JSON.parse(readSetting(database, KEY) ?? '{}'))
}

/** Sets the rules; decisions that stand keep those they were made by. */
export function writeDisputeSettings(database: WritableDatabase, settings: DisputeSettings): DisputeSettings {
  writeSetting(database, KEY, JSON.stringify(settings))
  return settings
}

/** The instant so many days after another. */
export function daysAfter(at: number, days: number): number {
  return at + days * DAY_MS
}

/** Whole days from one instant to another, begun days counted when they lie ahead. */
export function daysBetween(from: number, to: number): number {
  const days = (to - from) / DAY_MS
  return days > 0 ? Math.ceil(days) : Math.floor(days)
}

/** Whole days that have passed since. */
export function ageInDays(since: number, now: number): number {
  return Math.max(0, Math.floor((now - since) / DAY_MS))
}
