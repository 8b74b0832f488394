import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeCall, writeScript } from '../../../support/a-call.ts'
import { aRecordedWorkspace, type RecordedWorkspace } from './a-recorded-workspace.ts'

/** Calls whose words take some seconds each to make: a minute has about 45 s of speech. */
async function withSlowCalls(count: number, msPerSecondOfSpeech: number) {
  const own = await aRecordedWorkspace()
  const calls = Array.from({ length: count }, (_, at) =>
    writeCall(join(own.folder, 'calls', `call ${at + 1}.wav`), { seed: at * 10 + 1 }),
  )
  await own.bringIn(join(own.folder, 'calls'))
  const script = writeScript(join(own.folder, 'script.json'), calls, msPerSecondOfSpeech)
  return { ...own, calls, script }
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 20))

/** Waits until so many recordings are done and the next is in work. */
async function inTheMiddleOf({ client }: RecordedWorkspace, jobId: number, done: number) {
  for (;;) {
    const outcomes = await client.recordings.outcomes({ jobId })
    const job = (await client.jobs.list()).find(({ id }) => id === jobId)!
    if (outcomes.length >= done && job.progress > done / 3 + 0.05) return
    await moment()
  }
}

/** The processes of ours that transcribe; looked up as Linux tells them. */
function transcribers(): number[] {
  const textOf = (pid: number, file: string) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8')
    } catch {
      return ''
    }
  }
  return readdirSync('/proc')
    .map(Number)
    .filter(
      (pid) =>
        textOf(pid, 'status').includes(`\nPPid:\t${process.pid}\n`) &&
        textOf(pid, 'cmdline').includes('transcribe.worker'),
    )
}

async function turnsOf({ client }: RecordedWorkspace): Promise<number[]> {
  return (await client.conversations.list({ sort: 'oldest' })).items.map(({ turns }) => turns)
}

describe.runIf(process.platform === 'linux')('transcribing several recordings', () => {
  test('is cancelled within a second; what was done stays, and no process is left', async () => {
    const own = await withSlowCalls(3, 30)
    const { jobId } = await own.client.recordings.transcribe({ modelPath: own.script })
    await inTheMiddleOf(own, jobId, 1)
    const asked = performance.now()
    await own.client.jobs.cancel({ jobId })
    expect(await own.ended(jobId)).toMatchObject({ state: 'cancelled' })
    expect(performance.now() - asked).toBeLessThan(1000)
    await expect.poll(transcribers).toEqual([])
    expect((await turnsOf(own)).filter((turns) => turns > 0)).toHaveLength(1)
  })

  test('is paused and goes on without doing a finished one again', async () => {
    const own = await withSlowCalls(3, 20)
    const { jobId } = await own.client.recordings.transcribe({ modelPath: own.script })
    await inTheMiddleOf(own, jobId, 1)
    await own.client.jobs.pause({ jobId })
    expect(await own.ended(jobId)).toMatchObject({ state: 'paused', error: null })
    const before = await own.client.recordings.outcomes({ jobId })
    await own.client.jobs.resume({ jobId })
    expect(await own.ended(jobId)).toMatchObject({ state: 'done' })
    const after = await own.client.recordings.outcomes({ jobId })
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
  })

  test('goes on after Debrief was closed in the middle', async () => {
    const own = await withSlowCalls(3, 20)
    const { jobId } = await own.client.recordings.transcribe({ modelPath: own.script })
    await inTheMiddleOf(own, jobId, 1)
    const next = await own.reopen()
    expect(await next.ended(jobId)).toMatchObject({ state: 'done' })
    expect(await next.client.recordings.outcomes({ jobId })).toMatchObject([
      { outcome: 'done' },
      { outcome: 'done' },
      { outcome: 'done' },
    ])
  })

  test('loses only the recording in work when its process is killed', async () => {
    const own = await withSlowCalls(3, 30)
    const { jobId } = await own.client.recordings.transcribe({ modelPath: own.script })
    await inTheMiddleOf(own, jobId, 1)
    for (const pid of transcribers()) process.kill(pid, 'SIGKILL')
    expect(await own.ended(jobId)).toMatchObject({ state: 'done' })
    const outcomes = await own.client.recordings.outcomes({ jobId })
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'failed', 'done'])
    expect(outcomes[1]!.error).toMatch(/^The recogniser ended in the middle of this recording.*\.$/)
    const again = await own.client.recordings.transcribe({ modelPath: own.script })
    await own.ended(again.jobId)
    expect((await turnsOf(own)).every((turns) => turns > 0)).toBe(true)
  })
})

