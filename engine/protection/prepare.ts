import { randomBytes } from 'node:crypto'
import { t } from '#speech'
import { Problem } from '../problem.ts'
import type { Secrets } from '../secrets.ts'
import { keys } from '../store/index.ts'
import { databaseOf } from '../workspace/index.ts'
import { keychainName, proved } from './unlock.ts'

/** What shall open a workspace day by day. */
export type ChosenWay = { by: 'passphrase'; passphrase: string } | { by: 'keychain' }

const LEAST_LETTERS = 12

/** New keys, made and not yet used. */
export interface Prepared {
  file: keys.KeyFile
  opened: keys.OpenKeys
  /** To be shown once. */
  recoveryKey: string
  /** What the keychain is to hold. */
  kept: { name: string; value: string } | null
}

async function wayIn(
  way: ChosenWay,
  secrets: Secrets,
): Promise<{ passphrase: string } | { keychainKey: Buffer }> {
  if (way.by === 'keychain') {
    if (secrets.keptIn !== 'keychain')
      throw new Problem(
        'UNSUPPORTED',
        t`Only the desktop app reaches the keychain of this computer; choose a passphrase, or do it there.`,
      )
    return { keychainKey: randomBytes(32) }
  }
  if ([...way.passphrase.trim()].length < LEAST_LETTERS)
    throw new Problem(
      'INVALID_INPUT',
      t`A passphrase has at least ${{ least: LEAST_LETTERS }} letters; a few words that do not belong together are best.`,
    )
  return { passphrase: way.passphrase }
}

function keptOf(id: string, way: { passphrase: string } | { keychainKey: Buffer }): Prepared['kept'] {
  return 'keychainKey' in way ? { name: keychainName(id), value: way.keychainKey.toString('base64') } : null
}

/**
 * Makes the keys to encrypt a workspace with: a plain one for the first time, an encrypted one anew. Nothing is changed until they are
 * used.
 */
export async function prepareKeys(workspaceDir: string, way: ChosenWay, secrets: Secrets): Promise<Prepared> {
  const known = keys.keyFileFor(databaseOf(workspaceDir))
  const former = known ? keys.keysOf(known) : null
  if (known && !former)
    throw new Problem('KEY_NEEDED', t`This workspace is encrypted; open it before its key is changed.`)
  const opener = await wayIn(way, secrets)
  const made = await keys.makeKeys(opener, [keys.newDataKey(), ...(former?.data ?? [])])
  return {
    file: made.file,
    opened: made.keys,
    recoveryKey: made.recoveryKey,
    kept: keptOf(made.keys.id, opener),
  }
}

/** Lets another passphrase, or the keychain, open an encrypted workspace. Nothing is encrypted anew, and the recovery key stays. */
export async function changeWayIn(
  workspaceDir: string,
  text: string,
  way: ChosenWay,
  secrets: Secrets,
): Promise<void> {
  const { file, opened } = await proved(workspaceDir, text)
  const opener = await wayIn(way, secrets)
  const kept = keptOf(file.id, opener)
  if (kept) await secrets.set(kept.name, kept.value)
  keys.writeKeyFile(keys.keyFileOf(databaseOf(workspaceDir)), await keys.withWayIn(file, opened, opener))
  keys.addKeys(opened)
  if (!kept && file.keychain && secrets.keptIn === 'keychain') await secrets.set(keychainName(file.id), null)
}

/** Makes another recovery key, to be shown once; the former opens nothing any more. */
export async function changeRecoveryKey(workspaceDir: string, text: string): Promise<string> {
  const { file, opened } = await proved(workspaceDir, text)
  const made = keys.withNewRecoveryKey(file, opened)
  keys.writeKeyFile(keys.keyFileOf(databaseOf(workspaceDir)), made.file)
  return made.recoveryKey
}
