/** Where in the conversation something was said, or where it was expected. */
export type EvidenceSpan = {
  /** Index in the segments as given. */
  segmentIndex: number
  /** Offsets in that segment's text, end exclusive. */
  start: number
  end: number
  /** From the words where they have times, else of the whole segment; null without times. */
  startMs: number | null
  endMs: number | null
  quote: string
}

export type AbstainReason =
  | 'language'
  | 'speakers-unknown'
  | 'too-short'
  | 'not-understood'
  | 'truncated'
  | 'ended-early'
  | 'not-applicable'
  | 'uncertain'

export type RuleAbstention = Extract<RuleAnswer, { outcome: 'abstain' }>

/** No answer, and why in one sentence; the evidence is what makes it unclear, if anything does. */
export function abstention(
  questionId: string,
  reason: AbstainReason,
  sentence: string,
  evidence: EvidenceSpan[] = [],
): RuleAbstention {
  return { questionId, outcome: 'abstain', reason, sentence, evidence }
}

/** One automated answer; a fail's evidence is the place where it was expected. */
export type RuleAnswer =
  | { questionId: string; outcome: 'pass' | 'fail'; confidence: number; evidence: EvidenceSpan[] }
  | {
      questionId: string
      outcome: 'abstain'
      reason: AbstainReason
      sentence: string
      evidence: EvidenceSpan[]
    }
