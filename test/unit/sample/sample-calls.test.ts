import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { redact } from '../../../engine/language/index.ts'
import { openAudio } from '../../../engine/recordings/decoding/index.ts'
import { createListener } from '../../../engine/recordings/activity/index.ts'
import { sampleCallsFolder } from '../../../engine/sample/call-files.ts'
import { generateSample } from '../../../engine/sample/index.ts'
import { readCalls } from './read-sample.ts'
import type { RawCall } from './read-sample.ts'

interface Span {
  startMs: number
  endMs: number
}
interface Truth {
  file: string
  durationMs: number
  channelCount: number
  turns: (Span & { speaker: 'agent' | 'customer'; text: string })[]
  silences: Span[]
  overlaps: Span[]
  holds: Span[]
  ringTones: Span[]
}
interface Script {
  channels: { words: (Span & { text: string })[] }[]
}

const folder = sampleCallsFolder() ?? ''
const json = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8'))
const truths = json<Truth[]>(path.join(import.meta.dirname, 'fixtures', 'sample-calls-truth.json'))
const sidecar = (file: string) =>
  json<Record<string, string | null>>(path.join(folder, file.replace('.opus', '.json')))
const script = (file: string) => json<Script>(path.join(folder, file.replace('.opus', '.script.json')))

/** How long an Ogg Opus file sounds: the last page's granule position less the samples to skip, at 48 kHz. */
function opusDurationMs(file: string): number {
  const bytes = readFileSync(file)
  const head = bytes.indexOf('OpusHead')
  const page = bytes.lastIndexOf('OggS')
  return (Number(bytes.readBigUInt64LE(page + 6)) - bytes.readUInt16LE(head + 10)) / 48
}

