import type { ConversationSegment } from '../../language/index.ts'
import { answerElements } from './elements-rule.ts'
import { answerResponse } from './response-rule.ts'
import type { AbstainReason, RuleAnswer } from './rule-answer.ts'
import { answerSaid } from './said-rule.ts'
import { finderFor } from './compiled-scorecard.ts'
import type { RuleContext } from './rule-context.ts'
import type { RuleQuestion, RuleScorecard } from './scorecard.ts'
import { turnsOf } from './turns.ts'
import type { TurnList } from './turns.ts'

export type RuleConversation = {
  segments: readonly ConversationSegment[]
  /** BCP 47, such as `en` or `en-US`; null where unknown, which is read as the scorecard's language. */
  languageCode: string | null
  /** Length of the recording, where known: a transcript that stops well before it is cut off. */
  durationMs?: number | null
  isStartMissing?: boolean
  isEndMissing?: boolean
}

const leastTurns = 3
const leastAgentWords = 12
const leastCustomerWords = 3
const mostUnknownShare = 0.25
const leastUnderstoodShare = 0.6
const latestStartMs = 60_000
const longestMissingEndMs = 30_000
const leastConfidence = 0.5

/**
 * Answers every question of a scorecard by its rule: passed, failed (evidence is where it was expected), or abstained with a
 * reason where the rule cannot know (language, unknown speakers, too short, cut off, not applicable, too uncertain). Only what
 * the agent says can pass, and only where in the conversation it belongs. Unverified until people have agreed with it.
 */
export function scoreByRules(conversation: RuleConversation, scorecard: RuleScorecard): RuleAnswer[] {
  const { segments } = conversation
  const list = turnsOf(segments)
  const unfit = whyUnfit(conversation, scorecard, list)
  if (unfit !== undefined) return scorecard.questions.map((question) => abstain(question, ...unfit))
  const context: RuleContext = {
    segments,
    scorecard,
    list,
    agentTurns: list.turns.filter((turn) => turn.speaker === 'agent'),
  }
  const missing = missingParts(conversation, context)
  return scorecard.questions.map((question) => {
    const rule = question.rule
    const part = rule.kind === 'response' ? undefined : missing[rule.needs]
    const answer = answerQuestion(question, context)
    // What was said counts even where the rest is missing; only its absence proves nothing then.
    if (part !== undefined && answer.outcome === 'fail') return abstain(question, ...part)
    if (answer.outcome !== 'abstain' && answer.confidence < leastConfidence)
      return {
        ...abstain(question, 'uncertain', 'What was recognised is too uncertain to say.'),
        evidence: answer.evidence,
      }
    return answer
  })
}

function answerQuestion(question: RuleQuestion, context: RuleContext): RuleAnswer {
  switch (question.rule.kind) {
    case 'elements':
      return answerElements(question.id, question.rule, context)
    case 'said':
      return answerSaid(question.id, question.rule, context)
    case 'response':
      return answerResponse(question.id, question.rule, context)
  }
}

type Reason = readonly [AbstainReason, string]

function whyUnfit(
  { segments, languageCode }: RuleConversation,
  scorecard: RuleScorecard,
  list: TurnList,
): Reason | undefined {
  const language = languageCode?.toLowerCase().split(/[-_]/)[0]
  if (language !== undefined && language !== '' && !scorecard.languages.includes(language))
    return ['language', `These questions are asked of ${scorecard.languages.join(', ')} conversations only.`]
  const agent = list.wordsBySpeaker.get('agent') ?? 0
  const customer = list.wordsBySpeaker.get('customer') ?? 0
  const unknown = list.wordsBySpeaker.get('unknown') ?? 0
  if (list.words > 0 && (agent === 0 || unknown > mostUnknownShare * list.words))
    return ['speakers-unknown', 'It is not known who of the speakers is the agent.']
  const given = segments.reduce((sum, segment) => sum + segment.text.length, 0)
  const understood = list.turns
    .flatMap((turn) => turn.segmentIndexes)
    .reduce((sum, index) => sum + segments[index]!.text.length, 0)
  if (
    given > 0 &&
    understood < leastUnderstoodShare * given &&
    segments.some((segment) => typeof segment.probability === 'number')
  )
    return ['not-understood', 'Too little of the conversation was recognised with confidence.']
  if (list.turns.length < leastTurns || agent < leastAgentWords || customer < leastCustomerWords)
    return ['too-short', 'The conversation is too short to judge.']
  return undefined
}

function missingParts(
  conversation: RuleConversation,
  context: RuleContext,
): { start?: Reason; end?: Reason } {
  const { segments, durationMs } = conversation
  const starts = segments.map((segment) => segment.startMs ?? 0)
  const lastEndMs = Math.max(0, ...segments.map((segment) => segment.endMs ?? 0))
  const isStartMissing = conversation.isStartMissing === true || Math.min(...starts) > latestStartMs
  const isEndMissing =
    conversation.isEndMissing === true ||
    (typeof durationMs === 'number' && lastEndMs > 0 && durationMs - lastEndMs > longestMissingEndMs)
  const start: Reason = ['truncated', 'The beginning of the conversation is missing from the transcript.']
  const end: Reason = ['truncated', 'The end of the conversation is missing from the transcript.']
  const early = endedEarly(context)
  return {
    ...(isStartMissing ? { start } : {}),
    ...(isEndMissing ? { end } : early === undefined ? {} : { end: ['ended-early', early] as const }),
  }
}

function endedEarly({ scorecard, list }: RuleContext): string | undefined {
  return scorecard.endedEarly.find((ending, index) => {
    const turns = list.turns.filter((turn) => ending.by === 'anyone' || turn.speaker === ending.by)
    const find = finderFor(scorecard, `ended-early-${index}`, ending.phrases)
    return turns.slice(-ending.lastTurns).some((turn) => find(turn.tokens).length > 0)
  })?.reason
}

function abstain(question: RuleQuestion, reason: AbstainReason, sentence: string): RuleAnswer {
  return { questionId: question.id, outcome: 'abstain', reason, sentence, evidence: [] }
}
