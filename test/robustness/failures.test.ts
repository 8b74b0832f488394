import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { importFiles } from '../../engine/imports/index.ts'
import { createEngine } from '../../engine/index.ts'
import { builtTerminal, debrief, type Ended } from '../support/terminal.ts'
import { makeTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const shared = makeTemporaryFolder()
const workspace = join(shared, 'workspace')
const calls = join(shared, 'calls.csv')
const more = join(shared, 'more.csv')

function log(from: number, to: number): string {
  const lines = Array.from({ length: to - from }, (_, index) => {
    const n = from + index
    return `K-${n},agent-${100 + (n % 5)},Agent ${'ABCDE'[n % 5]} Marsh,Billing,2026-03-${String(1 + (n % 28)).padStart(2, '0')}T09:00:00Z,${60 + (n % 90)}`
  })
  return ['contact_id,agent_id,agent_name,queue,started_at,talk_seconds', ...lines, ''].join('\n')
}

const shell = (script: string, argument: string) => spawnSync('bash', ['-c', script, 'bash', argument])
const at = (standsIn: string) => ({ standsIn, env: { TZ: 'UTC' } })

/** What a person is told when something fails: one plain sentence, and no more. */
function told(ended: Ended): string {
  expect(ended.exitCode).toBe(1)
  const lines = ended.stderr.trimEnd().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[A-Z/].*\.$/)
  expect(lines[0]).not.toMatch(/incident|unexpected|SQLITE|Error:|\bat \//)
  return lines[0]!
}

/** What a report says of a file that could not be taken. */
function reported(ended: Ended): string {
  expect({ exitCode: ended.exitCode, stderr: ended.stderr }).toEqual({ exitCode: 1, stderr: '' })
  const errors = (JSON.parse(ended.stdout) as { error: string | null }[]).map((report) => report.error)
  for (const error of errors) {
    expect(error).toMatch(/^["A-Z].*\.$/)
    expect(error).not.toMatch(/incident|unexpected|SQLITE/)
  }
  return errors.join(' ')
}

async function interactionsIn(folder: string): Promise<number> {
  const engine = await createEngine({ workspace: folder, takesPaths: true })
  try {
    const client = directClient(engine)
    expect(await client.workspace.check()).toMatchObject({ ok: true, problems: [] })
    return (await client.workspace.summary()).interactions
  } finally {
    await engine.close()
  }
}

function copy(): string {
  const folder = join(temporaryFolder(), 'workspace')
  cpSync(workspace, folder, { recursive: true })
  return folder
}

beforeAll(async () => {
  writeFileSync(calls, log(0, 200))
  writeFileSync(more, log(200, 20_000))
  const ended = await debrief(['import', calls, '--workspace', workspace, '--json'], at(shared))
  expect(ended.exitCode).toBe(0)
}, 60_000)
afterAll(() => rmSync(shared, { recursive: true, force: true }))

describe('a workspace that cannot be used', () => {
  test('because another program has locked it', async () => {
    const folder = copy()
    const other = new Database(join(folder, 'debrief.sqlite'))
    onTestFinished(() => void other.close())
    other.exec('BEGIN EXCLUSIVE')
    const ended = await debrief(['import', more, '--workspace', folder, '--json'], at(shared))
    expect(told(ended)).toMatch(/Another program is using this workspace/)
    expect((await debrief(['summary', '--workspace', folder, '--json'], at(shared))).exitCode).toBe(0)
    other.exec('ROLLBACK')
    other.close()
    expect(await interactionsIn(folder)).toBe(200)
  })

  test('because another Debrief writes to it, even in the middle of an import; reading goes on', async () => {
    const folder = copy()
    const engine = await createEngine({ workspace: folder, takesPaths: true })
    onTestFinished(() => engine.close())
    engine.context.write!.raw.exec('BEGIN IMMEDIATE')
    const ended = await debrief(['import', more, '--workspace', folder, '--json'], at(shared))
    expect(told(ended)).toMatch(/already open for writing \(process \d+\)/)
    const summary = await debrief(['summary', '--workspace', folder, '--json'], at(shared))
    expect(JSON.parse(summary.stdout)).toMatchObject({ interactions: 200 })
    engine.context.write!.raw.exec('ROLLBACK')
  })

  test('unless whoever wrote to it is gone', async () => {
    const folder = copy()
    const gone = spawnSync(process.execPath, [
      '-e',
      'process.stdout.write(String(process.pid))',
    ]).stdout.toString()
    const raw = new Database(join(folder, 'debrief.sqlite'))
    const { hostname } = await import('node:os')
    const leave = raw.prepare(
      `INSERT INTO lease (id, pid, host, token, heartbeat_at) VALUES (1, ?, ?, 'left', ?) ON CONFLICT (id) DO UPDATE
       SET pid = excluded.pid, host = excluded.host, heartbeat_at = excluded.heartbeat_at`,
    )
    leave.run(Number(gone), hostname(), Date.now())
    expect(await interactionsIn(folder)).toBe(200)
    // a number of before the computer was started again may be anybody's now
    leave.run(process.ppid, hostname(), Date.now() - 400 * 86_400_000)
    expect(await interactionsIn(folder)).toBe(200)
    leave.run(1, 'another-computer', Date.now() - 31_000)
    expect(await interactionsIn(folder)).toBe(200)
    leave.run(1, 'another-computer', Date.now() + 60_000)
    await expect(interactionsIn(folder)).rejects.toThrow(/the computer another-computer/)
    raw.close()
  })

  test('because its path is a file, or leads through one', async () => {
    expect(told(await debrief(['import', more, '--workspace', calls], at(shared)))).toMatch(/is a file/)
    expect(told(await debrief(['summary', '--workspace', calls], at(shared)))).toMatch(/is a file/)
    const below = join(calls, 'below')
    expect(told(await debrief(['import', more, '--workspace', below], at(shared)))).toMatch(/is a file/)
  })

  test('because a newer Debrief made it; it is left as it is', async () => {
    const folder = copy()
    const file = join(folder, 'debrief.sqlite')
    const raw = new Database(file)
    raw.pragma('user_version = 9000')
    raw.pragma('wal_checkpoint(TRUNCATE)')
    raw.close()
    for (const command of [['import', more], ['summary'], ['check']])
      expect(told(await debrief([...command, '--workspace', folder], at(shared)))).toMatch(/newer Debrief/)
    const after = new Database(file, { readonly: true })
    expect(after.pragma('user_version', { simple: true })).toBe(9000)
    after.close()
  })

  test('because it is no database any more', async () => {
    const folder = copy()
    writeFileSync(join(folder, 'debrief.sqlite'), 'These are the wrong bytes. '.repeat(400))
    for (const command of [['import', more], ['summary'], ['check']])
      expect(told(await debrief([...command, '--workspace', folder], at(shared)))).toMatch(/damaged/)
  })

  test('because pages of it were overwritten: the check says so, and nothing ends in a stack', async () => {
    const whole = readFileSync(join(workspace, 'debrief.sqlite'))
    for (const place of [1, 2, 3, 5, 8]) {
      const folder = copy()
      const file = openSync(join(folder, 'debrief.sqlite'), 'r+')
      const start = Math.min(whole.length - 4096, place * 4096 * Math.ceil(whole.length / 4096 / 10))
      writeSync(file, Buffer.alloc(3000, 0xa5), 0, 3000, start)
      closeSync(file)
      const check = await debrief(['check', '--workspace', folder, '--json'], at(shared))
      expect(check.stderr).not.toMatch(/\n\s+at |incident/)
      expect(check.exitCode).toBe(1)
      const imported = await debrief(['import', calls, '--workspace', folder, '--json'], at(shared))
      expect(imported.stderr).not.toMatch(/\n\s+at |incident/)
    }
  }, 120_000)

  test('because the folder or the file may only be read', async ({ skip }) => {
    const isRoot = process.getuid?.() === 0
    if (process.platform === 'win32') skip('Windows has no such permissions.')
    const folder = copy()
    const nobody = 65_534
    const parent = join(folder, '..')
    if (isRoot)
      for (const path of [parent, folder, join(folder, 'debrief.sqlite')]) chownSync(path, nobody, nobody)
    const asNobody = (args: string[]) =>
      new Promise<Ended>((resolve) => {
        const child = spawn(process.execPath, [builtTerminal, ...args], {
          cwd: root,
          env: { ...process.env, HOME: parent, INIT_CWD: shared },
          ...(isRoot && { uid: nobody, gid: nobody }),
        })
        const ended: Ended = { exitCode: null, stdout: '', stderr: '' }
        child.stdout.on('data', (piece: Buffer) => (ended.stdout += String(piece)))
        child.stderr.on('data', (piece: Buffer) => (ended.stderr += String(piece)))
        child.stdin.end()
        child.on('error', () => resolve(ended))
        child.on('close', (exitCode) => resolve({ ...ended, exitCode }))
      })
    if ((await asNobody(['metrics', '--help'])).exitCode !== 0)
      skip('Another user may not run the project from where it lies.')
    chmodSync(shared, 0o755)
    chmodSync(join(folder, 'debrief.sqlite'), 0o400)
    chmodSync(folder, 0o500)
    expect(told(await asNobody(['import', more, '--workspace', folder]))).toMatch(/read|write/)
    expect(told(await asNobody(['import', more, '--workspace', join(folder, 'new')]))).toMatch(/write/)
    chmodSync(folder, 0o700)
    expect(told(await asNobody(['import', more, '--workspace', folder]))).toMatch(/read|write/)
    chmodSync(join(folder, 'debrief.sqlite'), 0o600)
    if (isRoot) for (const path of [parent, folder, join(folder, 'debrief.sqlite')]) chownSync(path, 0, 0)
    expect(await interactionsIn(folder)).toBe(200)
  })
})

test('a workspace cannot be made on a file system that may only be read', async ({ skip }) => {
  const mounted = temporaryFolder()
  const isMounted = shell('mount -t tmpfs -o ro,size=1m tmpfs "$1"', mounted).status === 0
  if (!isMounted) skip('A file system can only be mounted by an administrator.')
  onTestFinished(() => void shell('umount -l "$1"', mounted))
  const ended = await debrief(['init', '--workspace', join(mounted, 'mine')], at(shared))
  expect(told(ended)).toMatch(/could not be made; choose a place you may write to/)
})

describe('a full disk', () => {
  test.skipIf(process.platform === 'win32')('while importing is told, and nothing is lost', async () => {
    const folder = copy()
    // files may grow to a little more than the workspace's own size; a process that does not mind the signal gets an error
    const kilobytes = Math.ceil(readFileSync(join(folder, 'debrief.sqlite')).length / 1024) + 300
    const script = `trap '' XFSZ; ulimit -f ${kilobytes * (process.platform === 'linux' ? 1 : 2)}; exec "$@"`
    const run = spawnSync(
      'bash',
      [
        '-c',
        script,
        'bash',
        process.execPath,
        builtTerminal,
        'import',
        more,
        '--workspace',
        folder,
        '--json',
      ],
      { cwd: root, encoding: 'utf8', env: { ...process.env, INIT_CWD: shared }, timeout: 60_000 },
    )
    expect(run.stderr).not.toMatch(/\n\s+at |incident|unexpected/)
    expect({ status: run.status, signal: run.signal }).toEqual({ status: 1, signal: null })
    expect(run.stdout + run.stderr).toMatch(/could not be written|disk is full/)
    expect(await interactionsIn(folder)).toBe(200)
    const again = await debrief(['import', more, '--workspace', folder, '--json'], at(shared))
    expect(again.exitCode).toBe(0)
    expect(await interactionsIn(folder)).toBe(20_000)
  })

  test('on a small file system of its own is told in one sentence', async ({ skip }) => {
    const mounted = temporaryFolder()
    const isMounted = shell('mount -t tmpfs -o size=2500k tmpfs "$1"', mounted).status === 0
    if (!isMounted) skip('A file system can only be mounted by an administrator.')
    onTestFinished(() => void shell('umount -l "$1"', mounted))
    const folder = join(mounted, 'workspace')
    const first = await debrief(['import', calls, '--workspace', folder, '--json'], at(shared))
    expect(first.exitCode).toBe(0)
    const ended = await debrief(['import', more, '--workspace', folder, '--json'], at(shared))
    expect(ended.stderr).not.toMatch(/\n\s+at |incident|unexpected/)
    expect(ended.exitCode).toBe(1)
    expect(ended.stdout + ended.stderr).toMatch(/disk is full|could not be written/)
    expect(await interactionsIn(folder)).toBe(200)
    const target = join(mounted, 'backup.sqlite')
    const backup = await debrief(['backup', target, '--workspace', folder], at(shared))
    if (backup.exitCode !== 0) {
      told(backup)
      expect([existsSync(target), existsSync(`${target}.unfinished`)]).toEqual([false, false])
    }
  })
})

describe('a file', () => {
  test('that is not there, or is a folder without files, is told and leaves the others be', async () => {
    const folder = copy()
    const gone = join(shared, 'gone.csv')
    const ended = await debrief(['import', gone, more, '--workspace', folder, '--json'], at(shared))
    expect(ended.exitCode).toBe(1)
    expect(JSON.parse(ended.stdout)).toMatchObject([
      { file: 'gone.csv', importId: null, error: expect.stringMatching(/no longer there|not there/) },
      { file: 'more.csv', error: null, rows: { added: 19_800 } },
    ])
  })

  test.each([
    ['vanishes', (path: string) => rmSync(path)],
    ['is cut short', (path: string) => truncateSync(path, 100_000)],
    ['is written to', (path: string) => appendFileSync(path, log(20_000, 20_010))],
  ])('that %s while it is read is left out as a whole', async (_what, happens) => {
    const folder = copy()
    const path = join(temporaryFolder(), 'more.csv')
    writeFileSync(path, log(200, 20_000))
    const engine = await createEngine({ workspace: folder, takesPaths: true })
    let hasHappened = false
    const reports = await importFiles(engine.context, [{ path, name: 'more.csv', keptPath: path }], {
      onProgress(_share, step) {
        if (hasHappened || !step.startsWith('Reading rows')) return
        hasHappened = true
        happens(path)
      },
    })
    await engine.close()
    expect(hasHappened).toBe(true)
    expect(reports).toMatchObject([
      { importId: null, error: expect.stringMatching(/^.*more\.csv.*\.$|not there/) },
    ])
    expect(await interactionsIn(folder)).toBe(200)
  })

  test('that may not be read is told', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('An administrator may read every file.')
    const path = join(temporaryFolder(), 'closed.csv')
    writeFileSync(path, log(0, 10))
    chmodSync(path, 0o000)
    expect(reported(await debrief(['import', path, '--workspace', copy(), '--json'], at(shared)))).toMatch(
      /may not/,
    )
  })
})

test('a backup goes where there is a folder and no file, and holds everything', async () => {
  const folder = copy()
  mkdirSync(join(folder, 'safe'))
  const target = join(folder, 'safe', 'copy.sqlite')
  writeFileSync(`${target}.unfinished`, 'left by a backup that was interrupted')
  expect((await debrief(['backup', target, '--workspace', folder], at(shared))).exitCode).toBe(0)
  expect(told(await debrief(['backup', target, '--workspace', folder], at(shared)))).toMatch(/exists already/)
  const nowhere = join(folder, 'nowhere', 'copy.sqlite')
  expect(told(await debrief(['backup', nowhere, '--workspace', folder], at(shared)))).toMatch(/no folder/)
  const raw = new Database(target, { readonly: true })
  expect(raw.prepare('SELECT count(*) AS n FROM interactions').get()).toEqual({ n: 200 })
  raw.close()
})