describe('a folder with bad recordings', () => {
  test('says one sentence of each, and takes the others', async () => {
    const own = await aRecordedWorkspace()
    const folder = join(own.folder, 'calls')
    const good = writeCall(join(folder, 'good.wav'))
    const torn = writeCall(join(folder, 'torn.wav'), { seed: 5 })
    truncateSync(torn.path, 400_000)
    const head = readFileSync(good.path).subarray(0, 44)
    writeFileSync(join(folder, 'header only.wav'), head)
    writeFileSync(join(folder, 'zero.wav'), '')
    writeFileSync(join(folder, 'garbage.mp3'), Buffer.from(`ID3${'x'.repeat(5000)}`))
    writeFileSync(join(folder, '-i; rm -rf $HOME `x` "\'.wav'), readFileSync(good.path).subarray(0, 300_044))
    const { jobId } = await own.client.imports.start({ files: [{ reference: { path: folder } }] })
    await own.ended(jobId)
    const reports = await own.client.imports.reports({ jobId })
    const errors = Object.fromEntries(reports.map(({ file, error }) => [file, error]))
    expect(errors).toEqual({
      'calls/good.wav': null,
      'calls/torn.wav': null,
      'calls/-i; rm -rf $HOME `x` "\'.wav': null,
      'calls/header only.wav': expect.stringMatching(/ cannot be read as a recording\. .*\.$/),
      'calls/zero.wav': expect.stringMatching(/empty/),
      'calls/garbage.mp3': expect.stringMatching(/ cannot be read as a recording\. .*\.$/),
    })
    for (const job of await own.client.jobs.list()) await own.ended(job.id)
    const recordings = await own.client.recordings.list()
    expect(recordings.map(({ isHeard, problem }) => [isHeard, problem])).toEqual([
      [true, null],
      [true, null],
      [true, null],
    ])
    const tornOne = recordings.find(({ name }) => name === 'torn.wav')!
    expect(tornOne.warnings.join(' ')).toMatch(/cut short/)
  })
})

function int32(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4)
  numbers.forEach((number, at) => bytes.writeInt32LE(number, at * 4))
  return bytes
}

/** The header of a model with one mel filter of one number and a vocabulary of one word; the word and all else are given. */
function aModelOfOneWord(rest: Buffer): Buffer {
  const header = int32(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
  return Buffer.concat([Buffer.from('lmgg'), header, int32(1, 1), Buffer.alloc(4), int32(1), rest])
}

describe('a model that is none', () => {
  test.each([
    ['a text', 'just some words'],
    ['half a header', Buffer.from('lmgg12345')],
    ['an empty file', ''],
  ])('%s is refused in one sentence before anything is begun', async (_name, content) => {
    const own = await withSlowCalls(1, 0)
    const model = join(own.folder, 'ggml-own.bin')
    writeFileSync(model, content)
    const { jobId } = await own.client.recordings.transcribe({ modelPath: model })
    expect(await own.ended(jobId)).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/^ggml-own\.bin is no speech model of whisper\.cpp/),
    })
  })

  test('that cannot be loaded fails once for all recordings, and says which file', async () => {
    const own = await withSlowCalls(2, 0)
    const model = join(own.folder, 'ggml-other.bin')
    // whole, with numbers that no speech model has
    const tensor = Buffer.concat([int32(1, 4, 0, 10), Buffer.from('bias'), Buffer.alloc(40)])
    writeFileSync(model, aModelOfOneWord(Buffer.concat([int32(5), Buffer.from('hello'), tensor])))
    const { jobId } = await own.client.recordings.transcribe({ modelPath: model })
    const job = await own.ended(jobId)
    expect(job.state).toBe('failed')
    expect(job.error).toMatch(/ggml-other\.bin could not be loaded as a speech model/)
    expect((await own.client.recordings.list()).map(({ problem }) => problem)).toEqual([null, null])
  })

  test('of which only a part is there is refused before anything is begun', async () => {
    const own = await withSlowCalls(1, 0)
    const model = join(own.folder, 'ggml-half.bin')
    // a tensor of 100 numbers, of which 10 are there
    const tensor = Buffer.concat([int32(1, 4, 0, 100), Buffer.from('bias'), Buffer.alloc(40)])
    writeFileSync(model, aModelOfOneWord(Buffer.concat([int32(5), Buffer.from('hello'), tensor])))
    const { jobId } = await own.client.recordings.transcribe({ modelPath: model })
    expect((await own.ended(jobId)).error).toBe(
      'ggml-half.bin is only a part of a speech model: its download was cut short. Download it again.',
    )
  })

  test('is not taken as the one to use', async () => {
    const own = await aRecordedWorkspace()
    const model = join(own.folder, 'holiday.bin')
    writeFileSync(model, 'a picture')
    await expect(own.client.recordings.setPreferences({ modelPath: model })).rejects.toThrow(
      'holiday.bin is no speech model',
    )
    expect(await own.client.recordings.preferences()).toMatchObject({ modelPath: null })
  })

  test('none at all says where to get one', async () => {
    const own = await withSlowCalls(1, 0)
    const { jobId } = await own.client.recordings.transcribe({})
    expect((await own.ended(jobId)).error).toMatch(/^No speech model was chosen yet/)
  })
})
