import { existsSync, statSync } from 'node:fs'
import { keys } from '../store/index.ts'
import { databaseOf } from '../workspace/index.ts'

/** Whether a workspace is encrypted, whether this process can open it, and what opens it day by day. */
export type ProtectionState =
  | { state: 'plain'; by: null }
  | { state: 'locked' | 'open'; by: 'passphrase' | 'keychain' }

/** Whether a workspace in a folder, or a backup of one, is encrypted with a key this process does not have. */
export function isLockedPlace(place: string): boolean {
  const isBackup = statSync(place, { throwIfNoEntry: false })?.isFile() ?? false
  const database = isBackup ? place : databaseOf(place)
  if (!keys.isEncrypted(database) || !existsSync(keys.keyFileOf(database))) return false
  const file = keys.keyFileFor(database)
  return file !== null && !keys.keysOf(file)
}

/** How a workspace is protected now. `WORKSPACE_DAMAGED` where its key file is missing or is one no more. */
export function protectionOf(workspaceDir: string): ProtectionState {
  const file = keys.keyFileFor(databaseOf(workspaceDir))
  if (!file) return { state: 'plain', by: null }
  return { state: keys.keysOf(file) ? 'open' : 'locked', by: file.keychain ? 'keychain' : 'passphrase' }
}
