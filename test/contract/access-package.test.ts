import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runAccess } from '../../engine/access-job.ts'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { writeCall, writeScript } from '../support/a-call.ts'
import { encryptWorkspace, filesWith, lock } from '../support/encrypted.ts'
import { finished } from '../support/merging.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { aRecordedWorkspace, type RecordedWorkspace } from '../unit/recordings/flow/a-recorded-workspace.ts'

/** Two calls of the same agent, copied into the workspace; a card number is said in the first, and only its words are read. */
async function withCalls() {
  const own = await aRecordedWorkspace()
  await own.client.recordings.setPreferences({ namePattern: '{agent}_{date}_{time}', storage: 'copied' })
  const calls = [
    writeCall(join(own.folder, 'calls', 'Anna Berg_2026-03-02_10-15-00.wav')),
    writeCall(join(own.folder, 'calls', 'Anna Berg_2026-03-03_10-15-00.wav'), { seed: 3 }),
  ] as const
  await own.bringIn(join(own.folder, 'calls'))
  const script = writeScript(join(own.folder, 'script.json'), [calls[0]])
  const first = (await own.client.recordings.list({})).find(({ at }) => at === Date.UTC(2026, 2, 2, 10, 15))!
  const { jobId } = await own.client.recordings.transcribe({ modelPath: script, recordingIds: [first.id] })
  expect((await own.ended(jobId)).error).toBeNull()
  const agentId = (await own.client.people.list({}))[0]!.id
  return { ...own, calls, agentId, first }
}

async function exported({ client }: Pick<RecordedWorkspace, 'client'>, agentId: number) {
  const directory = join(temporaryFolder(), 'held')
  const jobId = await finished(client, client.access.start({ agentId, directory }))
  const done = (await client.access.done({ jobId }))!
  return { directory, done, readme: readFileSync(join(directory, 'README.txt'), 'utf8') }
}

const soundsIn = (directory: string) => readdirSync(join(directory, 'sound'))

test('what was redacted is silent in the sound that is handed over, the rest sounds, and sound whose words nobody read stays out and is told', async () => {
  const own = await withCalls()
  const { directory, done, readme } = await exported(own, own.agentId)
  expect(done).toMatchObject({ sounds: 1, soundsLeftOut: 1 })
  expect(readme).toContain(
    'A recording whose words nobody has read: it is not known what of the customer has to be silent.',
  )
  const { items } = await own.client.conversations.list({})
  const { recording } = await own.client.conversations.get({
    interactionId: items.find(({ at }) => at === own.first.at)!.interactionId,
  })
  const [span] = recording!.silenced
  const original = readFileSync(own.calls[0].path)
  const given = readFileSync(join(directory, 'sound', soundsIn(directory)[0]!))
  const byteAt = (ms: number) => 44 + Math.round(ms * 8) * 4
  const [from, to] = [byteAt(span!.startMs), byteAt(span!.endMs)]
  expect(original.subarray(from, to).some((byte) => byte !== 0)).toBe(true)
  expect(given.subarray(from, to).every((byte) => byte === 0)).toBe(true)
  expect(given.subarray(0, from)).toEqual(original.subarray(0, from))
  expect(given.subarray(to)).toEqual(original.subarray(to))
})

test('sound whose file is gone, so that nothing can be made silent in it, stays out and is told; the rest is whole', async () => {
  const own = await withCalls()
  const media = join(own.folder, 'workspace', 'media')
  for (const name of readdirSync(media)) if (name.includes(own.calls[0].sha256)) rmSync(join(media, name))
  const { directory, done, readme } = await exported(own, own.agentId)
  expect(done).toMatchObject({ sounds: 0, soundsLeftOut: 2 })
  expect(readme).toContain('A recording that could not be read any more.')
  expect(existsSync(join(directory, 'sound'))).toBe(false)
  expect(readFileSync(join(directory, 'words.csv'), 'utf8')).toContain('[card number]')
})

test('of an encrypted workspace it is plain for whoever gets it, with its sound, and leaves nothing plain in the workspace', async () => {
  const own = await withCalls()
  const plain = await exported(own, own.agentId)
  await own.close()
  const workspace = join(own.folder, 'workspace')
  await encryptWorkspace(workspace)
  onTestFinished(() => lock(workspace))
  const engine = await createEngine({ workspace, takesPaths: true, now: () => Date.UTC(2026, 2, 30, 12) })
  onTestFinished(() => engine.close())
  const { directory, done } = await exported({ client: directClient(engine) }, own.agentId)
  const names = done.files.map(({ fileName }) => fileName)
  expect(names).toEqual(plain.done.files.map(({ fileName }) => fileName))
  // the log tells of the first time that it was handed over
  for (const name of names.filter((one) => !/^(README\.txt|index\.html|data\.json|log\.csv)$/.test(one)))
    expect(readFileSync(join(directory, name)).equals(readFileSync(join(plain.directory, name)))).toBe(true)
  expect(names).toContain(`sound/${soundsIn(directory)[0]}`)
  const sound = readFileSync(own.calls[0].path).subarray(20_000, 20_064)
  expect(filesWith(workspace, ['boiler', 'Anna Berg', sound])).toEqual([])
  // whoever else uses this machine reads nothing of it
  expect(statSync(directory).mode & 0o077).toBe(0)
})

test('cancelled behind any of its steps it leaves nothing, also none of the folders it made', async () => {
  const own = await withCalls()
  const place = temporaryFolder()
  const told: string[] = []
  for (let steps = 1; ; steps++) {
    const abort = new AbortController()
    let left = steps
    const progress = (_: number, step: string) => {
      told.push(step)
      if (--left === 0) abort.abort(new Error('cancelled'))
    }
    const order = {
      subject: { is: 'agent' as const, personId: own.agentId },
      directory: join(place, 'new', 'held'),
      token: 'a1b2c3d4',
      by: 'You',
    }
    const done = await runAccess(own.engine.context, order, { signal: abort.signal, progress }).catch(
      (error: unknown) => error,
    )
    if (!abort.signal.aborted) {
      expect(done).toMatchObject({ sounds: 1 })
      break
    }
    expect(done).toMatchObject({ message: 'cancelled' })
    expect({ steps, left: readdirSync(place) }).toEqual({ steps, left: [] })
  }
  expect(told).toContain('Writing sound: 0 of 1')
  expect(readdirSync(join(place, 'new'))).toEqual(['held'])
})
