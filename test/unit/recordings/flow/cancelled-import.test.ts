import { createReadStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeCall } from '../../../support/a-call.ts'
import { aWav } from '../decoding/a-wav.ts'
import { aRecordedWorkspace, type RecordedWorkspace } from './a-recorded-workspace.ts'

const SECONDS = 560

/** A recording of a few minutes in which nobody speaks, too large to share a transaction with another. */
function writeLongSilence(folder: string, number: number): string {
  const data = Buffer.alloc(SECONDS * 8000 * 2)
  data.writeInt16LE(number)
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `long-${String(number).padStart(2, '0')}.wav`)
  writeFileSync(path, aWav({ data }))
  return path
}

/** What lies in this process's own folder of uploads. */
const uploads = () =>
  readdirSync(tmpdir())
    .filter((name) => name.startsWith(`debrief-uploads-${process.pid}-`))
    .flatMap((name) => readdirSync(join(tmpdir(), name)))

async function upload({ engine }: RecordedWorkspace, paths: readonly string[]) {
  return Promise.all(
    paths.map(async (path) => ({
      reference: await engine.receiveUpload(path.replace(/^.*[\\/]/, ''), createReadStream(path)),
    })),
  )
}

test(
  'a cancelled import lets its uploads go and listens to what it had taken',
  { timeout: 60_000 },
  async () => {
    const own = await aRecordedWorkspace()
    const folder = join(own.folder, 'calls')
    const paths = [
      writeCall(join(folder, 'a.wav')).path,
      ...Array.from({ length: 12 }, (_, number) => writeLongSilence(folder, number)),
    ]
    const { jobId } = await own.client.imports.start({ files: await upload(own, paths) })
    expect(uploads().length).toBeGreaterThan(0)
    while ((await own.client.imports.reports({ jobId })).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 1))
    await own.client.jobs.cancel({ jobId })
    expect(await own.ended(jobId)).toMatchObject({ state: 'cancelled' })
    await expect.poll(uploads).toEqual([])
    const taken = await own.client.recordings.list()
    expect(taken.length).toBeGreaterThan(0)
    expect(taken.length).toBeLessThan(paths.length)
    await expect
      .poll(async () => (await own.client.recordings.list()).every(({ isHeard }) => isHeard), {
        timeout: 30_000,
      })
      .toBe(true)
  },
)

test('an import that is cancelled before its turn lets its uploads go', { timeout: 60_000 }, async () => {
  const own = await aRecordedWorkspace()
  const folder = join(own.folder, 'calls')
  const long = await own.client.imports.start({
    files: Array.from({ length: 6 }, (_, number) => ({
      reference: { path: writeLongSilence(folder, number) },
    })),
  })
  const files = await upload(own, [writeCall(join(folder, 'a.wav')).path])
  const { jobId } = await own.client.imports.start({ files })
  await own.client.jobs.cancel({ jobId })
  await expect.poll(uploads).toEqual([])
  await own.client.jobs.cancel({ jobId: long.jobId })
  await own.ended(long.jobId)
})
