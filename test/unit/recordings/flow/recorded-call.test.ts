import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { servePlayback } from '../../../../engine/playback.ts'
import { writeCall, writeScript } from '../../../support/a-call.ts'
import { aRecordedWorkspace, type RecordedWorkspace } from './a-recorded-workspace.ts'

const NAME = 'Anna Berg_2026-03-02_10-15-00.wav'

async function withACall(options: Parameters<typeof writeCall>[1] = {}) {
  const own = await aRecordedWorkspace()
  await own.client.recordings.setPreferences({ namePattern: '{agent}_{date}_{time}' })
  const call = writeCall(join(own.folder, 'calls', NAME), options)
  await own.bringIn(join(own.folder, 'calls'))
  return { ...own, call, script: writeScript(join(own.folder, 'script.json'), [call]) }
}

async function transcribe({ client, ended }: RecordedWorkspace, modelPath: string) {
  const { jobId } = await client.recordings.transcribe({ modelPath })
  const job = await ended(jobId)
  if (job.error !== null) throw new Error(job.error)
  return client.recordings.outcomes({ jobId })
}

async function onlyConversation({ client }: Pick<RecordedWorkspace, 'client'>) {
  const { items } = await client.conversations.list({})
  expect(items).toHaveLength(1)
  return client.conversations.get({ interactionId: items[0]!.interactionId })
}

async function bytesPlayed({ engine }: RecordedWorkspace, id: number): Promise<Buffer> {
  const playback = await engine.playback(id)
  if ('sentence' in playback) throw new Error(playback.sentence)
  const answer = servePlayback(playback, new Request('http://door/media/1'))
  return Buffer.from(await answer.arrayBuffer())
}

