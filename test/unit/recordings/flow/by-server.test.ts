import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeCall } from '../../../support/a-call.ts'
import { fakeTranscriptionServer, type AskedRequest } from '../../../support/fake-transcription-server.ts'
import { aRecordedWorkspace } from './a-recorded-workspace.ts'

const pieces = new Map<string, number>()

/** A sentence for each piece, that of a card number for every third: the same one when it is asked for again. */
function answered({ idempotencyKey, milliseconds }: AskedRequest, afterMs: number) {
  const place = pieces.get(idempotencyKey) ?? pieces.size
  pieces.set(idempotencyKey, place)
  const text = place % 3 === 0 ? 'It is 4111 1111 1111 1111.' : 'Yes of course.'
  return {
    afterMs,
    body: {
      language: 'english',
      text,
      segments: [{ text, start: 0.3, end: milliseconds / 1000 - 0.3, avg_logprob: -0.2 }],
    },
  }
}

async function withCalls(count: number) {
  const own = await aRecordedWorkspace()
  for (let at = 0; at < count; at++)
    writeCall(join(own.folder, 'calls', `call ${at + 1}.wav`), { seed: at * 10 + 1 })
  await own.bringIn(join(own.folder, 'calls'))
  return own
}

/** Names the host of a server in the policy. */
async function allowed({ client }: Awaited<ReturnType<typeof withCalls>>, address: string): Promise<void> {
  await client.policy.setDestination({ purpose: 'transcribe', host: new URL(address).host, isAllowed: true })
}

