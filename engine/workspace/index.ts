export { defaultWorkspaceDir, locationWarnings } from './location.ts'
export { DATABASE_NAME, openWorkspace, type OpenWorkspace } from './open.ts'
export { readPreferences, writePreferences } from './preferences.ts'
export { dataDays, newestDay, readFreshness, readSummary } from './summary.store.ts'