describe('a recording that was brought in', () => {
  test('is a conversation with its agent, its time and what is heard in it', async () => {
    const own = await withACall()
    const conversation = await onlyConversation(own)
    expect(conversation).toMatchObject({
      at: Date.UTC(2026, 2, 2, 10, 15),
      durationMs: 60_000,
      agent: { name: 'Anna Berg' },
      segments: [],
      evaluationList: [],
      recording: {
        channelCount: 2,
        agentChannel: 0,
        agentChannelBasis: 'first-speaker',
        isHeard: true,
        isMissing: false,
        transcription: null,
        problem: null,
      },
    })
    const { interactionId, recording } = conversation
    expect(await own.client.recordings.ofContacts({ interactionIds: [interactionId, 4711] })).toEqual([
      { interactionId, mediaPath: recording!.mediaPath, durationMs: 60_000, isMissing: false },
    ])
    const measure = (id: string) => conversation.measures.find((one) => one.id === id)
    // from the first word to the last 57 s: silences of 4 and 4.5 s, both speak for 1.5 s twice
    expect(measure('silence_share')!.value).toBeCloseTo(8.5 / 57, 1)
    expect(measure('overtalk_share')!.value).toBeCloseTo(3 / 57, 1)
    expect(measure('silence_share')!.basis).toBe('channel-activity')
    expect(conversation.marks.filter(({ kind }) => kind === 'silence')).toHaveLength(2)
    const peaks = await own.client.recordings.peaks({ recordingId: conversation.recording!.id })
    expect(peaks.channels).toHaveLength(2)
    expect(Math.max(...peaks.channels[0]!)).toBeGreaterThan(10)
  })

  test('is one recording however often and from wherever it comes', async () => {
    const own = await withACall()
    writeFileSync(join(own.folder, 'copy under another name.wav'), readFileSync(own.call.path))
    await own.bringIn(join(own.folder, 'copy under another name.wav'))
    await own.bringIn(join(own.folder, 'calls'))
    expect(await own.client.recordings.list()).toHaveLength(1)
    await onlyConversation(own)
  })

  test('gets its words: both sides, in order, without the card number, with times for what is left', async () => {
    const own = await withACall()
    expect(await transcribe(own, own.script)).toMatchObject([
      { outcome: 'done', error: null, discarded: { silent: 0, improbable: 0, repeated: 0 } },
    ])
    const conversation = await onlyConversation(own)
    const text = conversation.segments.map((one) => one.text).join(' ')
    expect(text).toContain('Yes it is [card number] thanks.')
    expect(text).not.toContain('4111')
    expect(conversation.segments[0]).toMatchObject({ role: 'agent', startMs: 1000 })
    expect(conversation.segments.map(({ role }) => role)).toContain('customer')
    for (const { text: turn, words } of conversation.segments)
      for (const { startChar, endChar } of words!) expect(turn.slice(startChar, endChar)).toMatch(/^\S+$/)
    expect(conversation.recording!.transcription).toMatchObject({ model: 'script', languageCode: 'en' })
    expect(conversation.customerSentimentEnd).toBeGreaterThan(0)
    expect(conversation.evaluationList).toHaveLength(1)
  })

  test('plays what was redacted silent, and everything else as it was', async () => {
    const own = await withACall()
    await transcribe(own, own.script)
    const { recording } = await onlyConversation(own)
    const [span] = recording!.silenced
    expect(recording!.silenced).toHaveLength(1)
    const original = readFileSync(own.call.path)
    const played = await bytesPlayed(own, recording!.id)
    expect(played).toHaveLength(original.length)
    const byteAt = (ms: number) => 44 + Math.round(ms * 8) * 4
    const [first, last] = [byteAt(span!.startMs), byteAt(span!.endMs)]
    expect(played.subarray(first, last).every((byte) => byte === 0)).toBe(true)
    expect(original.subarray(first, last).some((byte) => byte !== 0)).toBe(true)
    expect(played.subarray(0, first).equals(original.subarray(0, first))).toBe(true)
    expect(played.subarray(last).equals(original.subarray(last))).toBe(true)
  })

  test('has nothing of the card number anywhere in the workspace', async () => {
    const own = await withACall()
    await transcribe(own, own.script)
    const folder = join(own.folder, 'workspace')
    await own.close()
    for (const name of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (name.isFile())
        expect(readFileSync(join(name.parentPath, name.name)).includes('4111 1111')).toBe(false)
  })

  test('is not transcribed twice with the same model and settings', async () => {
    const own = await withACall()
    await transcribe(own, own.script)
    const { recording } = await onlyConversation(own)
    const { jobId } = await own.client.recordings.transcribe({
      modelPath: own.script,
      recordingIds: [recording!.id],
    })
    await own.ended(jobId)
    expect(await own.client.recordings.outcomes({ jobId })).toMatchObject([{ outcome: 'unchanged' }])
    expect(await transcribe(own, own.script)).toEqual([])
  })

  test('whose file is gone is shown as missing, keeps everything else, and is found again', async () => {
    const own = await withACall()
    await transcribe(own, own.script)
    renameSync(own.call.path, join(own.folder, 'elsewhere.wav'))
    const conversation = await onlyConversation(own)
    expect(conversation.recording).toMatchObject({ isMissing: true, problem: null })
    expect(conversation.segments.length).toBeGreaterThan(5)
    expect(await own.engine.playback(conversation.recording!.id)).toEqual({
      sentence: `The file of this recording is not at ${own.call.path} any more.`,
    })
    const { id } = conversation.recording!
    const wrong = writeCall(join(own.folder, 'wrong.wav'), { seed: 7 })
    await expect(own.client.recordings.relocate({ recordingId: id, path: wrong.path })).rejects.toThrow(
      'That is another recording',
    )
    await own.client.recordings.relocate({ recordingId: id, path: join(own.folder, 'elsewhere.wav') })
    expect((await onlyConversation(own)).recording).toMatchObject({ isMissing: false })
  })

  test('whose file another call was written over is missing: nobody gets the words of somebody else', async () => {
    const own = await withACall()
    // of the same length to the byte
    const other = writeCall(join(own.folder, 'other.wav'), { seed: 31 })
    writeFileSync(own.call.path, readFileSync(other.path))
    const script = writeScript(join(own.folder, 'other.json'), [other])
    const { recording } = await onlyConversation(own)
    expect(await own.engine.playback(recording!.id)).toEqual({
      sentence: `The file of this recording is not at ${own.call.path} any more.`,
    })
    expect(await transcribe(own, script)).toMatchObject([{ outcome: 'failed', segments: 0 }])
  })

  test('is copied into the workspace where that is wanted, and the copy goes with the import', async () => {
    const own = await aRecordedWorkspace()
    await own.client.recordings.setPreferences({ storage: 'copied' })
    const call = writeCall(join(own.folder, NAME))
    await own.bringIn(call.path)
    rmSync(call.path)
    const { recording } = await onlyConversation(own)
    expect(recording).toMatchObject({ storage: 'copied', isMissing: false })
    expect((await bytesPlayed(own, recording!.id)).length).toBeGreaterThan(1_000_000)
    const copy = join(own.folder, 'workspace', 'media', `${call.sha256}.wav`)
    expect(existsSync(copy)).toBe(true)
    const [standing] = await own.client.imports.list()
    await own.client.imports.undo({ importId: standing!.id })
    expect(existsSync(copy)).toBe(false)
    expect(await own.client.recordings.list()).toEqual([])
    expect((await own.client.conversations.list({})).total).toBe(0)
    expect(await own.client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  })

  test('with one channel leaves the speakers unknown until somebody tells', async () => {
    const own = await withACall({ isMono: true })
    await transcribe(own, own.script)
    const before = await onlyConversation(own)
    expect(before.recording).toMatchObject({ channelCount: 1, agentChannel: null })
    expect(new Set(before.segments.map(({ role }) => role))).toEqual(new Set(['unknown']))
    expect(before.measures.find(({ id }) => id === 'talk_share')!.value).toBeNull()
    expect(before.measures.find(({ id }) => id === 'silence_share')!.value).not.toBeNull()
    const after = await own.client.conversations.correct({
      interactionId: before.interactionId,
      segment: 0,
      role: 'agent',
      forWholeSpeaker: false,
    })
    expect(after.segments[0]).toMatchObject({ role: 'agent', corrected: { text: null, role: 'unknown' } })
  })

  test('whose sides were taken for each other is put right by a word, and read anew', async () => {
    const own = await withACall()
    await transcribe(own, own.script)
    const before = await onlyConversation(own)
    await own.client.recordings.setAgentChannel({ recordingId: before.recording!.id, channel: 1 })
    const after = await onlyConversation(own)
    expect(after.recording).toMatchObject({ agentChannel: 1, agentChannelBasis: 'told' })
    expect(after.segments[0]!.role).toBe('customer')
    const share = (one: typeof before) => one.measures.find(({ id }) => id === 'talk_share')!.value!
    expect(share(after)).toBeCloseTo(1 - share(before), 6)
  })
})

describe('a correction', () => {
  test('of who speaks leaves, when it is taken back, whoever speaks on that channel now', async () => {
    const own = await withACall()
    await transcribe(own, own.script)
    const { interactionId, recording } = await onlyConversation(own)
    const turn = { interactionId, segment: 0 }
    await own.client.conversations.correct({ ...turn, role: 'customer', forWholeSpeaker: false })
    await own.client.recordings.setAgentChannel({ recordingId: recording!.id, channel: 1 })
    const after = await own.client.conversations.undoCorrections(turn)
    // the agent when it was corrected; the channels were swapped since
    expect(after.segments[0]).toMatchObject({ role: 'customer', corrected: null })
  })

  test('keeps the original, is redacted, is read, and is taken back', async () => {
    const own = await withACall()
    await transcribe(own, own.script)
    const before = await onlyConversation(own)
    const at = before.segments.findIndex(({ text }) => text.includes('hate waiting'))
    const turn = { interactionId: before.interactionId, segment: at }
    const after = await own.client.conversations.correct({
      ...turn,
      text: 'I love waiting for this, card 4111 1111 1111 1111.',
      forWholeSpeaker: false,
    })
    expect(after.segments[at]!.text).toBe('I love waiting for this, card [card number].')
    expect(after.segments[at]!.corrected).toEqual({ text: before.segments[at]!.text, role: null })
    expect(after.segments[at]!.sentiment).toBeGreaterThan(0)
    expect(before.segments[at]!.sentiment).toBeLessThan(0)
    const silent = (one: typeof before) => one.recording!.silenced
    expect(silent(after).length).toBeGreaterThan(silent(before).length)
    const again = await own.client.conversations.undoCorrections(turn)
    expect(silent(again)).toEqual(silent(before))
    expect(again.segments[at]).toMatchObject({ text: before.segments[at]!.text, corrected: null })
    expect(again.segments[at]!.sentiment).toBe(before.segments[at]!.sentiment)
    await expect(own.client.conversations.undoCorrections(turn)).rejects.toThrow('Nothing was corrected')
  })

  test('of a whole speaker is taken back as a whole', async () => {
    const own = await withACall({ isMono: true })
    await transcribe(own, own.script)
    const { interactionId, segments } = await onlyConversation(own)
    const all = await own.client.conversations.correct({
      interactionId,
      segment: 1,
      role: 'customer',
      forWholeSpeaker: true,
    })
    expect(new Set(all.segments.map(({ role }) => role)).size).toBe(
      new Set(segments.map(({ speaker }) => speaker)).size,
    )
    expect(all.segments[1]!.role).toBe('customer')
    const back = await own.client.conversations.undoCorrections({ interactionId, segment: 1 })
    expect(back.segments.map(({ role, corrected }) => [role, corrected])).toEqual(
      segments.map(() => ['unknown', null]),
    )
  })
})