describe('the calls of the sample that can be heard', () => {
  it('are a dozen, small, each with its words and what is known of it', () => {
    const names = readdirSync(folder)
    const sounds = names.filter((name) => name.endsWith('.opus'))
    expect(sounds.sort()).toEqual(truths.map(({ file }) => file).sort())
    expect(sounds).toHaveLength(12)
    for (const sound of sounds) {
      expect(sound).toMatch(/^\d{8}-\d{6}_[a-z]+_[a-z0-9-]+\.opus$/)
      expect(names).toContain(sound.replace('.opus', '.json'))
      expect(names).toContain(sound.replace('.opus', '.script.json'))
    }
    const bytes = sounds.map((name) => statSync(path.join(folder, name)).size)
    expect(Math.max(...bytes)).toBeLessThan(240_000)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000)
  })

  it.each(truths)('$file agrees with its words and its truth', (truth) => {
    const durationMs = opusDurationMs(path.join(folder, truth.file))
    expect(Math.abs(durationMs - truth.durationMs)).toBeLessThan(25)
    const { channels } = script(truth.file)
    expect(channels).toHaveLength(truth.channelCount)
    for (const { words } of channels) {
      for (const [at, word] of words.entries()) {
        expect(word.endMs).toBeGreaterThan(word.startMs)
        expect(word.endMs).toBeLessThanOrEqual(durationMs)
        if (at > 0) expect(word.startMs).toBeGreaterThanOrEqual(words[at - 1]!.startMs)
      }
    }
    const spoken = channels.reduce((sum, { words }) => sum + words.length, 0)
    expect(spoken).toBe(truth.turns.reduce((sum, { text }) => sum + text.split(' ').length, 0))
    for (const span of [...truth.turns, ...truth.silences, ...truth.overlaps, ...truth.holds]) {
      expect(span.startMs).toBeGreaterThanOrEqual(0)
      expect(span.endMs).toBeGreaterThan(span.startMs)
      expect(span.endMs).toBeLessThanOrEqual(truth.durationMs)
    }
    for (const silence of truth.silences)
      for (const turn of truth.turns)
        expect(turn.startMs >= silence.endMs || turn.endMs <= silence.startMs).toBe(true)
  })

  it.each(truths)('$file sounds where its words are, loud and unclipped', async (truth) => {
    const audio = await openAudio(path.join(folder, truth.file))
    const listener = createListener({
      sampleRate: audio.sampleRate,
      channelCount: audio.channelCount,
      durationMs: audio.durationMs,
    })
    let peak = 0
    for await (const block of audio.blocks()) {
      for (const line of block.channels) for (const sample of line) peak = Math.max(peak, Math.abs(sample))
      listener.push(block)
    }
    // Meant to be -3 dBFS; what a voice codec gives back differs from round to round by about 1 dB.
    expect(Math.abs(20 * Math.log10(peak) + 3)).toBeLessThan(1.5)
    const heard = listener.finish()
    for (const turn of truth.turns) {
      const side = truth.channelCount === 1 || turn.speaker === 'agent' ? 0 : 1
      const spoken = heard.channels[side]!.spans.filter(({ kind }) => kind === 'speech')
      const inside = spoken.reduce(
        (sum, span) =>
          sum + Math.max(0, Math.min(span.endMs, turn.endMs) - Math.max(span.startMs, turn.startMs)),
        0,
      )
      expect(inside / (turn.endMs - turn.startMs)).toBeGreaterThan(0.6)
    }
    // Nobody is heard on the other's line. The edges of hold music may pass for speech.
    if (truth.channelCount === 2) {
      for (const [side, speaker] of (['agent', 'customer'] as const).entries()) {
        const own: Span[] = truth.turns.filter((turn) => turn.speaker === speaker)
        if (speaker === 'agent') own.push(...truth.holds)
        const spoken = heard.channels[side]!.spans.filter(({ kind }) => kind === 'speech')
        for (const { startMs, endMs } of spoken)
          expect(own.some((turn) => turn.startMs < endMs && turn.endMs > startMs)).toBe(true)
      }
    }
    for (const hold of truth.holds) {
      const music = heard.channels[0]!.spans.filter(({ kind }) => kind === 'music')
      expect(music).toHaveLength(1)
      expect(Math.abs(music[0]!.startMs - hold.startMs)).toBeLessThan(1000)
      expect(Math.abs(music[0]!.endMs - hold.endMs)).toBeLessThan(1000)
    }
  })

  it('have one in which a card number is read out, which is not kept', () => {
    const texts = truths.map(({ turns }) => turns.map(({ text }) => text).join('\n'))
    const read = texts.filter((text) => text.includes('4012'))
    expect(read).toHaveLength(1)
    expect(redact(read[0]!).text).not.toContain('8888')
  })

  describe('and the generated sample', () => {
    const target = mkdtempSync(path.join(tmpdir(), 'debrief-sample-calls-'))
    let calls: RawCall[] = []
    let transcribed: string[] = []
    let logins: Map<string, string>
    beforeAll(async () => {
      const manifest = await generateSample(target)
      calls = readCalls(target, manifest)
      transcribed = manifest.truth.conversations.map(({ contactId }) => contactId)
      logins = new Map(manifest.truth.identities.map(({ login, email }) => [email, login]))
    }, 120_000)
    afterAll(() => rmSync(target, { recursive: true }))

    it.each(truths)('say the same of $file', (truth) => {
      const said = sidecar(truth.file)
      const login = logins.get(said['agentEmail'] ?? '')
      expect(truth.file.split('_')[1]).toBe(login)
      expect(said['startTime']).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/)
      if (said['contactId'] === null) return
      const call = calls.find(({ id }) => id === said['contactId'])
      const holdMs = truth.holds.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
      expect(call).toMatchObject({
        queue: said['queue'],
        reason: said['reason'],
        login,
        customer: said['customer'],
        day: said['startTime']?.slice(0, 10),
        holdSeconds: Math.round(holdMs / 1000),
        talkSeconds: Math.round((truth.durationMs - holdMs) / 1000),
      })
      expect(transcribed).not.toContain(said['contactId'])
    })
  })
})

describe('the folder of the calls', () => {
  const root = path.join(import.meta.dirname, '..', '..', '..')
  it('is found from the source and from a build', () => {
    const expected = path.join(root, 'resources', 'sample-calls')
    expect(sampleCallsFolder()).toBe(expected)
    expect(sampleCallsFolder(path.join(root, 'dist', 'engine'))).toBe(expected)
    expect(sampleCallsFolder(path.join(root, 'dist', 'host'))).toBe(expected)
  })
  it('is null where the calls were not brought along', () => {
    expect(sampleCallsFolder(path.join(tmpdir(), 'nothing', 'here'))).toBeNull()
  })
})
