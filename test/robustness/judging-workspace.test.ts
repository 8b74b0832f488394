import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import type { JudgeEstimate, JudgeRun } from '../../shared/contract/judge.ts'
import { fakeLanguageModelServer, readsFor, type FakeModel } from '../support/fake-language-model-server.ts'
import { aForm, aQuestion, openDesk, publishForm } from '../support/quality-desk.ts'
import { builtTerminal } from '../support/terminal.ts'

const root = join(import.meta.dirname, '..', '..')
const PARALLEL = 3
const KILLS = 3

const reads = readsFor(/so sorry about that/)
const slowly: FakeModel = (asked) => ({
  ...(reads(asked) as Exclude<ReturnType<FakeModel>, string>),
  afterMs: 60,
})

/** A workspace whose model is switched on, closed again: what is left to do is for the terminal. */
async function readyWorkspace(address: string): Promise<string> {
  const workspace = await openDesk(14, { toldApart: true })
  const { client, engine } = workspace
  const life = { isOver: false }
  onTestFinished(() => (life.isOver ? undefined : workspace.close()))
  const scorecardId = await publishForm(workspace, aForm([aQuestion('empathy')]))
  const { host } = await client.judge.setSettings({ address, model: 'small-model', parallel: PARALLEL })
  await client.judge.setQuestion({ scorecardId, questionId: 'empathy', isOn: true })
  await client.judge.allow({ host: host! })
  await engine.close()
  life.isOver = true
  return engine.context.workspaceDir
}

function command(workspace: string, ...rest: string[]) {
  return [builtTerminal, 'judge', ...rest, '--days', '60', '--workspace', workspace, '--json']
}

function estimate(workspace: string): JudgeEstimate {
  const { stdout } = spawnSync(process.execPath, command(workspace, '--estimate'), {
    cwd: root,
    encoding: 'utf8',
  })
  return JSON.parse(stdout) as JudgeEstimate
}

test('killed outright in the terminal, and run again: nothing that was answered is asked again', async () => {
  const server = await fakeLanguageModelServer(slowly)
  const workspace = await readyWorkspace(server.address)
  expect(estimate(workspace)).toMatchObject({ questions: 28, requests: 56, known: 0 })
  expect(server.asked).toEqual([])
  let known = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const before = server.asked.length
    const child = spawn(process.execPath, command(workspace, '--run'), { cwd: root, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await expect
      .poll(() => server.asked.length, { timeout: 30_000, interval: 5 })
      .toBeGreaterThan(before + 8 + kill)
    child.kill('SIGKILL')
    await ended
    const now = estimate(workspace).known
    expect(now).toBeGreaterThan(known)
    known = now
  }
  const last = spawn(process.execPath, command(workspace, '--run'), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const run = JSON.parse(await text(last.stdout)) as JudgeRun
  expect(run).toMatchObject({
    state: 'done',
    counts: { answered: 28, known },
    spent: { requests: 2 * (28 - known) },
  })
  const again = server.asked.length - 56
  expect(again).toBeGreaterThanOrEqual(0)
  expect(again).toBeLessThanOrEqual(KILLS * PARALLEL * 2)
}, 180_000)
