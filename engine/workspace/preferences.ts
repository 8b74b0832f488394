import { preferences, type Preferences } from '../../shared/contract/workspace.ts'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

const KEY = 'preferences'

function defaults(): Preferences {
  return {
    myTeamIds: null,
    outcomeMetricId: 'csat_mean',
    windowDays: 28,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    fcrWindowDays: 7,
  }
}

/** The workspace's preferences; what was never chosen has its default. */
export function readPreferences(database: ReadableDatabase): Preferences {
  const stored = readSetting(database, KEY)
  return stored ? preferences.parse({ ...defaults(), ...(JSON.parse(stored) as object) }) : defaults()
}

/** Changes the given preferences and keeps the others. */
export function writePreferences(database: WritableDatabase, change: Partial<Preferences>): Preferences {
  const next = preferences.parse({ ...readPreferences(database), ...change })
  writeSetting(database, KEY, JSON.stringify(next))
  return next
}
