import { scoreSentiment } from '../../language/index.ts'
import { believed, believedMissing } from './agent-phrases.ts'
import { finderFor } from './compiled-scorecard.ts'
import type { PhraseFinder } from './compiled-scorecard.ts'
import { evidenceOf, segmentEvidence } from './evidence.ts'
import { abstention } from './rule-answer.ts'
import type { EvidenceSpan, RuleAnswer } from './rule-answer.ts'
import type { RuleContext } from './rule-context.ts'
import type { ResponseRule } from './scorecard.ts'
import type { Turn } from './turns.ts'
import { reasons } from './reasons.ts'

type Moment = { turnIndex: number; isStrong: boolean; evidence: EvidenceSpan[] }

/**
 * Passes where the agent responds to a moment of the customer's within the next turns; without a moment it does not apply. Fails
 * only where the moment was a strong one and nothing like a response was said in the whole conversation.
 */
export function answerResponse(questionId: string, rule: ResponseRule, context: RuleContext): RuleAnswer {
  const moments = momentsOf(questionId, rule, context)
  if (moments.length === 0) return abstention(questionId, 'not-applicable', rule.noMoment)
  const find = finderFor(context.scorecard, questionId, rule.phrases, rule.except)
  const findNear = finderFor(context.scorecard, `${questionId}/near`, rule.nearMisses, rule.except)
  let near: EvidenceSpan[] | undefined
  for (const moment of moments)
    for (const turn of nextAgentTurns(moment.turnIndex, rule.within, context)) {
      const best = find(turn.tokens).sort((a, b) => b.confidence - a.confidence || a.first - b.first)[0]
      if (best !== undefined) {
        const response = evidenceOf(context.segments, turn, best.first, best.last)
        const evidence = [...response, ...moment.evidence]
        return {
          questionId,
          outcome: 'pass',
          confidence: believed(best.confidence, evidence, context),
          evidence,
        }
      }
      near ??= nearMiss(turn, findNear, rule, context)
    }
  const worst = moments.find((moment) => moment.isStrong) ?? moments[0]!
  const answer = nextAgentTurns(worst.turnIndex, 1, context)[0]
  // The customer hung up before the agent could respond: nobody failed.
  if (answer === undefined) return abstention(questionId, 'not-applicable', rule.noMoment, worst.evidence)
  const expected = segmentEvidence(context.segments, answer.segmentIndexes[0]!)
  const unclear = (sentence: string, near: EvidenceSpan[]) =>
    abstention(questionId, 'uncertain', sentence, [...near, ...worst.evidence])
  for (const turn of context.agentTurns) {
    const said = find(turn.tokens)[0]
    if (said !== undefined)
      return unclear(reasons.saidElsewhere, evidenceOf(context.segments, turn, said.first, said.last))
  }
  if (!worst.isStrong) return unclear(reasons.hardlyTrouble, [expected])
  if (near !== undefined) return unclear(reasons.nearMiss, near)
  const evidence = [expected, ...worst.evidence]
  return { questionId, outcome: 'fail', confidence: believedMissing(rule.confidence.fail, context), evidence }
}

function nearMiss(
  turn: Turn,
  find: PhraseFinder,
  { nearMissCompoundAtMost }: ResponseRule,
  context: RuleContext,
): EvidenceSpan[] | undefined {
  const close = find(turn.tokens)[0]
  if (close !== undefined) return evidenceOf(context.segments, turn, close.first, close.last)
  const lowest = lowestSegment(turn, context)
  return lowest === undefined || lowest.compound > nearMissCompoundAtMost
    ? undefined
    : [segmentEvidence(context.segments, lowest.index)]
}

function momentsOf(questionId: string, rule: ResponseRule, context: RuleContext): Moment[] {
  const { scorecard, segments, list } = context
  const strong = finderFor(scorecard, `${questionId}/strong`, rule.moment.strong, rule.moment.not)
  const mild = finderFor(scorecard, `${questionId}/mild`, rule.moment.mild, rule.moment.not)
  return list.turns.flatMap((turn, turnIndex): Moment[] => {
    if (turn.speaker !== 'customer') return []
    const strongest = strong(turn.tokens)[0]
    const found = strongest ?? mild(turn.tokens)[0]
    const isStrong = strongest !== undefined
    if (found !== undefined)
      return [{ turnIndex, isStrong, evidence: evidenceOf(segments, turn, found.first, found.last) }]
    const lowest = lowestSegment(turn, context)
    if (lowest === undefined || lowest.compound > rule.moment.compoundAtMost) return []
    return [{ turnIndex, isStrong: false, evidence: [segmentEvidence(segments, lowest.index)] }]
  })
}

function lowestSegment(turn: Turn, context: RuleContext): { index: number; compound: number } | undefined {
  return turn.segmentIndexes
    .map((index) => ({ index, compound: scoreSentiment(context.segments[index]!.text).compound }))
    .sort((a, b) => a.compound - b.compound)[0]
}

function nextAgentTurns(after: number, most: number, context: RuleContext): Turn[] {
  const turns: Turn[] = []
  for (let at = after + 1; at < context.list.turns.length && turns.length < most; at++)
    if (context.list.turns[at]!.speaker === 'agent') turns.push(context.list.turns[at]!)
  return turns
}
