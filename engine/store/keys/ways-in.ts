import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { t } from '#speech'
import { Problem } from '../../problem.ts'
import { SCRYPT_COST } from '../../scrypt-cost.ts'
import { keyOfPassphrase } from '../../scrypt.ts'
import type { KeyFile } from './key-file.ts'
import { newRecoveryKey, readRecoveryKey } from './recovery-key.ts'
import { keyFor, unwrap, wrap } from './wrapping.ts'

/** What encrypts: the database and the media have keys of their own, made from it. */
export interface DataKey {
  id: string
  secret: Buffer
}

/** The keys of a workspace in memory. The first data key is the one in use; others are of media not yet written anew. */
export interface OpenKeys {
  id: string
  master: Buffer
  data: readonly DataKey[]
}

/** How a workspace is opened day by day: by a passphrase, or by a random key for the system's keychain to keep. */
export type WayIn = { passphrase: string } | { keychainKey: Buffer }

const dataKeys = z.array(z.object({ id: z.string(), secret: z.string() })).min(1)

const about = (id: string, way: string) => `debrief key file 1 ${id} ${way}`

/** A new key to encrypt with. */
export function newDataKey(): DataKey {
  return { id: randomBytes(8).toString('hex'), secret: randomBytes(32) }
}

function sealKeys({ id, master, data }: OpenKeys): string {
  const list = data.map(({ id, secret }) => ({ id, secret: secret.toString('base64') }))
  return wrap(master, Buffer.from(JSON.stringify(list)), about(id, 'keys'))
}

async function sealMaster(
  { id, master }: OpenKeys,
  way: WayIn,
): Promise<Pick<KeyFile, 'passphrase' | 'keychain'>> {
  if ('keychainKey' in way)
    return { passphrase: null, keychain: { wrapped: wrap(way.keychainKey, master, about(id, 'keychain')) } }
  const salt = randomBytes(16)
  const key = await keyOfPassphrase(way.passphrase, salt, SCRYPT_COST)
  return {
    passphrase: {
      salt: salt.toString('base64'),
      ...SCRYPT_COST,
      wrapped: wrap(key, master, about(id, 'passphrase')),
    },
    keychain: null,
  }
}

const recoveryWrap = (bytes: Buffer) => keyFor('debrief recovery key', bytes)

/** New keys with a new recovery key, to be shown once. `data`: the data key to use, and those that something is still encrypted with. */
export async function makeKeys(
  way: WayIn,
  data: readonly DataKey[],
): Promise<{ file: KeyFile; keys: OpenKeys; recoveryKey: string }> {
  const keys: OpenKeys = { id: randomUUID(), master: randomBytes(32), data }
  const recoveryKey = newRecoveryKey()
  const file: KeyFile = {
    version: 1,
    id: keys.id,
    // filled in once the database has been written with it
    database: '0'.repeat(32),
    ...(await sealMaster(keys, way)),
    recovery: recoveryOf(keys, recoveryKey),
    isMediaSealed: false,
    keys: sealKeys(keys),
  }
  return { file, keys, recoveryKey }
}

/** The same key file, opened in another way day by day. The recovery key stays. */
export async function withWayIn(file: KeyFile, keys: OpenKeys, way: WayIn): Promise<KeyFile> {
  return { ...file, ...(await sealMaster(keys, way)) }
}

/** The same key file with another recovery key, to be shown once. */
export function withNewRecoveryKey(file: KeyFile, keys: OpenKeys): { file: KeyFile; recoveryKey: string } {
  const recoveryKey = newRecoveryKey()
  return { file: { ...file, recovery: recoveryOf(keys, recoveryKey) }, recoveryKey }
}

function recoveryOf({ id, master }: OpenKeys, recoveryKey: string): KeyFile['recovery'] {
  const key = recoveryWrap(readRecoveryKey(recoveryKey) as Buffer)
  return { wrapped: wrap(key, master, about(id, 'recovery')) }
}

/** The same key file with other data keys. */
export function withDataKeys(file: KeyFile, keys: OpenKeys): KeyFile {
  return { ...file, keys: sealKeys(keys) }
}

function withMaster(file: KeyFile, master: Buffer | null): OpenKeys | null {
  if (!master) return null
  const list = unwrap(master, file.keys, about(file.id, 'keys'))
  if (!list)
    throw new Problem(
      'WORKSPACE_DAMAGED',
      t`The key file of this workspace was changed or is damaged; put the one of a backup in its place.`,
    )
  const data = dataKeys
    .parse(JSON.parse(list.toString('utf8')))
    .map(({ id, secret }) => ({ id, secret: Buffer.from(secret, 'base64') }))
  return { id: file.id, master, data }
}

/** The keys, by the key the keychain holds; null where that one does not fit. */
export function openWithKeychain(file: KeyFile, keychainKey: Buffer): OpenKeys | null {
  if (!file.keychain || keychainKey.length !== 32) return null
  return withMaster(file, unwrap(keychainKey, file.keychain.wrapped, about(file.id, 'keychain')))
}

/** The keys, by what a person typed: the passphrase or the recovery key. `KEY_WRONG` where it is neither. */
export async function openWithText(file: KeyFile, text: string): Promise<OpenKeys> {
  const recovery = readRecoveryKey(text)
  if (Buffer.isBuffer(recovery)) {
    const keys = withMaster(
      file,
      unwrap(recoveryWrap(recovery), file.recovery.wrapped, about(file.id, 'recovery')),
    )
    if (keys) return keys
  }
  if (file.passphrase) {
    const { salt, logN, r, p, wrapped } = file.passphrase
    const key = await keyOfPassphrase(text, Buffer.from(salt, 'base64'), { logN, r, p })
    const keys = withMaster(file, unwrap(key, wrapped, about(file.id, 'passphrase')))
    if (keys) return keys
  }
  throw new Problem('KEY_WRONG', sentenceOfWrong(file, recovery))
}

function sentenceOfWrong(file: KeyFile, recovery: Buffer | 'mistyped' | null): string {
  if (recovery === 'mistyped')
    return t`That recovery key has a typing error; compare it group by group. Nothing was changed.`
  if (recovery) return t`That recovery key does not belong to this workspace; nothing was changed.`
  return file.passphrase
    ? t`That passphrase does not open this workspace; nothing was changed.`
    : t`This workspace is opened by the keychain of the computer it was made on, elsewhere only by its recovery key; nothing was changed.`
}
