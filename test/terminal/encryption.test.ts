import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesWith, lock, PASSPHRASE } from '../support/encrypted.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { debrief } from '../support/terminal.ts'

const SURVEYS = `Survey ID,Agent,Date,CSAT,Comment
s1,Zenobia Plantedname,2026-03-02,5,The quokkaboiler engineer was kind
`
const NEXT = 'eight blue kettles hum'
const SHOWN_KEY = /^ {2}([0-9A-Z]{4}(-[0-9A-Z]{4}){8})$/m

/** One workspace that goes through its whole life at the terminal, each command in a process of its own. */
describe('an encrypted workspace at the terminal', { timeout: 120_000 }, () => {
  const folder = makeTemporaryFolder()
  const workspace = join(folder, 'ws')
  let recoveryKey = ''
  const call = (args: string[], env: Record<string, string> = {}) =>
    debrief([...args, '--workspace', workspace], { standsIn: folder, env })
  const opened = { DEBRIEF_PASSPHRASE: PASSPHRASE }

  beforeAll(async () => {
    writeFileSync(join(folder, 'surveys.csv'), SURVEYS)
    expect((await call(['import', 'surveys.csv'])).exitCode).toBe(0)
  }, 60_000)
  afterAll(() => {
    lock(workspace)
    rmSync(folder, { recursive: true, force: true })
  })

  test('is encrypted with the passphrase of the environment, and shows its recovery key once', async () => {
    expect((await call(['key'])).stdout).toBe('This workspace is not encrypted.\n')
    const { stdout, exitCode } = await call(['encrypt'], opened)
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(/The workspace is encrypted\.\n$/)
    recoveryKey = SHOWN_KEY.exec(stdout)![1]!
    expect(filesWith(workspace, ['Plantedname', 'quokkaboiler'])).toEqual([])
    expect((await call(['key'])).stdout).toContain('is encrypted; a passphrase opens it')
    expect((await call(['encrypt'], opened)).stderr).toContain('encrypted already')
  })

  test('is opened by every command that is given the passphrase or the recovery key, also from a file', async () => {
    writeFileSync(join(folder, 'passphrase'), `${PASSPHRASE}\n`)
    const ways: [string[], Record<string, string>][] = [
      [['summary'], opened],
      [['summary'], { DEBRIEF_PASSPHRASE: recoveryKey }],
      [['summary', '--passphrase-file', 'passphrase'], {}],
      [['check'], opened],
    ]
    for (const [args, env] of ways) expect((await call(args, env)).exitCode).toBe(0)
  })

  test.each<[Record<string, string>, string]>([
    [
      {},
      'The passphrase or recovery key of this workspace is needed: set DEBRIEF_PASSPHRASE, name a file with --passphrase-file, or run this where it can ask.',
    ],
    [
      { DEBRIEF_PASSPHRASE: 'not the passphrase' },
      'That passphrase does not open this workspace; nothing was changed.',
    ],
    [
      { DEBRIEF_PASSPHRASE: '1111-2222-3333-4444-5555-6666-7777-8888-9999' },
      'That recovery key has a typing error; compare it group by group. Nothing was changed.',
    ],
  ])('says in one sentence what is missing or wrong (%#)', async (env, sentence) => {
    const { stderr, stdout, exitCode } = await call(['summary'], env)
    expect({ stderr, stdout, exitCode }).toEqual({ stderr: `${sentence}\n`, stdout: '', exitCode: 1 })
  })

  test('has its passphrase changed, recovered, and its recovery key made anew', async () => {
    const changed = await call(['key', 'change'], { ...opened, DEBRIEF_NEW_PASSPHRASE: NEXT })
    expect(changed.stdout).toContain('The passphrase is changed')
    expect((await call(['summary'], opened)).exitCode).toBe(1)
    const forgotten = { DEBRIEF_PASSPHRASE: recoveryKey, DEBRIEF_NEW_PASSPHRASE: PASSPHRASE }
    expect((await call(['key', 'recover'], forgotten)).exitCode).toBe(0)
    expect((await call(['summary'], opened)).exitCode).toBe(0)
    const { stdout } = await call(['key', 'recovery'], opened)
    expect((await call(['summary'], { DEBRIEF_PASSPHRASE: recoveryKey })).exitCode).toBe(1)
    recoveryKey = SHOWN_KEY.exec(stdout)![1]!
    expect((await call(['summary'], { DEBRIEF_PASSPHRASE: recoveryKey })).exitCode).toBe(0)
  })

  test('is salvaged with the passphrase or the recovery key into one that is encrypted with the same', async () => {
    const database = join(workspace, 'debrief.sqlite')
    const sound = readFileSync(database)
    const bytes = Buffer.from(sound)
    bytes.fill(0x11, bytes.length - 3 * 4096, bytes.length - 2 * 4096)
    writeFileSync(database, bytes)
    const to = join(folder, 'saved')
    const wrong = await call(['salvage', '--to', to], { DEBRIEF_PASSPHRASE: 'not the passphrase' })
    expect(wrong.stderr).toBe('That passphrase does not open this workspace; nothing was changed.\n')
    expect(existsSync(to)).toBe(false)
    const saved = await call(['salvage', '--to', to], { DEBRIEF_PASSPHRASE: recoveryKey })
    expect(saved.stdout).toMatch(/rows were saved into .*pages could not be read\./)
    expect(filesWith(to, ['Plantedname', 'quokkaboiler'])).toEqual([])
    const opening = (env: Record<string, string>) =>
      debrief(['check', '--workspace', to], { standsIn: folder, env })
    expect((await opening({})).exitCode).toBe(1)
    expect((await opening(opened)).exitCode).toBe(0)
    const copy = join(folder, 'copy')
    cpSync(workspace, copy, { recursive: true })
    const inCopy = (...args: string[]) =>
      debrief([...args, '--workspace', copy], { standsIn: folder, env: opened })
    expect((await inCopy('salvage', '--in-place', '--to', to)).exitCode).toBe(2)
    expect((await inCopy('salvage', '--in-place')).stdout).toContain(`rows were saved into ${copy};`)
    expect((await inCopy('check')).exitCode).toBe(0)
    expect(readFileSync(join(copy, 'debrief.sqlite.damaged')).equals(bytes)).toBe(true)
    expect(existsSync(`${copy}-salvaged`)).toBe(false)
    expect(filesWith(copy, ['Plantedname', 'quokkaboiler'])).toEqual([])
    writeFileSync(database, sound)
  })

  test('is merged into another with its passphrase, which is asked for by its own name', async () => {
    const director = join(folder, 'director')
    const merge = (env: Record<string, string>, more: string[] = []) =>
      debrief(['merge', workspace, '--workspace', director, ...more], { standsIn: folder, env })
    expect((await merge({})).stderr).toBe(
      `The passphrase or recovery key of the workspace in ${workspace} is needed: set DEBRIEF_OTHER_PASSPHRASE, name a file with --other-passphrase-file, or run this where it can ask.\n`,
    )
    const wrong = await merge({ DEBRIEF_OTHER_PASSPHRASE: 'not the passphrase' })
    expect(wrong).toMatchObject({
      exitCode: 1,
      stderr: `${workspace}: That passphrase does not open this workspace; nothing was changed.\n`,
    })
    writeFileSync(join(folder, 'other-passphrase'), `${PASSPHRASE}\n`)
    const merged = await merge({}, ['--other-passphrase-file', 'other-passphrase', '--json'])
    expect(JSON.parse(merged.stdout)).toMatchObject([{ outcome: 'merged', rows: { added: 1 } }])
  })

  test('is encrypted with a new key, and made plain again', async () => {
    const anew = await call(['key', 'new', '--json'], { ...opened, DEBRIEF_NEW_PASSPHRASE: NEXT })
    expect(JSON.parse(anew.stdout)).toMatchObject({ encrypted: true })
    expect((await call(['summary'], { DEBRIEF_PASSPHRASE: recoveryKey })).exitCode).toBe(1)
    const plain = await call(['decrypt'], { DEBRIEF_PASSPHRASE: NEXT })
    expect(plain.stdout).toBe('The workspace is not encrypted any more.\n')
    expect((await call(['summary'])).exitCode).toBe(0)
  })
})
