import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addNoise, addVoice, silence, type SaidSpan } from '../../support/spoken-sound.ts'
import { aWav } from '../../unit/recordings/decoding/a-wav.ts'

const sampleRate = 8000
const turnMs = 1500
const spokenMs = 1200
const perMinute = 60_000 / turnMs
const said = [
  'I see, one moment',
  'and when was that',
  'it was on Monday',
  'no, the second one',
  'okay, thank you',
]

/** Writes a call of so many turns, agent and customer in turn, and beside it what stands in for a speech model and knows its words. */
export function writeLongCall(folder: string, turns: number): { wavPath: string; modelPath: string } {
  const wav = soundOf(turns / perMinute)
  const wavPath = path.join(folder, 'long-call.wav')
  writeFileSync(wavPath, wav)
  const channels = [0, 1].map((channel) => ({
    words: wordsOf(turns).filter((word) => word.channel === channel),
  }))
  const sha256 = createHash('sha256').update(wav).digest('hex')
  const script = {
    format: 'debrief-script',
    label: 'long call',
    msPerSecondOfSpeech: 0,
    recordings: { [sha256]: { languageCode: 'en', channels } },
  }
  const modelPath = path.join(folder, 'models', 'long-call.bin')
  mkdirSync(path.dirname(modelPath), { recursive: true })
  writeFileSync(modelPath, JSON.stringify(script))
  return { wavPath, modelPath }
}

function spanOf(turn: number): SaidSpan {
  return { startMs: turn * turnMs, endMs: turn * turnMs + spokenMs }
}

function soundOf(minutes: number): Buffer {
  const sides = [0, 1].map((channel) => {
    const samples = silence(60_000, sampleRate)
    const spans = Array.from({ length: perMinute }, (_, turn) => turn).filter((turn) => turn % 2 === channel)
    addVoice(samples, sampleRate, spans.map(spanOf), { pitchHz: 110 + channel * 90, seed: channel + 1 })
    addNoise(samples, -60, channel + 5)
    return samples
  })
  const minute = Buffer.alloc(sides[0]!.length * 4)
  for (const [channel, samples] of sides.entries())
    for (const [frame, sample] of samples.entries())
      minute.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), frame * 4 + channel * 2)
  return aWav({
    channelCount: 2,
    sampleRate,
    data: Buffer.concat(Array.from({ length: minutes }, () => minute)),
  })
}

function wordsOf(turns: number) {
  return Array.from({ length: turns }, (_, turn) => turn).flatMap((turn) => {
    const words = said[turn % said.length]!.split(' ')
    const { startMs } = spanOf(turn)
    const each = spokenMs / words.length
    return words.map((text, at) => ({
      channel: turn % 2,
      text,
      startMs: Math.round(startMs + at * each),
      endMs: Math.round(startMs + (at + 0.9) * each),
      probability: 0.95,
    }))
  })
}
