import { t } from '#speech'
import { Problem } from '../problem.ts'
import type { Secrets } from '../secrets.ts'
import { keys } from '../store/index.ts'
import { databaseOf } from '../workspace/index.ts'

/** The name a workspace's key has in the keychain. */
export function keychainName(id: string): string {
  return `workspace-key ${id}`
}

/**
 * Lets this process open an encrypted workspace by its passphrase or its recovery key; nothing for a plain one. `KEY_WRONG` where the
 * text is neither. Changes nothing of the workspace but that a key file which a change of key left beside it takes its place.
 */
export async function unlock(workspaceDir: string, text: string): Promise<void> {
  const file = keys.keyFileFor(databaseOf(workspaceDir))
  if (file) keys.addKeys(await keys.openWithText(file, text))
}

/** The same with what the system's keychain holds, where it holds something. Says whether the workspace can be opened now. */
export function unlockByKeychain(workspaceDir: string, secrets: Secrets): boolean {
  const file = keys.keyFileFor(databaseOf(workspaceDir))
  if (!file || keys.keysOf(file)) return true
  if (!file.keychain || secrets.keptIn !== 'keychain') return false
  const kept = secrets.get(keychainName(file.id))
  const opened = kept === null ? null : keys.openWithKeychain(file, Buffer.from(kept, 'base64'))
  if (opened) keys.addKeys(opened)
  return opened !== null
}

/** The keys of an encrypted workspace, proved once more by its passphrase or recovery key; `CONFLICT` for a plain one. */
export async function proved(
  workspaceDir: string,
  text: string,
): Promise<{ file: keys.KeyFile; opened: keys.OpenKeys }> {
  const file = requireEncrypted(workspaceDir)
  return { file, opened: await keys.openWithText(file, text) }
}

/** The key file of an encrypted workspace; `CONFLICT` for a plain one. */
export function requireEncrypted(workspaceDir: string): keys.KeyFile {
  const file = keys.keyFileFor(databaseOf(workspaceDir))
  if (!file) throw new Problem('CONFLICT', t`This workspace is not encrypted.`)
  return file
}
