import { customerSentiment, measureActivity, measureConversation } from '../interactions/measures/index.ts'
import type {
  ConversationActivity,
  ConversationMeasures,
  CustomerSentiment,
  MeasureThresholds,
} from '../interactions/measures/index.ts'
import { redactSegments } from '../language/index.ts'
import type { ConversationSegment, RedactionSpan } from '../language/index.ts'
import { scoreByRules, starterScorecard } from './rules/index.ts'
import type { RuleAnswer, RuleConversation, RuleScorecard } from './rules/index.ts'

export type ConversationToRead = RuleConversation & {
  scorecard?: RuleScorecard
  thresholds?: MeasureThresholds
  /** Who is heard when, where there is a recording: measures come from it then, not from the times of the text. */
  activity?: ConversationActivity | null
}

export type ReadConversation = {
  /** The segments with redacted texts; single words inside a redacted span are gone, so that none survives there. */
  segments: ConversationSegment[]
  /** Per segment, offsets in the text as given. */
  redactions: RedactionSpan[][]
  sentiment: CustomerSentiment
  measures: ConversationMeasures
  /** Evidence offsets are in the redacted texts. */
  answers: RuleAnswer[]
}

/**
 * Reads one conversation from its transcript: redacts first, and takes sentiment (customer side, English), measures and the
 * scorecard's automated answers from the redacted text only, so nothing derived can hold what was redacted. Pure; no I/O.
 */
export function readConversation(conversation: ConversationToRead): ReadConversation {
  const redacted = redactSegments(conversation.segments)
  const segments = conversation.segments.map((segment, at) => redactedSegment(segment, redacted[at]!))
  return {
    segments,
    redactions: redacted.map(({ spans }) => spans),
    sentiment: customerSentiment(segments, conversation.languageCode),
    measures: conversation.activity
      ? measureActivity(conversation.activity, segments, conversation.thresholds)
      : measureConversation(segments, conversation.thresholds),
    answers: scoreByRules({ ...conversation, segments }, conversation.scorecard ?? starterScorecard()),
  }
}

/** Words are found in the text in their order; where one is not found, all go rather than one too few. */
function redactedSegment(
  segment: ConversationSegment,
  redacted: { text: string; spans: readonly RedactionSpan[] },
): ConversationSegment {
  if (redacted.spans.length === 0) return segment
  if (segment.words === undefined) return { ...segment, text: redacted.text }
  const kept: NonNullable<ConversationSegment['words']>[number][] = []
  let at = 0
  for (const word of segment.words) {
    const start = segment.text.indexOf(word.text, at)
    if (start < 0) return { ...segment, text: redacted.text, words: [] }
    at = start + word.text.length
    if (!redacted.spans.some((span) => span.start < at && start < span.end)) kept.push(word)
  }
  return { ...segment, text: redacted.text, words: kept }
}
