import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine, environmentSecrets } from '../../engine/index.ts'
import { decrypt, protectionOf, unlock } from '../../engine/workspace-protection.ts'
import { encryptWorkspace, filesIn, filesWith, lock, PASSPHRASE } from '../support/encrypted.ts'
import { writeCall } from '../support/a-call.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { killAfter } from './support/kill-after.ts'

const NEXT = 'eight blue kettles hum'
const KILLS = 4
const folder = makeTemporaryFolder()
const plain = join(folder, 'plain')
let sound: Buffer

/** A workspace with some thousand surveys and two recordings of its own. */
const change = (args: readonly string[], killAfterMs: number | null) =>
  killAfter('encrypt-process.js', args, killAfterMs)

beforeAll(async () => {
  const engine = await createEngine({ workspace: plain, takesPaths: true })
  const client = directClient(engine)
  await client.recordings.setPreferences({ storage: 'copied' })
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `s${at},Agent ${at % 40},2026-03-02,${(at % 5) + 1},quokkaboiler ${at}`,
  )
  const surveys = join(folder, 'surveys.csv')
  writeFileSync(surveys, `Survey ID,Agent,Date,CSAT,Comment\n${rows.join('\n')}\n`)
  const calls = [1, 2].map((seed) => writeCall(join(folder, `call-${seed}.wav`), { seed }).path)
  sound = readFileSync(calls[0]!).subarray(20_000, 20_064)
  const { jobId } = await client.imports.start({
    files: [surveys, ...calls].map((path) => ({ reference: { path } })),
  })
  while ((await client.jobs.list()).find(({ id }) => id === jobId)!.state !== 'done')
    await new Promise((resolve) => setTimeout(resolve, 20))
  await engine.close()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Opens what a kill left, with whichever passphrase opens it; everything must be there, and nothing half done. */
async function expectWhole(workspace: string, passphrases: string[]): Promise<'plain' | 'open'> {
  lock(workspace)
  const { state } = protectionOf(workspace)
  if (state === 'locked') {
    const opened = await Promise.allSettled(passphrases.map((passphrase) => unlock(workspace, passphrase)))
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  }
  const engine = await createEngine({ workspace, takesPaths: true })
  const client = directClient(engine)
  expect((await client.workspace.summary()).surveys).toBe(20_000)
  expect((await client.workspace.check()).problems).toEqual([])
  const recordings = await client.recordings.list({})
  expect(recordings.map(({ isMissing }) => isMissing)).toEqual([false, false])
  for (const { id } of recordings) expect(await engine.playback(id)).not.toHaveProperty('sentence')
  await engine.close()
  expect(filesIn(workspace).filter((file) => /converting|\.next|\.part|-journal/.test(file))).toEqual([])
  const { state: now } = protectionOf(workspace)
  const plainFiles = filesWith(workspace, ['quokkaboiler', sound])
  if (now === 'plain') expect(plainFiles.length).toBeGreaterThan(0)
  else expect(plainFiles).toEqual([])
  return now === 'plain' ? 'plain' : 'open'
}

describe.each(['encrypt', 'encrypt anew', 'decrypt'])('a kill while a workspace is to %s', (way) => {
  test(`leaves it whole, in the one form or the other (${KILLS} kills)`, async () => {
    const start = join(folder, `start-${way}`)
    cpSync(plain, start, { recursive: true })
    if (way !== 'encrypt') await encryptWorkspace(start)
    const copy = (round: number) => {
      const workspace = join(folder, `${way}-${round}`)
      cpSync(start, workspace, { recursive: true })
      return workspace
    }
    const argsOf = (workspace: string) => [
      way === 'decrypt' ? 'decrypt' : 'encrypt',
      workspace,
      way === 'encrypt' ? PASSPHRASE : NEXT,
      ...(way === 'encrypt' ? [] : [PASSPHRASE]),
    ]
    const whole = copy(0)
    const tookMs = await change(argsOf(whole), null)
    const ends = way === 'decrypt' ? 'plain' : 'open'
    expect(await expectWhole(whole, way === 'encrypt' ? [PASSPHRASE] : [NEXT])).toBe(ends)
    for (let round = 1; round <= KILLS; round++) {
      const workspace = copy(round)
      await change(argsOf(workspace), (tookMs * (round - 0.5)) / KILLS)
      await expectWhole(workspace, [PASSPHRASE, ...(way === 'encrypt anew' ? [NEXT] : [])])
      lock(workspace)
      rmSync(workspace, { recursive: true, force: true })
    }
  })
})

test('a workspace that was killed on its way can be taken the rest of it', async () => {
  const workspace = join(folder, 'again')
  cpSync(plain, workspace, { recursive: true })
  await change(['encrypt', workspace, PASSPHRASE], 30)
  lock(workspace)
  if (protectionOf(workspace).state === 'plain') await encryptWorkspace(workspace)
  else await unlock(workspace, PASSPHRASE)
  expect(await expectWhole(workspace, [PASSPHRASE])).toBe('open')
  await decrypt(workspace, environmentSecrets)
  expect(await expectWhole(workspace, [])).toBe('plain')
})
