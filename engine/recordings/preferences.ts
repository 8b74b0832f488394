import { recordingPreferences, type RecordingPreferences } from '../../shared/contract/recordings.ts'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

const KEY = 'recordings'

const usual: RecordingPreferences = {
  storage: 'referenced',
  namePattern: null,
  agentChannel: null,
  modelPath: null,
  server: null,
  languageCode: null,
  vocabulary: [],
  voiceActivity: 'silero',
  transcribesByItself: false,
  watchedFolder: null,
}

/** How this workspace takes recordings in; what was never chosen has its default. */
export function readRecordingPreferences(database: ReadableDatabase): RecordingPreferences {
  const stored = readSetting(database, KEY)
  return stored ? recordingPreferences.parse({ ...usual, ...(JSON.parse(stored) as object) }) : usual
}

/** Changes the given preferences and keeps the others. */
export function writeRecordingPreferences(
  database: WritableDatabase,
  change: Partial<RecordingPreferences>,
): RecordingPreferences {
  const next = recordingPreferences.parse({ ...readRecordingPreferences(database), ...change })
  writeSetting(database, KEY, JSON.stringify(next))
  return next
}
