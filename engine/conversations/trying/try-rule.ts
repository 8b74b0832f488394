import { setImmediate as breathe } from 'node:timers/promises'
import { t } from '#speech'
import type { RuleTry, TriedConversation } from '../../../shared/contract/rules.ts'
import type { QuestionRule } from '../../../shared/domain/rule.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import {
  compileRule,
  questionOf,
  readActiveRules,
  readRule,
  reasonInWords,
  type CompiledRule,
} from '../../quality/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readCandidates } from './candidates.store.ts'
import { humanOutcome, outcomeOf } from './outcome-of.ts'
import { preparedConversations } from './prepared-conversations.ts'
import { createTryFigures } from './try-figures.ts'

/** Conversations at a time: between two parts other calls get their turn, and a try that was given up ends. */
const PER_PART = 50
/** No oftener than this is told how a try stands. */
const TOLD_EVERY_MS = 150

export interface TriedRule {
  scorecardId: number
  questionKey: string
  rule: unknown
  scope: { days: number; agentId?: number | undefined; limit: number }
}

/**
 * Asks a rule of conversations, newest first, and tells how that stands: at once after the first part, then a few times a second, and when it
 * is finished. Throws `INVALID_INPUT` at once for a rule that cannot be read. Ends without a word when the signal says so.
 */
export function tryRule(
  database: ReadableDatabase,
  { scorecardId, questionKey, rule, scope }: TriedRule,
  signal?: AbortSignal,
): AsyncGenerator<RuleTry> {
  const asked = { scorecardId, questionKey }
  const question = questionOf(database, asked)
  const compiled = compileRule(questionKey, ruleToTry(rule))
  return following()

  async function* following(): AsyncGenerator<RuleTry> {
    const active = activeRule(database, asked)
    const candidates = readCandidates(database, asked, scope)
    const { people } = readDirectory(database)
    const figures = createTryFigures(active !== undefined)
    let waiting: TriedConversation[] = []
    let toldAt = -Infinity
    const told = (done: number): RuleTry => {
      const conversations = waiting
      waiting = []
      toldAt = performance.now()
      const isFinished = done >= candidates.length
      return { done, total: candidates.length, isFinished, ...figures.read(), conversations }
    }
    if (candidates.length === 0) yield told(0)
    for (let from = 0; from < candidates.length; from += PER_PART) {
      if (signal?.aborted) return
      const part = candidates.slice(from, from + PER_PART)
      const prepared = preparedConversations(
        database,
        part.map(({ transcriptId }) => transcriptId),
      )
      for (const row of part) {
        const conversation = prepared.get(row.transcriptId)
        if (!conversation) continue
        const now = compiled.verdict(conversation)
        const before = active?.verdict(conversation)
        const one: TriedConversation = {
          interactionId: row.interactionId,
          contactRef: row.contactRef,
          agent: row.personId === null ? null : (people.get(row.personId)?.name ?? null),
          at: row.at,
          ...outcomeOf(question, now, now.why?.reason),
          before: before ? outcomeOf(question, before, before.why?.reason).outcome : null,
          human: humanOutcome(row),
        }
        figures.add(one, now.why ? reasonInWords(now.why.sentence) : null)
        waiting.push(one)
      }
      const done = Math.min(candidates.length, from + PER_PART)
      if (done === candidates.length || performance.now() - toldAt >= TOLD_EVERY_MS) yield told(done)
      await breathe()
    }
  }
}

/** A rule that can be asked; else `INVALID_INPUT` with the first thing that is wrong. */
export function ruleToTry(json: unknown): QuestionRule {
  const { rule, problems } = readRule(json)
  if (rule === null) throw new Problem('INVALID_INPUT', problems[0]?.sentence ?? t`The rule cannot be read.`)
  return rule
}

function activeRule(
  database: ReadableDatabase,
  asked: { scorecardId: number; questionKey: string },
): CompiledRule | undefined {
  const row = readActiveRules(database).find(
    ({ scorecardId, questionKey }) => scorecardId === asked.scorecardId && questionKey === asked.questionKey,
  )
  const read = row && readRule(JSON.parse(row.rule))
  return read && read.rule !== null ? compileRule(asked.questionKey, read.rule) : undefined
}
