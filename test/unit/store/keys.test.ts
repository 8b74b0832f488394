import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { keyFileOf, readKeyFile, writeKeyFile } from '../../../engine/store/keys/key-file.ts'
import { newRecoveryKey, readRecoveryKey } from '../../../engine/store/keys/recovery-key.ts'
import {
  makeKeys,
  newDataKey,
  openWithKeychain,
  openWithText,
  withDataKeys,
  withNewRecoveryKey,
  withWayIn,
} from '../../../engine/store/keys/ways-in.ts'
import { unwrap, wrap } from '../../../engine/store/keys/wrapping.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const PASSPHRASE = 'seven green boilers sing'

describe('a recovery key', () => {
  test('is nine groups of four letters that read back as what they stand for, however they are typed', () => {
    for (let round = 0; round < 200; round++) {
      const key = newRecoveryKey()
      expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
      const bytes = readRecoveryKey(key)
      expect(bytes).toHaveLength(20)
      expect(readRecoveryKey(key.toLowerCase().replaceAll('-', ' '))).toEqual(bytes)
      expect(readRecoveryKey(key.replaceAll('0', 'o').replaceAll('1', 'l'))).toEqual(bytes)
    }
  })

  test('is seen to be mistyped for any letter that is another one, and for two that changed places', () => {
    const key = newRecoveryKey()
    for (let at = 0; at < key.length; at++) {
      if (key[at] === '-') continue
      const other = key[at] === 'Z' ? 'X' : 'Z'
      expect(readRecoveryKey(key.slice(0, at) + other + key.slice(at + 1))).toBe('mistyped')
    }
    expect(readRecoveryKey(key.slice(0, -1))).toBe('mistyped')
  })

  test('is told from a passphrase', () => {
    for (const text of [PASSPHRASE, '', 'secret', 'one two three four five'])
      expect(readRecoveryKey(text)).toBeNull()
  })
})

test('what is wrapped comes back with its own key and its own words only, and not with any byte changed', () => {
  const key = Buffer.alloc(32, 1)
  const wrapped = wrap(key, Buffer.from('the master key'), 'this file')
  expect(unwrap(key, wrapped, 'this file')?.toString()).toBe('the master key')
  expect(unwrap(Buffer.alloc(32, 2), wrapped, 'this file')).toBeNull()
  expect(unwrap(key, wrapped, 'another file')).toBeNull()
  const bytes = Buffer.from(wrapped, 'base64')
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at]! ^= 1
    expect(unwrap(key, changed.toString('base64'), 'this file')).toBeNull()
  }
  expect(unwrap(key, wrapped.slice(0, 8), 'this file')).toBeNull()
})

describe('a key file', () => {
  let made: Awaited<ReturnType<typeof makeKeys>>
  beforeAll(async () => {
    made = await makeKeys({ passphrase: PASSPHRASE }, [newDataKey()])
  })

  test('opens with the passphrase and with the recovery key, to the same keys', async () => {
    expect(await openWithText(made.file, PASSPHRASE)).toEqual(made.keys)
    expect(await openWithText(made.file, made.recoveryKey)).toEqual(made.keys)
  })

  test.each([
    [
      'another passphrase',
      () => 'another passphrase',
      'That passphrase does not open this workspace; nothing was changed.',
    ],
    [
      'the recovery key of another workspace',
      newRecoveryKey,
      'That recovery key does not belong to this workspace; nothing was changed.',
    ],
    [
      'a mistyped recovery key',
      () => 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH-JJJJ',
      'That recovery key has a typing error; compare it group by group. Nothing was changed.',
    ],
  ])('refuses %s in one sentence', async (_what, text, sentence) => {
    await expect(openWithText(made.file, text())).rejects.toMatchObject({
      code: 'KEY_WRONG',
      message: sentence,
    })
  })

  test('says nothing of the keys, and reads back whole', () => {
    const file = keyFileOf(join(temporaryFolder(), 'debrief.sqlite'))
    writeKeyFile(file, made.file)
    expect(readKeyFile(file)).toEqual(made.file)
    const text = readFileSync(file, 'utf8')
    for (const secret of [made.keys.master, ...made.keys.data.map((key) => key.secret)])
      for (const form of ['base64', 'hex'] as const) expect(text).not.toContain(secret.toString(form))
  })

  test('has a new passphrase without anything being encrypted anew, and the old one opens nothing', async () => {
    const file = await withWayIn(made.file, made.keys, { passphrase: 'eight blue kettles hum' })
    expect(await openWithText(file, 'eight blue kettles hum')).toEqual(made.keys)
    expect(await openWithText(file, made.recoveryKey)).toEqual(made.keys)
    await expect(openWithText(file, PASSPHRASE)).rejects.toMatchObject({ code: 'KEY_WRONG' })
  })

  test('has a new recovery key, after which the old one opens nothing', async () => {
    const changed = withNewRecoveryKey(made.file, made.keys)
    expect(await openWithText(changed.file, changed.recoveryKey)).toEqual(made.keys)
    await expect(openWithText(changed.file, made.recoveryKey)).rejects.toMatchObject({ code: 'KEY_WRONG' })
  })

  test('opens by the keychain, or by its recovery key elsewhere', async () => {
    const keychainKey = Buffer.alloc(32, 7)
    const { file, keys, recoveryKey } = await makeKeys({ keychainKey }, [newDataKey()])
    expect(openWithKeychain(file, keychainKey)).toEqual(keys)
    expect(openWithKeychain(file, Buffer.alloc(32, 8))).toBeNull()
    expect(openWithKeychain(file, Buffer.alloc(0))).toBeNull()
    expect(await openWithText(file, recoveryKey)).toEqual(keys)
    await expect(openWithText(file, PASSPHRASE)).rejects.toThrow(/keychain of the computer/)
  })

  test('that was changed in any of its fields opens nothing, and says so', async () => {
    const other = await makeKeys({ passphrase: PASSPHRASE }, [newDataKey()])
    const passphrase = made.file.passphrase!
    const changes = [
      { id: other.file.id },
      { keys: other.file.keys },
      { passphrase: other.file.passphrase },
      { passphrase: { ...passphrase, salt: Buffer.alloc(16).toString('base64') } },
      { passphrase: { ...passphrase, logN: 14 } },
      { passphrase: { ...passphrase, p: 2 } },
      { passphrase: { ...passphrase, wrapped: other.file.recovery.wrapped } },
      { keys: withDataKeys(other.file, { ...other.keys, data: made.keys.data }).keys },
    ]
    for (const change of changes)
      await expect(openWithText({ ...made.file, ...change }, PASSPHRASE)).rejects.toThrow(
        /does not open this workspace|was changed or is damaged/,
      )
  })

  test.each([
    ['cut off', (text: string) => text.slice(0, 100)],
    ['of a later version', (text: string) => text.replace('"version": 1', '"version": 2')],
    ['that asks for a terabyte of memory', (text: string) => text.replace('"logN": 17', '"logN": 30')],
    ['emptied', () => ''],
  ])('%s is refused in one sentence', (_what, change) => {
    const file = join(temporaryFolder(), 'key.json')
    writeKeyFile(file, made.file)
    writeFileSync(file, change(readFileSync(file, 'utf8')))
    expect(() => readKeyFile(file)).toThrow(/key file key\.json is damaged/)
  })
})