// two minutes of speech are listened to in each: on a busy machine that takes its time
describe('transcribing by a server', { timeout: 120_000 }, () => {
  test('gives conversations their words, redacted, once; nothing is sent while it is off', async () => {
    const own = await withCalls(2)
    const server = await fakeTranscriptionServer((asked) => answered(asked, 0))
    const settings = { address: `${server.address}/`, model: 'large-v3', parallel: 4 }
    const kept = await own.client.recordings.setPreferences({ server: { ...settings, isOn: false } })
    expect(kept.server?.address).toBe(server.address)
    const off = await own.ended((await own.client.recordings.transcribe({})).jobId)
    expect(off).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('No speech model was chosen'),
    })
    expect(server.asked).toEqual([])

    await own.client.recordings.setPreferences({ server: { ...settings, isOn: true } })
    const { jobId } = await own.client.recordings.transcribe({})
    expect(await own.ended(jobId)).toMatchObject({ state: 'done' })
    const asked = server.asked.length
    expect(asked).toBeGreaterThan(6)
    const [recording] = await own.client.recordings.list()
    expect(recording!.transcription?.model).toBe(`large-v3 at ${new URL(server.address).host}`)
    const conversation = await own.client.conversations.get({ interactionId: recording!.interactionId! })
    const text = conversation.segments.map((segment) => segment.text).join(' ')
    expect(text).toContain('[card number]')
    expect(text).not.toContain('4111')
    expect(conversation.recording!.silenced.length).toBeGreaterThan(0)

    const { entries } = await own.client.audit.list({ act: 'transcription-server.request' })
    const sent = entries.map(({ details }) => JSON.parse(details) as Record<string, unknown>)
    expect(sent.map(({ requests }) => requests).reduce<number>((sum, n) => sum + Number(n), 0)).toBe(asked)
    expect(sent[0]).toEqual({
      host: new URL(server.address).host,
      model: 'large-v3',
      requests: expect.any(Number),
      seconds: expect.any(Number),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })

    const ids = (await own.client.recordings.list()).map(({ id }) => id)
    const again = await own.client.recordings.transcribe({ recordingIds: ids })
    await own.ended(again.jobId)
    expect((await own.client.recordings.outcomes(again)).map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ])
    expect(server.asked).toHaveLength(asked)
  })

  test('is cancelled within a second, and a finished recording is not sent again', async () => {
    const own = await withCalls(2)
    const server = await fakeTranscriptionServer((asked) => answered(asked, 250))
    const settings = { address: server.address, model: 'large-v3', parallel: 1 }
    await expect(own.client.recordings.transcribe({ server: settings })).rejects.toThrow('nothing was sent')
    expect(server.asked).toEqual([])
    await allowed(own, server.address)
    const { jobId } = await own.client.recordings.transcribe({ server: settings })
    while ((await own.client.recordings.outcomes({ jobId })).length < 1)
      await new Promise((resolve) => setTimeout(resolve, 20))
    const sentOfFirst = server.asked.length
    const cancelled = performance.now()
    await own.client.jobs.cancel({ jobId })
    expect(await own.ended(jobId)).toMatchObject({ state: 'cancelled' })
    expect(performance.now() - cancelled).toBeLessThan(1000)
    const before = new Set(server.asked.slice(0, sentOfFirst - 1).map(({ idempotencyKey }) => idempotencyKey))
    const sent = server.asked.length

    const again = await own.client.recordings.transcribe({ server: settings })
    expect(await own.ended(again.jobId)).toMatchObject({ state: 'done' })
    expect(server.asked.slice(sent).some(({ idempotencyKey }) => before.has(idempotencyKey))).toBe(false)
    expect((await own.client.conversations.list({})).items.every(({ turns }) => turns > 2)).toBe(true)
  })

  test('one recording it cannot read holds up no other; a wrong address begins none and says so', async () => {
    const own = await withCalls(2)
    let first: string | null = null
    const server = await fakeTranscriptionServer((asked) => {
      first ??= asked.idempotencyKey
      return asked.idempotencyKey === first
        ? { status: 500, headers: { 'retry-after-ms': '1' }, body: { error: { message: 'out of memory' } } }
        : answered(asked, 0)
    })
    await allowed(own, server.address)
    const { jobId } = await own.client.recordings.transcribe({
      server: { address: server.address, model: 'm', parallel: 2 },
    })
    await own.ended(jobId)
    const outcomes = await own.client.recordings.outcomes({ jobId })
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['failed', 'done'])
    expect(outcomes[0]!.error).toMatch(/could not transcribe it \(it answered 500: out of memory\)/)

    for (const [address, sentence] of [
      ['ftp://somewhere', /begins with http/],
      ['http://me:secret@127.0.0.1/v1', /A key does not belong/],
    ] as const) {
      const server = { address, model: 'm', parallel: 1 }
      await expect(own.client.recordings.transcribe({ server })).rejects.toThrow(sentence)
    }
  })

  test('a server can be tried, and where its key comes from is told without it', async () => {
    const own = await aRecordedWorkspace()
    const server = await fakeTranscriptionServer(({ authorization }) =>
      authorization === 'Bearer sesame' ? { body: { text: '' } } : { status: 401, body: {} },
    )
    const settings = { address: server.address, model: 'm', parallel: 1 }
    await allowed(own, server.address)
    expect(await own.client.recordings.tryServer(settings)).toMatchObject({
      isGood: false,
      sentence: expect.stringContaining('wants a key'),
    })
    expect(await own.client.recordings.serverKey({ address: server.address })).toEqual({
      isThere: false,
      keptIn: 'environment',
    })
    await expect(
      own.client.recordings.setServerKey({ address: server.address, key: 'sesame' }),
    ).rejects.toThrow('DEBRIEF_TRANSCRIPTION_KEY')
    process.env['DEBRIEF_TRANSCRIPTION_KEY'] = 'sesame'
    try {
      expect(await own.client.recordings.tryServer(settings)).toMatchObject({ isGood: true })
      expect((await own.client.recordings.serverKey({ address: server.address })).isThere).toBe(true)
    } finally {
      delete process.env['DEBRIEF_TRANSCRIPTION_KEY']
    }
  })
})
