import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import type { RuleTrace } from '../../../../shared/domain/rule-trace.ts'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import { compileRule, prepareConversation } from '../../../../engine/quality/rules/building-blocks/index.ts'
import type {
  BlockAnswer,
  BlockConversation,
} from '../../../../engine/quality/rules/building-blocks/index.ts'

type Line = [speaker: 'agent' | 'customer' | 'unknown', text: string, startMs?: number, endMs?: number]

/** A conversation without times, as a chat; with times where a line gives them. */
export function aConversation(lines: Line[], more: Partial<BlockConversation> = {}): BlockConversation {
  return {
    segments: lines.map(([speaker, text, startMs = null, endMs = null]) => ({
      speaker,
      text,
      startMs,
      endMs,
    })),
    languageCode: 'en',
    ...more,
  }
}

/** Lines of five seconds each, one second apart. */
export function timed(lines: Line[]): Line[] {
  return lines.map(([speaker, text], at) => [speaker, text, at * 6000, at * 6000 + 5000])
}

type PassFail = Extract<QuestionRule, { answers: 'pass-fail' }>

export function aRule(passWhen: RuleCondition, more: Partial<PassFail> = {}): PassFail {
  return {
    format: 1,
    languages: ['en'],
    answers: 'pass-fail',
    passWhen,
    pass: { confidence: 0.9 },
    fail: { confidence: 0.8 },
    ...more,
  }
}

export function answerTo(rule: QuestionRule, conversation: BlockConversation): BlockAnswer {
  return compileRule('question', rule).answer(prepareConversation(conversation))
}

/** What one condition comes to; in English, or in any of the languages given. */
export function traceIn(
  condition: RuleCondition,
  conversation: BlockConversation,
  languages: string[] = ['en'],
): RuleTrace {
  return answerTo({ ...aRule(condition), languages }, conversation).trace[0]!
}

export function holdsIn(
  condition: RuleCondition,
  conversation: BlockConversation,
  languages?: string[],
): boolean | null {
  return traceIn(condition, conversation, languages).holds
}

export const quotes = ({ evidence }: RuleTrace): string[] => evidence.map(({ quote }) => quote)

type Said = Extract<RuleCondition, { kind: 'said' | 'not-said' }>
type More = Partial<Omit<Said, 'kind'>>

export const said = (phrase: string | string[], more: More = {}): Said => ({
  kind: 'said',
  by: 'agent',
  phrases: [phrase].flat(),
  ...more,
})
export const notSaid = (phrase: string | string[], more: More = {}): Said => ({
  ...said(phrase, more),
  kind: 'not-said',
})
export const byCustomer = (phrase: string | string[], more: More = {}): Said =>
  said(phrase, { by: 'customer', ...more })
