import type { Dialogue, Speaker } from './dialogue.ts'
import { AGENT_VOICES, CUSTOMER_VOICES } from './people.ts'
import { addNoise, cutToTelephoneBand, holdMusic, mixIn, ringTone } from './sound.ts'
import { speak, SPEECH_HZ } from './speech.ts'
import type { SpokenWord, Utterance } from './speech.ts'

interface Span {
  startMs: number
  endMs: number
}
export interface PerformedTurn extends Span {
  speaker: Speaker
  text: string
  words: SpokenWord[]
}
/** A dialogue on the clock: agent left, customer right, or both in one. */
export interface Performance {
  channels: Float32Array[]
  durationMs: number
  turns: PerformedTurn[]
  holds: Span[]
  ringTones: Span[]
}

const RING_MS = 2000
const RING_EVERY_MS = 6000
const TAIL_MS = 900

/** Speaks a dialogue and puts it on one time line. Same dialogue, same samples. */
export function perform(dialogue: Dialogue, seed: number): Performance {
  const voices = { agent: AGENT_VOICES[dialogue.agent], customer: CUSTOMER_VOICES[dialogue.customer] }
  const { agent } = voices
  if (!agent) throw new Error(`${dialogue.agent} has no voice.`)
  const spoken = dialogue.lines.flatMap((line) => ('by' in line ? [line] : []))
  const utterances = speak(
    spoken.map((line) => ({
      voice: line.by === 'agent' ? agent : voices.customer,
      pace: 'pace' in line ? line.pace : 1,
      text: line.text,
    })),
  )
  const placed: { by: Speaker; atMs: number; utterance: Utterance }[] = []
  const [holds, ringTones]: [Span[], Span[]] = [[], []]
  let clock = 0
  let before: Span = { startMs: 0, endMs: 0 }
  for (const line of dialogue.lines) {
    if ('holdMs' in line) {
      holds.push({ startMs: clock + 500, endMs: clock + 500 + line.holdMs })
      clock += 500 + line.holdMs
    } else if ('rings' in line) {
      for (let ring = 0; ring < line.rings; ring += 1) {
        const startMs = 500 + ring * RING_EVERY_MS
        ringTones.push({ startMs, endMs: startMs + RING_MS })
        clock = startMs + RING_MS
      }
    } else {
      const utterance = utterances[spoken.indexOf(line)]
      const isMeanwhile = 'meanwhile' in line
      const atMs = Math.round(
        isMeanwhile ? before.startMs + (before.endMs - before.startMs) * line.meanwhile : clock + line.gapMs,
      )
      const endMs = atMs + utterance.words.at(-1)!.endMs
      placed.push({ by: line.by, atMs, utterance })
      if (!isMeanwhile) before = { startMs: atMs, endMs }
      clock = Math.max(clock, endMs)
    }
  }

  const durationMs = clock + TAIL_MS
  const sampleAt = (ms: number) => Math.round((ms / 1000) * SPEECH_HZ)
  const channels = (dialogue.isMono ? ['room'] : ['agent', 'customer']).map((side) => {
    const line = new Float32Array(sampleAt(durationMs))
    for (const { by, atMs, utterance } of placed) {
      if (dialogue.isMono || by === side) mixIn(line, utterance.samples, sampleAt(atMs))
    }
    // Who is on hold hears the agent's side of the line; who calls hears the other end ring.
    if (side === 'agent') {
      for (const { startMs, endMs } of holds)
        mixIn(line, holdMusic((endMs - startMs) / 1000, SPEECH_HZ), sampleAt(startMs))
    }
    if (side === 'customer') {
      for (const { startMs } of ringTones) mixIn(line, ringTone(SPEECH_HZ), sampleAt(startMs))
    }
    addNoise(line, seed, `${dialogue.agent} ${side}`)
    cutToTelephoneBand(line, SPEECH_HZ)
    return line
  })
  const turns = placed
    .map(({ by, atMs, utterance }) => {
      const words = utterance.words.map((word) => ({
        ...word,
        startMs: word.startMs + atMs,
        endMs: word.endMs + atMs,
      }))
      return {
        speaker: by,
        startMs: atMs,
        endMs: words.at(-1)!.endMs,
        text: words.map(({ text }) => text).join(' '),
        words,
      }
    })
    .sort((left, right) => left.startMs - right.startMs)
  return { channels, durationMs, turns, holds, ringTones }
}
