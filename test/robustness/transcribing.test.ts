import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect, findDamage } from '../../engine/store/index.ts'
import { writeCall, writeScript } from '../support/a-call.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { builtTerminal } from '../support/terminal.ts'

const root = join(import.meta.dirname, '..', '..')
const CALLS = 4

/** A workspace with calls nobody has listened to, and a script of their words. */
function withCalls(msPerSecondOfSpeech: number) {
  const folder = temporaryFolder()
  const workspace = join(folder, 'workspace')
  const calls = Array.from({ length: CALLS }, (_, at) =>
    writeCall(join(folder, 'calls', `call ${at + 1}.wav`), { seed: at * 10 + 1 }),
  )
  const model = writeScript(join(folder, 'script.json'), calls, msPerSecondOfSpeech)
  const env = { ...process.env, INIT_CWD: folder, XDG_DATA_HOME: join(folder, 'data') }
  const own = { folder, workspace, model, env }
  const imported = run(own, ['import', join(folder, 'calls')])
  expect(imported.status).toBe(0)
  return own
}
type Own = ReturnType<typeof withCalls>

function run({ workspace, env }: Pick<Own, 'workspace' | 'env'>, command: string[], before = '') {
  const ended = spawnSync(
    'bash',
    [
      '-c',
      `${before} exec "$@"`,
      'bash',
      process.execPath,
      builtTerminal,
      ...command,
      '--workspace',
      workspace,
      '--json',
    ],
    { cwd: root, encoding: 'utf8', env, timeout: 90_000 },
  )
  return { status: ended.status, said: ended.stdout + ended.stderr, stdout: ended.stdout }
}

/** What is kept of each recording: when its words were made, and how many turns it has. */
function kept({ workspace }: Own): { at: number | null; turns: number; heard: number | null }[] {
  const database = connect(join(workspace, 'debrief.sqlite'), 'read')
  try {
    expect(findDamage(database)).toEqual([])
    return database.raw
      .prepare(
        `SELECT transcribed_at AS at, listened_version AS heard,
           (SELECT count(*) FROM segments WHERE segments.transcript_id = recordings.transcript_id) AS turns
         FROM recordings ORDER BY id`,
      )
      .all() as ReturnType<typeof kept>
  } finally {
    database.raw.close()
  }
}

test.skipIf(process.platform === 'win32')(
  'a full disk while listening and while transcribing is told in one sentence, and nothing is lost',
  { timeout: 180_000 },
  () => {
    const own = withCalls(0)
    // no file may grow beyond so many kilobytes; a process that does not mind the signal gets an error
    const atMost = (kilobytes: number) =>
      `trap '' XFSZ; ulimit -f ${kilobytes * (process.platform === 'linux' ? 1 : 2)};`
    for (const command of [['analyze'], ['transcribe', '--model', own.model]]) {
      const before = kept(own)
      const full = run(own, command, atMost(40))
      expect(full.said).not.toMatch(/\n\s+at |incident|unexpected/)
      expect(full.said).toMatch(/disk is full|could not be written/)
      expect(full.status).toBe(1)
      // what was kept is kept whole
      for (const [at, { turns, at: made }] of kept(own).entries()) {
        expect(turns).toBeGreaterThanOrEqual(before[at]!.turns)
        expect(turns > 5).toBe(made !== null)
      }
      expect(run(own, command).status).toBe(0)
    }
    expect(kept(own).every(({ at, heard, turns }) => at !== null && heard !== null && turns > 5)).toBe(true)
  },
)
