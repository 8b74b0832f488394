// Run with: node test/bench/reading/reading.bench.ts. Medians of five runs, in processor time of the one thread that reads,
// so that what else the machine does leaves the figures alone.
import { customerSentiment, measureConversation } from '../../../engine/interactions/measures/index.ts'
import { redactSegments, scoreSentiment } from '../../../engine/language/index.ts'
import { readConversation } from '../../../engine/quality/read-conversation.ts'
import { scoreByRules, starterScorecard } from '../../../engine/quality/rules/index.ts'
import { benchConversations } from './conversations.ts'

const conversations = benchConversations(300, 40)
const sentences = conversations.flatMap((segments) => segments.map(({ text }) => text))

const started = performance.now()
scoreSentiment('warm')
print('sentiment lexicon, first use', `${(performance.now() - started).toFixed(1)} ms`)

const sentenceMs = medianMs(() => {
  for (let round = 0; round < 5; round++) for (const sentence of sentences) scoreSentiment(sentence)
})
print('sentiment', `${perSecond(sentences.length * 5, sentenceMs)} sentences/s`)

const wholeMs = medianMs(() => {
  for (const segments of conversations) readConversation({ segments, languageCode: 'en' })
})
print('reading, 40 turns each', `${perSecond(conversations.length, wholeMs)} conversations/s`)

const long = benchConversations(60, 200)
const longMs = medianMs(() => {
  for (const segments of long) readConversation({ segments, languageCode: 'en' })
})
print('reading, 200 turns each', `${perSecond(long.length, longMs)} conversations/s (goal: 100)`)

const parts = {
  redaction: () => conversations.forEach((segments) => redactSegments(segments)),
  sentiment: () => conversations.forEach((segments) => customerSentiment(segments, 'en')),
  measures: () => conversations.forEach((segments) => measureConversation(segments)),
  rules: () =>
    conversations.forEach((segments) => scoreByRules({ segments, languageCode: 'en' }, starterScorecard())),
}
const times = Object.entries(parts).map(([name, run]) => [name, medianMs(run)] as const)
const totalMs = times.reduce((sum, [, ms]) => sum + ms, 0)
for (const [name, ms] of times)
  print(
    `  ${name}`,
    `${((ms * 1000) / conversations.length).toFixed(0)} us each, ${((ms / totalMs) * 100).toFixed(0)}%`,
  )

function medianMs(run: () => void): number {
  run()
  const taken = Array.from({ length: 5 }, () => {
    const start = process.threadCpuUsage()
    run()
    const { user, system } = process.threadCpuUsage(start)
    return (user + system) / 1000
  })
  return taken.sort((a, b) => a - b)[2]!
}

function perSecond(count: number, ms: number): string {
  return Math.round((count / ms) * 1000).toLocaleString('en-US')
}

function print(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(32)}${value}\n`)
}
