import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Voice } from './people.ts'

export interface SpokenWord {
  text: string
  startMs: number
  endMs: number
}

/** One turn by itself: its sound from the first word to the last, and its words from the start of the sound. */
export interface Utterance {
  samples: Float32Array
  words: SpokenWord[]
}

interface Told {
  voice: Voice
  pace: number
  text: string
}
interface Answer {
  sampleRate: number
  pcm: string
  events: ['word' | 'pause' | 'sound' | 'end', number, number][]
}
interface Token {
  shown: string
  from: number
  to: number
}

/** Samples a second of eSpeak NG's voices. */
export const SPEECH_HZ = 22_050

/** Speaks all turns with eSpeak NG; throws its sentence where it is missing. */
export function speak(turns: readonly Told[]): Utterance[] {
  const written = turns.map(({ text }) => readNotation(text))
  const input = turns.map(({ voice, pace }, at) => ({
    voice: voice.voice,
    wordsPerMinute: Math.round(voice.wordsPerMinute * pace),
    pitch: voice.pitch,
    range: voice.range,
    text: written[at].spoken,
  }))
  const output = execFileSync('python3', [join(import.meta.dirname, 'speak.py')], {
    input: JSON.stringify(input),
    maxBuffer: 2 ** 30,
    encoding: 'utf8',
  })
  return (JSON.parse(output) as Answer[]).map((answer, at) => {
    if (answer.sampleRate !== SPEECH_HZ) throw new Error(`eSpeak NG gave ${answer.sampleRate} Hz.`)
    return cutOut(answer, written[at].tokens, turns[at].voice.levelDb)
  })
}

/** `[4012|four zero one two],` is shown as `4012,` and spoken as the words behind the bar. */
function readNotation(text: string): { spoken: string; tokens: Token[] } {
  let spoken = ''
  const tokens: Token[] = []
  for (const [piece] of text.matchAll(/\[[^\]]+\]\S*|\S+/g)) {
    const [, shown = '', said = '', after = ''] = /^\[([^|]+)\|([^\]]+)\](.*)$/.exec(piece) ?? [
      '',
      piece,
      piece,
      '',
    ]
    if (spoken !== '') spoken += ' '
    tokens.push({ shown: shown + after, from: spoken.length, to: spoken.length + said.length + after.length })
    spoken += said + after
  }
  return { spoken, tokens }
}

function cutOut(answer: Answer, tokens: readonly Token[], levelDb: number): Utterance {
  const bytes = Buffer.from(answer.pcm, 'base64')
  const words = timeWords(answer.events, tokens, (bytes.length / 2 / SPEECH_HZ) * 1000)
  const from = words[0].startMs
  const whole = Float32Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readInt16LE(at * 2) / 32_768)
  const at = (ms: number) => Math.round((ms / 1000) * SPEECH_HZ)
  const samples = whole.slice(at(from), at(words.at(-1)!.endMs + 30))
  levelTo(samples, levelDb - 23)
  return {
    samples,
    words: words.map((word) => ({ ...word, startMs: word.startMs - from, endMs: word.endMs - from })),
  }
}

/**
 * A word begins at its first event and ends where the next one begins or a pause comes first. eSpeak NG runs some
 * pairs together (`of the`): they share their time by letters.
 */
function timeWords(events: Answer['events'], tokens: readonly Token[], lengthMs: number): SpokenWord[] {
  const begins = tokens.map(({ from, to }) => {
    const event = events.find(([kind, position]) => kind === 'word' && position >= from && position < to)
    return event?.[2] ?? null
  })
  const stops = events.filter(([kind]) => kind === 'pause' || kind === 'end').map(([, , ms]) => ms)
  const words: SpokenWord[] = []
  for (let at = 0; at < tokens.length;) {
    let next = at + 1
    while (next < tokens.length && begins[next] === null) next += 1
    const startMs = begins[at] ?? words.at(-1)?.endMs ?? 0
    const nextMs = begins[next] ?? Infinity
    // A pause inside a word that is read as several (digits) does not end it.
    const lastPartMs = Math.max(
      startMs,
      ...events
        .filter(([kind, position, ms]) => kind === 'word' && position < tokens[next - 1].to && ms < nextMs)
        .map(([, , ms]) => ms),
    )
    const endMs = Math.min(nextMs, lengthMs, ...stops.filter((ms) => ms > lastPartMs))
    const group = tokens.slice(at, next)
    const letters = group.reduce((sum, { shown }) => sum + shown.length, 0)
    let before = 0
    for (const { shown } of group) {
      const ms = (share: number) => Math.round(startMs + ((endMs - startMs) * share) / letters)
      words.push({ text: shown, startMs: ms(before), endMs: ms(before + shown.length) })
      before += shown.length
    }
    at = next
  }
  return words
}

/** Brings the mean power of the sound to a level in dBFS. */
function levelTo(samples: Float32Array, dbfs: number): void {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
  const gain = 10 ** (dbfs / 20) / Math.sqrt(power)
  samples.forEach((sample, at) => (samples[at] = sample * gain))
}
