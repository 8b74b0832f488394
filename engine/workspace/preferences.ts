import { preferences, type Preferences } from '../../shared/contract/workspace.ts'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

const KEY = 'preferences'

function defaults(timeZone?: string): Preferences {
  return {
    myTeamIds: null,
    outcomeMetricId: 'csat_mean',
    windowDays: 28,
    // asking the system takes as long as reading all the rest
    timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    fcrWindowDays: 7,
  }
}

/** The workspace's preferences; what was never chosen has its default. */
export function readPreferences(database: ReadableDatabase): Preferences {
  const stored = readSetting(database, KEY)
  if (!stored) return defaults()
  const chosen = JSON.parse(stored) as Partial<Preferences>
  return preferences.parse({ ...defaults(chosen.timeZone), ...chosen })
}

/** Changes the given preferences and keeps the others. */
export function writePreferences(database: WritableDatabase, change: Partial<Preferences>): Preferences {
  const next = preferences.parse({ ...readPreferences(database), ...change })
  writeSetting(database, KEY, JSON.stringify(next))
  return next
}
