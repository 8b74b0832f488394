/**
 * Puts questions to a language model in a process of its own, to be killed in the middle of it. What is answered is kept in a folder, as
 * a workspace would keep it: whole or not at all.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeBatch, languageModel, usualJudgeSettings } from '../../../engine/quality/judge/index.ts'

/** What the worker is told on its command line, as JSON. */
export interface JudgingWork {
  address: string
  folder: string
  questions: number
  parallel: number
}

const { address, folder, questions, parallel } = JSON.parse(process.argv[2]!) as JudgingWork
const path = (key: string) => join(folder, `${key}.json`)

const turns = [
  ['agent', 'Thank you for calling Wrenfield, how can I help you today?'],
  ['customer', 'My bill is wrong again and I am very angry about it.'],
  ['agent', 'I am sorry to hear that, let me have a look at it.'],
  ['customer', 'Yes, please do.'],
] as const

const report = await judgeBatch(
  Array.from({ length: questions }, (_, index) => ({
    question: {
      id: `question-${index}`,
      text: `Did the agent show understanding (${index})?`,
      guidance: null,
      options: ['yes', 'no'].map((id) => ({ id, text: id, guidance: null })),
      mayNotApply: false,
    },
    conversation: {
      languageCode: 'en',
      segments: turns.map(([speaker, text]) => ({ speaker, text, startMs: null, endMs: null })),
    },
    examples: [],
  })),
  {
    client: languageModel({ address, model: 'small-model', key: null, retries: 2, slowestAnswerMs: 10_000 }),
    policy: { isAllowed: true, host: new URL(address).host, purposes: ['score'] },
    settings: usualJudgeSettings,
    cache: {
      get: (key) => (existsSync(path(key)) ? readFileSync(path(key), 'utf8') : null),
      put(key, result) {
        writeFileSync(`${path(key)}.part`, result)
        renameSync(`${path(key)}.part`, path(key))
      },
    },
    signal: new AbortController().signal,
    onRequest: () => {},
    now: Date.now,
    parallel,
    limits: { tokens: null, money: null },
    prices: null,
    mostFailuresInARow: 3,
    onProgress: () => {},
    onResult: () => {},
    onFailure: () => {},
  },
)
process.stdout.write(JSON.stringify(report))
