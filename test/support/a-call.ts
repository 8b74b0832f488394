import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { callAsWav } from './spoken-call.ts'
import { agentSays, customerSays } from './two-sided-call.ts'
import type { SaidSpan } from './spoken-sound.ts'

/** A recording in a file, and a script of what is said in it. */
export interface RecordedCall {
  path: string
  sha256: string
}

/** Writes the minute of `two-sided-call.ts` as a WAV: the agent left, the customer right. Another seed is another call. */
export function writeCall(path: string, options: { seed?: number; isMono?: boolean } = {}): RecordedCall {
  const content = callAsWav(options.isMono ? 1 : 2, options.seed)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return { path, sha256: createHash('sha256').update(content).digest('hex') }
}

/** What each side says in each of its spans; the words share the span evenly. */
export const agentWords = [
  'Thank you for calling, my name is Anna, how can I help you today?',
  'I can certainly help with that, may I take the card number for the payment please?',
  'Thank you, one moment please.',
  'I am sorry, the payment has gone through now and you will get a confirmation by post within three days.',
]
export const customerWords = [
  'Hello, I want to pay the bill for the broken boiler.',
  'Yes it is 4111 1111 1111 1111 thanks.',
  'I really hate waiting for this, it is terrible.',
  'Great.',
  'That is wonderful, thank you very much for your help.',
]

/** Writes a file that stands in for a speech model and knows what is said in these calls. */
export function writeScript(path: string, calls: readonly RecordedCall[], msPerSecondOfSpeech = 0): string {
  const channels = [{ words: spoken(agentSays, agentWords) }, { words: spoken(customerSays, customerWords) }]
  writeFileSync(
    path,
    JSON.stringify({
      format: 'debrief-script',
      label: 'script',
      msPerSecondOfSpeech,
      recordings: Object.fromEntries(calls.map(({ sha256 }) => [sha256, { languageCode: 'en', channels }])),
    }),
  )
  return path
}

function spoken(spans: readonly SaidSpan[], texts: readonly string[]) {
  return spans.flatMap(({ startMs, endMs }, at) => {
    const words = texts[at]!.split(' ')
    const each = (endMs - startMs) / words.length
    return words.map((text, place) => ({
      text,
      startMs: Math.round(startMs + place * each),
      endMs: Math.round(startMs + (place + 0.9) * each),
      probability: 0.9,
    }))
  })
}
