import { keys } from '../store/index.ts'
import { databaseOf } from '../workspace/index.ts'

/** Whether a workspace is encrypted, whether this process can open it, and what opens it day by day. */
export type ProtectionState =
  | { state: 'plain'; by: null }
  | { state: 'locked' | 'open'; by: 'passphrase' | 'keychain' }

/** How a workspace is protected now. `WORKSPACE_DAMAGED` where its key file is missing or is one no more. */
export function protectionOf(workspaceDir: string): ProtectionState {
  const file = keys.keyFileFor(databaseOf(workspaceDir))
  if (!file) return { state: 'plain', by: null }
  return { state: keys.keysOf(file) ? 'open' : 'locked', by: file.keychain ? 'keychain' : 'passphrase' }
}
