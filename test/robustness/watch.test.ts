import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { writeCall, writeScript } from '../support/a-call.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { builtTerminal } from '../support/terminal.ts'

const root = join(import.meta.dirname, '..', '..')

test(
  'transcribe --watch transcribes what comes, once, and adds nothing to the history while nothing does',
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder()
    const watched = join(folder, 'watched')
    mkdirSync(watched)
    const call = writeCall(join(folder, 'elsewhere.wav'))
    const script = writeScript(join(folder, 'script.json'), [call])
    const workspace = join(folder, 'workspace')
    const child = spawn(
      process.execPath,
      [
        builtTerminal,
        'transcribe',
        watched,
        '--watch',
        '--model',
        script,
        '--json',
        '--workspace',
        workspace,
      ],
      { cwd: root, env: { ...process.env, INIT_CWD: folder, XDG_DATA_HOME: join(folder, 'data') } },
    )
    onTestFinished(() => void child.kill('SIGKILL'))
    const ended = new Promise<number | null>((done) => child.once('exit', done))
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece))
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece))
    const lines = () => stdout.split('\n').filter((line) => line !== '')
    await expect.poll(() => stderr, { timeout: 20_000 }).toContain('Watching')
    copyFileSync(call.path, join(watched, 'being written'))
    renameSync(join(watched, 'being written'), join(watched, 'a.wav'))
    await expect.poll(lines, { timeout: 40_000 }).toHaveLength(1)
    expect(JSON.parse(lines()[0]!)).toMatchObject({
      imports: [{ file: 'a.wav', error: null }],
      recordings: [{ name: 'a.wav', outcome: 'done' }],
    })
    // two more looks
    await new Promise((resolve) => setTimeout(resolve, 11_000))
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    expect(lines()).toHaveLength(1)
    const engine = await createEngine({ workspace, takesPaths: true })
    onTestFinished(() => engine.close())
    const client = directClient(engine)
    expect(await client.imports.list()).toMatchObject([{ file: 'a.wav' }])
    // one import, and one transcribing at the beginning and after it
    expect((await client.jobs.list()).map(({ kind }) => kind)).toEqual(['transcribe', 'import', 'transcribe'])
  },
)
