import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { msg, say, t } from '#speech'
import { sealMedia } from '../recordings/index.ts'
import { sealFolder } from '../sealed-files/index.ts'
import type { Secrets } from '../secrets.ts'
import { keys, sealingKeyFor } from '../store/index.ts'
import type { Prepared } from './prepare.ts'
import { databaseOf } from '../workspace/index.ts'
import { keychainName, requireEncrypted } from './unlock.ts'

/** What is being done, and how far it has come. */
export type Progress = (share0to1: number, step: string) => void

const stepWords = {
  copying: msg`Writing the database anew`,
  encrypting: msg`Changing its key`,
  checking: msg`Checking what was written`,
}
const DATABASE_SHARE = 0.7

/**
 * Encrypts a workspace with the keys that were prepared: a plain one, or one that is encrypted with other keys. Nobody may have it open
 * (`DATABASE_BUSY`). The database changes by one rename at the end of its checks, so that a process that is killed leaves it whole in one
 * form or the other; the media follow file by file, and the next start takes up what is left.
 */
export async function encryptWith(
  workspaceDir: string,
  { file, opened, kept }: Prepared,
  secrets: Secrets,
  onProgress: Progress = () => {},
): Promise<void> {
  const database = databaseOf(workspaceDir)
  const former = keys.keyFileFor(database)
  if (kept) await secrets.set(kept.name, kept.value)
  await keys.writeInThread(
    {
      way: 'in place',
      file: database,
      keys: keys.databaseKeys(database),
      key: keys.rawKey(opened.data[0]!),
      keyFile: file,
    },
    (share, step) => onProgress(share * DATABASE_SHARE, say(stepWords[step])),
  )
  keys.addKeys(opened)
  await finishEncrypting(workspaceDir, (share) =>
    onProgress(DATABASE_SHARE + share * (1 - DATABASE_SHARE), t`Encrypting the recordings kept here`),
  )
  if (former && former.id !== file.id) {
    keys.forgetKeys(former.id)
    if (former.keychain && secrets.keptIn === 'keychain') await secrets.set(keychainName(former.id), null)
  }
}

/**
 * Sees to it that nothing else in an encrypted workspace is plain or encrypted with a former key: media, and copies that were kept
 * before upgrades. Nothing where that is known to be so.
 */
export async function finishEncrypting(
  workspaceDir: string,
  onProgress: (share0to1: number) => void = () => {},
): Promise<void> {
  const database = databaseOf(workspaceDir)
  const file = keys.keyFileFor(database)
  const opened = file && keys.keysOf(file)
  if (!file || !opened || file.isMediaSealed) return
  sealFolder(workspaceDir, sealingKeyFor(database))
  await removeCopies(workspaceDir)
  await sealMedia(workspaceDir, onProgress)
  const now = { ...opened, data: opened.data.slice(0, 1) }
  // that took a while, in which somebody may have changed what opens it
  const latest = keys.keyFileFor(database)
  if (latest?.id !== file.id) return
  keys.writeKeyFile(keys.keyFileOf(database), { ...keys.withDataKeys(latest, now), isMediaSealed: true })
  keys.forgetKeys(file.id)
  keys.addKeys(now)
}

/** Makes a workspace plain again: media first, then the database, by one rename. Killed before it, the workspace stays encrypted. */
export async function decrypt(
  workspaceDir: string,
  secrets: Secrets,
  onProgress: Progress = () => {},
): Promise<void> {
  const database = databaseOf(workspaceDir)
  const file = requireEncrypted(workspaceDir)
  const known = keys.databaseKeys(database)
  keys.refuseInUse(database, known)
  // should this be interrupted, the next start encrypts again what was opened
  keys.writeKeyFile(keys.keyFileOf(database), { ...file, isMediaSealed: false })
  sealFolder(workspaceDir, null)
  await sealMedia(workspaceDir, (share) =>
    onProgress(share * (1 - DATABASE_SHARE), t`Opening the recordings kept here`),
  )
  await keys.writeInThread(
    { way: 'in place', file: database, keys: known, key: null, keyFile: null },
    (share, step) => onProgress(1 - DATABASE_SHARE + share * DATABASE_SHARE, say(stepWords[step])),
  )
  await rm(keys.keyFileOf(database), { force: true })
  keys.forgetKeys(file.id)
  if (file.keychain && secrets.keptIn === 'keychain') await secrets.set(keychainName(file.id), null)
}

/** Copies that upgrades kept, or that were put aside as they were found damaged, are plain or open with a former key. */
async function removeCopies(workspaceDir: string): Promise<void> {
  for (const name of await readdir(workspaceDir))
    if (/^debrief\.sqlite\.(?:before-|damaged)/.test(name))
      await rm(path.join(workspaceDir, name), { force: true })
}
