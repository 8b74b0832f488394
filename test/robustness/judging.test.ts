import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, inject, test } from 'vitest'
import type { BatchReport } from '../../engine/quality/judge/index.ts'
import { fakeLanguageModelServer, readsFor } from '../support/fake-language-model-server.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import type { JudgingWork } from './support/judging-worker.ts'

const KILLS = 8
const PARALLEL = 4
const QUESTIONS = 120

function start(work: JudgingWork) {
  const script = join(inject('children'), 'judging-worker.js')
  const child = spawn(process.execPath, [script, JSON.stringify(work)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { child, output: text(child.stdout) }
}

test('whenever a batch is killed, what was answered is kept, and no more than what was under way is asked again', async () => {
  const reads = readsFor(/sorry to hear that/)
  const server = await fakeLanguageModelServer((one) => ({
    ...(reads(one) as Exclude<ReturnType<typeof reads>, string>),
    afterMs: 20,
  }))
  const folder = temporaryFolder()
  const work = { address: server.address, folder, questions: QUESTIONS, parallel: PARALLEL }
  const kept = () => readdirSync(folder).filter((name) => name.endsWith('.json'))
  let before: string[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const asked = server.asked.length
    const { child, output } = start(work)
    // some requests after the first, another number each time
    await expect
      .poll(() => server.asked.length, { timeout: 20_000, interval: 3 })
      .toBeGreaterThan(asked + kill * 3)
    child.kill('SIGKILL')
    await output
    expect(kept()).toEqual(expect.arrayContaining(before))
    before = kept()
  }
  expect(before.length).toBeGreaterThan(10)
  expect(before.length).toBeLessThan(QUESTIONS)
  const report = JSON.parse(await start(work).output) as BatchReport
  expect(report).toMatchObject({
    state: 'done',
    counts: { answered: QUESTIONS, known: before.length },
    spent: { requests: 2 * (QUESTIONS - before.length) },
  })
  expect(kept()).toHaveLength(QUESTIONS)
  const again = server.asked.length - 2 * QUESTIONS
  expect(again).toBeGreaterThan(0)
  expect(again).toBeLessThanOrEqual(KILLS * PARALLEL * 2)
}, 120_000)
