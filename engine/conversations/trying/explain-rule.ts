import type { ExplainedConversation } from '../../../shared/contract/rules.ts'
import type { RuleTrace } from '../../../shared/domain/rule-trace.ts'
import type { RuleExample } from '../../../shared/domain/rule-example.ts'
import {
  compileRule,
  exampleConversation,
  prepareConversation,
  problemsOfRule,
  questionOf,
  readRule,
  reasonInWords,
} from '../../quality/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readTranscriptsOf } from './candidates.store.ts'
import { outcomeOf } from './outcome-of.ts'
import { preparedConversations } from './prepared-conversations.ts'
import { ruleToTry } from './try-rule.ts'

type Asked = { scorecardId: number; questionKey: string; rule: unknown }

/** Everything a rule finds in these conversations, in the order given. `INVALID_INPUT` for a rule that cannot be read. */
export function explainRule(
  database: ReadableDatabase,
  { rule, ...asked }: Asked,
  interactionIds: readonly number[],
): ExplainedConversation[] {
  const question = questionOf(database, asked)
  const compiled = compileRule(asked.questionKey, ruleToTry(rule))
  const transcripts = new Map(
    readTranscriptsOf(database, interactionIds).map((row) => [row.interactionId, row.transcriptId]),
  )
  const prepared = preparedConversations(database, [...transcripts.values()])
  return interactionIds.flatMap((interactionId) => {
    const conversation = prepared.get(transcripts.get(interactionId) ?? -1)
    if (!conversation) return []
    const answer = compiled.answer(conversation)
    const isOpen = answer.outcome === 'abstain'
    return [
      {
        interactionId,
        languageCode: conversation.source.languageCode,
        ...outcomeOf(question, answer, isOpen ? answer.reason : undefined),
        confidence: isOpen ? null : answer.confidence,
        sentence: isOpen ? reasonInWords(answer.sentence) : null,
        turns: conversation.source.segments.map(({ speaker, text, startMs, endMs }) => ({
          speaker,
          text,
          startMs,
          endMs,
        })),
        matches: matchesOf(answer.trace),
        trace: answer.trace,
      },
    ]
  })
}

/** The places blocks hold at, each once for each block; what decided before what only was looked at. */
function matchesOf(trace: readonly RuleTrace[]): ExplainedConversation['matches'] {
  const found = new Map<string, ExplainedConversation['matches'][number]>()
  const add = ({ path, holds, hasDecided, evidence, parts }: RuleTrace) => {
    if (holds === true && parts.length === 0)
      for (const { segmentIndex: segment, start, end } of evidence) {
        const key = `${path} ${segment} ${start} ${end}`
        const before = found.get(key)
        found.set(key, { path, segment, start, end, hasDecided: hasDecided || before?.hasDecided === true })
      }
    parts.forEach(add)
  }
  trace.forEach(add)
  return [...found.values()]
}

/** Asks a rule of made-up conversations; what is wrong with the rule where it cannot be asked. */
export function runExamples(
  database: ReadableDatabase,
  { rule, ...asked }: Asked,
  examples: readonly RuleExample[],
) {
  const question = questionOf(database, asked)
  const problems = problemsOfRule(rule, question)
  const read = readRule(rule)
  if (read.rule === null) return { problems, results: [] }
  const compiled = compileRule(asked.questionKey, read.rule)
  const results = examples.map((example) => {
    const answer = compiled.verdict(prepareConversation(exampleConversation(example)))
    const result = outcomeOf(question, answer, answer.why?.reason)
    const sentence = answer.why ? reasonInWords(answer.why.sentence) : null
    return { ...result, sentence, isExpected: result.outcome === example.outcome }
  })
  return { problems, results }
}
