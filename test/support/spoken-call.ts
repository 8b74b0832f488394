import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aWav } from '../unit/recordings/decoding/a-wav.ts'
import type { SaidSpan } from './spoken-sound.ts'
import { agentSays, customerSays, twoSidedCall } from './two-sided-call.ts'

const agentWords = [
  'Thank you for calling Northwind, my name is Maria. How can I help you today?',
  'I am sorry to hear that, I understand how annoying this is. May I have the card you paid with?',
  'Let me have a look at your account.',
  'Okay so there were two charges on the third of this month. I have taken the second one back for you, and you will see it on your statement within five working days. Is there anything else I can help you with today?',
]
const customerWords = [
  'Hi, I was charged twice this month and it is horrible that nobody calls me back.',
  'Sure, it is 4111 1111 1111 1111, and this is ridiculous.',
  'Are you still there? I have been waiting for ages and I am really angry.',
  'Okay.',
  'No, that is all. Thank you so much, that was wonderful help, I am happy now.',
]

/** The words of a text spread evenly over the span they are said in. */
function wordsOver(text: string, { startMs, endMs }: SaidSpan) {
  const words = text.split(' ')
  const each = (endMs - startMs) / words.length
  return words.map((word, place) => ({
    text: word,
    startMs: Math.round(startMs + place * each),
    endMs: Math.round(startMs + (place + 0.9) * each),
    probability: 0.95,
  }))
}

/** The call of `two-sided-call.ts` as a WAV file with the agent on the left, or both on one channel. */
export function callAsWav(channelCount: 1 | 2 = 2, seed = 1): Buffer {
  const sampleRate = 8000
  const [agent, customer] = twoSidedCall({ sampleRate, noiseDbfs: -60, seed })
  const data = Buffer.alloc(agent.length * channelCount * 2)
  const write = (value: number, place: number) =>
    data.writeInt16LE(Math.round(Math.max(-1, Math.min(1, value)) * 32_767), place * 2)
  for (let frame = 0; frame < agent.length; frame++) {
    if (channelCount === 2) {
      write(agent[frame]!, frame * 2)
      write(customer[frame]!, frame * 2 + 1)
    } else write((agent[frame]! + customer[frame]!) / 2, frame)
  }
  return aWav({ channelCount, sampleRate, data })
}

/**
 * Writes a file that stands in for a speech model into a folder of models: it knows what is said in the given recordings of that call.
 * Gives its path.
 */
export function writeCallModel(folder: string, wavs: readonly Buffer[], msPerSecondOfSpeech = 0): string {
  const agent = agentWords.flatMap((text, place) => wordsOver(text, agentSays[place]!))
  const customer = customerWords.flatMap((text, place) => wordsOver(text, customerSays[place]!))
  const recordings = wavs.map((wav) => {
    const isStereo = wav.readUInt16LE(22) === 2
    const channels = isStereo
      ? [{ words: agent }, { words: customer }]
      : [{ words: [...agent, ...customer].toSorted((a, b) => a.startMs - b.startMs) }]
    return [createHash('sha256').update(wav).digest('hex'), { languageCode: 'en', channels }]
  })
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'scripted-calls.bin')
  const script = {
    format: 'debrief-script',
    label: 'scripted calls',
    msPerSecondOfSpeech,
    recordings: Object.fromEntries(recordings) as unknown,
  }
  writeFileSync(path, JSON.stringify(script))
  return path
}
