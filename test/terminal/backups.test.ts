import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { environmentSecrets } from '../../engine/index.ts'
import { encryptWith, prepareKeys, unlock } from '../../engine/workspace-protection.ts'
import { encryptWorkspace, lock, PASSPHRASE } from '../support/encrypted.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { debrief, runHere, type Ended } from '../support/terminal.ts'

const SURVEYS = `Survey ID,Agent,Date,CSAT,Comment
s1,Zenobia Marsh,2026-03-02,5,Kind
`
const NEXT = 'eight blue kettles hum'

interface Listed {
  folder: string
  isOn: boolean
  backups: { id: string; why: string; contents: object | null }[]
}

/** One workspace whose backups are seen to at the terminal, from the first to a restore of one with an older key. */
describe('backups at the terminal', () => {
  const folder = makeTemporaryFolder()
  const workspace = join(folder, 'ws')
  const call = (...args: string[]) => runHere([...args, '--workspace', workspace], folder)
  const list = async (): Promise<Listed> =>
    JSON.parse((await call('backup', 'list', '--json')).stdout) as Listed
  const done = async (ending: Promise<Ended>): Promise<string> => {
    const { exitCode, stdout, stderr } = await ending
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.any(String) as string })
    return stdout
  }
  let first = ''

  beforeAll(async () => {
    writeFileSync(join(folder, 'surveys.csv'), SURVEYS)
    writeFileSync(join(folder, 'more.csv'), SURVEYS.replace('s1', 's2'))
    await done(call('import', 'surveys.csv'))
  }, 60_000)
  afterAll(() => {
    lock(workspace)
    rmSync(folder, { recursive: true, force: true })
  })

  test('there is none at first, which is said with where they will lie', async () => {
    const text = await done(call('backup', 'list'))
    expect(text).toContain('There is no backup yet.')
    expect(text).toContain('on the same disk as the workspace: that is no second place')
  })

  test('one is made, and listed with what is in it', async () => {
    expect(await done(call('backup', 'now'))).toContain('opened and checked')
    const { backups } = await list()
    expect(backups).toMatchObject([
      { why: 'by-hand', contents: { contacts: 0, conversations: 0, reviews: 0, sessions: 0 } },
    ])
    first = backups[0]!.id
  })

  test('what a restore would take away is said, with what is kept before, and is kept', async () => {
    await done(call('import', 'more.csv'))
    const text = await done(call('backup', 'preview', first))
    expect(text).toMatch(/You would lose:\n {2}1 import \(more\.csv\)\n {2}1 survey/)
    expect(text.trimEnd()).toMatch(/How it stands now is kept as a backup first\.$/)
    const said = await done(call('backup', 'restore', first))
    const kept = /"debrief backup restore (\S+)" takes this back/.exec(said)![1]!
    expect((await list()).backups.find(({ id }) => id === kept)?.why).toBe('before-restore')
    expect(await done(call('summary'))).toMatch(/^surveys +1$/m)
    expect(await done(call('backup', 'preview', kept))).toContain('You would get back:')
    await done(call('backup', 'restore', kept))
    expect(await done(call('backup', 'preview', kept))).toContain('You would lose nothing')
  })

  test('they are turned off and on, sent elsewhere and back', async () => {
    expect(await done(call('backup', 'off'))).toContain('Debrief makes none by itself')
    expect(await done(call('backup', 'on'))).not.toContain('makes none by itself')
    mkdirSync(join(folder, 'usb'))
    expect(await done(call('backup', 'folder', 'usb'))).toContain(`They lie in ${join(folder, 'usb')}.`)
    await done(call('backup', 'now'))
    expect(readdirSync(join(folder, 'usb'))).toHaveLength(1)
    rmSync(join(folder, 'usb'), { recursive: true })
    const gone = await call('backup', 'now')
    expect(gone).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('is not there just now') as string,
    })
    await done(call('backup', 'folder', 'here'))
    expect((await list()).backups.length).toBeGreaterThan(0)
  })

  test.each([
    [['restore'], 2, 'Say which: debrief backup restore NAME.'],
    [['restore', 'none'], 1, 'There is no file'],
    [['folder', 'nowhere'], 1, 'There is no folder'],
    [['list', 'more', 'most'], 2, 'takes fewer arguments'],
    [['copy.sqlite', 'more'], 2, 'is not expected here'],
  ])('what cannot be done is said in one sentence: %j', async (args, exitCode, sentence) => {
    const ended = await call('backup', ...args)
    expect(ended.exitCode).toBe(exitCode)
    expect(ended.stderr.split('\n')[0]).toContain(sentence)
  })

  test('of an encrypted workspace, one with an older key asks for what opened it then', async () => {
    await encryptWorkspace(workspace)
    await done(call('backup', 'now'))
    const { id } = (await list()).backups[0]!
    const way = { by: 'passphrase', passphrase: NEXT } as const
    await encryptWith(workspace, await prepareKeys(workspace, way, environmentSecrets), environmentSecrets)
    const ask = (env: Record<string, string>, ...more: string[]) =>
      debrief(['backup', 'restore', id, ...more, '--workspace', workspace], {
        standsIn: folder,
        env: { DEBRIEF_PASSPHRASE: NEXT, ...env },
      })
    expect((await ask({})).stderr).toContain('set DEBRIEF_BACKUP_PASSPHRASE')
    expect((await ask({ DEBRIEF_BACKUP_PASSPHRASE: 'not that one' })).stderr).toContain('does not open')
    writeFileSync(join(folder, 'then'), `${PASSPHRASE}\n`)
    expect(await done(ask({}, '--backup-passphrase-file', 'then'))).toContain(`Restored ${id}.`)
    lock(workspace)
    await unlock(workspace, NEXT)
    expect(await done(call('check'))).toBeTruthy()
  }, 90_000)
})
