// Run with: node test/bench/rules/rules.bench.ts. Medians of five runs, in processor time of the one thread that asks, so that what
// else the machine does leaves the figures alone. Goal: first results over 10,000 conversations within 1 s while a rule is edited.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  compileRule,
  createWordBook,
  prepareConversation,
  ruleLibrary,
} from '../../../engine/quality/rules/building-blocks/index.ts'
import type {
  CompiledRule,
  PreparedConversation,
} from '../../../engine/quality/rules/building-blocks/index.ts'
import type { QuestionRule } from '../../../shared/domain/rule.ts'
import { benchConversations } from '../reading/conversations.ts'

const COUNT = 10_000
const TURNS = 40
const FIRST = 500

const conversations = benchConversations(COUNT, TURNS).map((segments) => ({ segments, languageCode: 'en' }))
const library = ruleLibrary()
const rules = library.map(({ id, rule }) => compileRule(id, rule))

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')
const before = memory()
const book = createWordBook()
let prepared: PreparedConversation[] = []
const prepareMs = medianMs(() => {
  prepared = conversations.map((conversation) => prepareConversation(conversation, book))
})
print('prepared', `${perSecond(COUNT, prepareMs)} conversations/s, ${milliseconds(prepareMs)} for ${COUNT}`)
print('  kept for them', `${Math.round((memory() - before) / 1e6)} MB`)

print('one rule, compiled anew, over all of them prepared', '')
for (const { id, rule } of library) {
  const ms = medianMs(() => count(compileRule(id, rule), prepared))
  print(`  ${id}`, `${perSecond(COUNT, ms)} conversations/s, ${milliseconds(ms)}`)
}
const tolerant = tolerantRule(library.find(({ id }) => id === 'further-help')!.rule)
const tolerantMs = medianMs(() => count(compileRule('tolerant', tolerant), prepared))
print(
  '  further-help, sounds alike',
  `${perSecond(COUNT, tolerantMs)} conversations/s, ${milliseconds(tolerantMs)}`,
)

const unpreparedMs = medianMs(() => {
  const fresh = createWordBook()
  for (const conversation of conversations) rules[2]!.outcome(prepareConversation(conversation, fresh))
})
print(
  'unprepared, one rule',
  `${perSecond(COUNT, unpreparedMs)} conversations/s, ${milliseconds(unpreparedMs)}`,
)
const firstMs = medianMs(() => {
  const fresh = createWordBook()
  for (const conversation of conversations.slice(0, FIRST))
    rules[2]!.outcome(prepareConversation(conversation, fresh))
})
print(`unprepared, the first ${FIRST}`, milliseconds(firstMs))

const some = prepared.slice(0, 1000)
const explainMs = medianMs(() => {
  for (const conversation of some) for (const rule of rules) rule.answer(conversation)
})
print('with evidence and trace', `${perSecond(some.length * rules.length, explainMs)} answers/s`)

/** Bytes in use once what nobody holds is gone. */
function memory(): number {
  if (typeof collect === 'function') collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function count(rule: CompiledRule, all: readonly PreparedConversation[]): number {
  let passed = 0
  for (const conversation of all) if (rule.outcome(conversation).outcome === 'pass') passed += 1
  return passed
}

function tolerantRule(rule: QuestionRule): QuestionRule {
  const text = JSON.stringify(rule).replaceAll('"one-edit"', '"sounds-alike"')
  return JSON.parse(text) as QuestionRule
}

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

function perSecond(number: number, ms: number): string {
  return Math.round((number / ms) * 1000).toLocaleString('en-US')
}

function milliseconds(ms: number): string {
  return `${Math.round(ms)} ms`
}

function print(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(32)}${value}\n`)
}
