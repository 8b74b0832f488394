import { isUnderstood } from '../../language/index.ts'
import type { ConversationSegment } from '../../language/index.ts'
import { finderFor } from './compiled-scorecard.ts'
import type { RuleContext } from './rule-context.ts'
import type { RuleConversation } from './rule-conversation.ts'
import type { Reason } from './unfit.ts'
import { reasons } from './reasons.ts'

const latestStartMs = 60_000
const longestMissingEndMs = 30_000
/** Of the agent's segments at either end. */
const edgeSegments = 3
/** A customer who opens a call with more than this answers somebody whose words are missing. */
const longestFirstWord = 8
const unheard = /\[[^\]]*(?:inaudible|unintelligible|indistinct|crosstalk|overlap)[^\]]*\]|\*{3,}/i

/** The parts a transcript does not cover: what is not found there may well have been said. */
export function missingParts(
  conversation: RuleConversation,
  context: RuleContext,
): { start?: Reason; end?: Reason } {
  const start = whyStartMissing(conversation, context)
  const end = whyEndMissing(conversation, context)
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) }
}

/** Whether a transcript is known, or by its times must be taken, to begin late. */
export function isStartCutOff({ segments, isStartMissing }: RuleConversation): boolean {
  const startMs = segments.reduce((first, segment) => Math.min(first, segment.startMs ?? 0), Infinity)
  return isStartMissing === true || (segments.length > 0 && startMs > latestStartMs)
}

/** Whether it is known, or by the length of the recording must be taken, to stop early. */
export function isEndCutOff({ segments, isEndMissing, durationMs }: RuleConversation): boolean {
  const lastEndMs = segments.reduce((latest, segment) => Math.max(latest, segment.endMs ?? 0), 0)
  const isCutOff =
    typeof durationMs === 'number' && lastEndMs > 0 && durationMs - lastEndMs > longestMissingEndMs
  return isEndMissing === true || isCutOff
}

/** Why the beginning of what was said is not known. */
export function whyStartMissing(
  conversation: RuleConversation,
  { list }: Pick<RuleContext, 'list'>,
): Reason | undefined {
  const { segments } = conversation
  const first = list.turns[0]!
  // in a chat the customer writes first
  const isCall = segments.some((segment) => segment.startMs !== null)
  const isAnswering = isCall && first.speaker !== 'agent' && first.tokens.length > longestFirstWord
  if (isStartCutOff(conversation) || isAnswering) return ['truncated', reasons.startMissing]
  if (agentSegments(segments).slice(0, edgeSegments).some(isUnheard))
    return ['not-understood', reasons.startNotUnderstood]
  return undefined
}

function whyEndMissing(conversation: RuleConversation, context: RuleContext): Reason | undefined {
  return whyCutOff(conversation) ?? whyNoLeave(context)
}

/** Why the end of what was said is not known, whatever was said. */
export function whyCutOff(conversation: RuleConversation): Reason | undefined {
  const { segments } = conversation
  if (isEndCutOff(conversation)) return ['truncated', reasons.endMissing]
  if (agentSegments(segments).slice(-edgeSegments).some(isUnheard))
    return ['not-understood', reasons.endNotUnderstood]
  return undefined
}

/** Why nobody could be expected to end the conversation properly, or why its end may be missing (English). */
export function whyNoLeave(context: Pick<RuleContext, 'list' | 'scorecard'>): Reason | undefined {
  const early = endedEarly(context)
  if (early !== undefined) return ['ended-early', early]
  const { leaveTaking } = context.scorecard
  const find = finderFor(context.scorecard, 'leave-taking', leaveTaking.phrases)
  if (!context.list.turns.slice(-leaveTaking.lastTurns).some((turn) => find(turn.tokens).length > 0))
    return ['truncated', reasons.noLeave]
  return undefined
}

function endedEarly({ scorecard, list }: Pick<RuleContext, 'list' | 'scorecard'>): string | undefined {
  return scorecard.endedEarly.find((ending, index) => {
    const turns = list.turns.filter((turn) => ending.by === 'anyone' || turn.speaker === ending.by)
    const find = finderFor(scorecard, `ended-early-${index}`, ending.phrases)
    return turns.slice(-ending.lastTurns).some((turn) => find(turn.tokens).length > 0)
  })?.reason
}

function agentSegments(segments: readonly ConversationSegment[]): ConversationSegment[] {
  return segments.filter(({ speaker }) => speaker === 'agent')
}

/** Whether a segment, or a part of it, was not understood. */
export function isUnheard(segment: ConversationSegment): boolean {
  return !isUnderstood(segment) || unheard.test(segment.text)
}
