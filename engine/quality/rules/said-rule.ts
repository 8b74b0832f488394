import { agentPhrases, believed, believedMissing, phraseEvidence, withoutOverlaps } from './agent-phrases.ts'
import { finderFor } from './compiled-scorecard.ts'
import { evidenceOf, segmentEvidence } from './evidence.ts'
import { abstention } from './rule-answer.ts'
import type { EvidenceSpan, RuleAnswer } from './rule-answer.ts'
import type { RuleContext } from './rule-context.ts'
import type { Circumstance, SaidRule } from './scorecard.ts'
import { reasons } from './reasons.ts'

const mostEvidence = 3

/**
 * Passes where the agent says one of the phrases in its place. Fails only where the scorecard's conditions are there, nothing
 * excuses it, and nothing comes near it.
 */
export function answerSaid(questionId: string, rule: SaidRule, context: RuleContext): RuleAnswer {
  const find = finderFor(context.scorecard, questionId, rule.phrases, rule.except)
  const said = withoutOverlaps(agentPhrases(find, rule.where, context))
  if (said.length > 0) {
    const best = said.reduce((most, phrase) => Math.max(most, phrase.confidence), 0)
    const evidence = [...said]
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, mostEvidence)
      .flatMap((phrase) => phraseEvidence(phrase, context))
    const sure = best + rule.confidence.repeated * (said.length - 1)
    return { questionId, outcome: 'pass', confidence: believed(sure, evidence, context), evidence }
  }
  return whyUnanswered(questionId, rule, context) ?? missing(questionId, rule, context)
}

function whyUnanswered(questionId: string, rule: SaidRule, context: RuleContext): RuleAnswer | undefined {
  for (const [index, condition] of (rule.appliesWhen ?? []).entries())
    if (firstSaid(`${questionId}/applies-${index}`, condition, context) === undefined)
      return abstention(questionId, 'not-applicable', condition.reason)
  for (const [index, excuse] of (rule.excusedBy ?? []).entries()) {
    const evidence = firstSaid(`${questionId}/excused-${index}`, excuse, context)
    if (evidence !== undefined) return abstention(questionId, 'not-applicable', excuse.reason, evidence)
  }
  const near = nearMiss(questionId, rule, context)
  if (near !== undefined) return abstention(questionId, 'uncertain', reasons.nearMiss, near)
  if (rule.needsLastWord === true && context.list.turns.at(-1)?.speaker !== 'agent')
    return abstention(questionId, 'ended-early', reasons.lastWord)
  return undefined
}

function missing(questionId: string, rule: SaidRule, context: RuleContext): RuleAnswer {
  const turn = rule.needs === 'start' ? context.agentTurns[0]! : context.agentTurns.at(-1)!
  const index = rule.needs === 'start' ? turn.segmentIndexes[0]! : turn.segmentIndexes.at(-1)!
  const evidence = [segmentEvidence(context.segments, index)]
  return { questionId, outcome: 'fail', confidence: believedMissing(rule.confidence.fail, context), evidence }
}

function nearMiss(
  questionId: string,
  { nearMisses, except }: SaidRule,
  context: RuleContext,
): EvidenceSpan[] | undefined {
  if (nearMisses === undefined) return undefined
  const find = finderFor(context.scorecard, `${questionId}/near`, nearMisses.phrases, except)
  for (const turn of context.agentTurns.slice(-(nearMisses.lastAgentTurns ?? context.agentTurns.length))) {
    const found = find(turn.tokens)[0]
    if (found !== undefined) return evidenceOf(context.segments, turn, found.first, found.last)
  }
  return undefined
}

function firstSaid(
  key: string,
  { by, phrases }: Circumstance,
  context: RuleContext,
): EvidenceSpan[] | undefined {
  const find = finderFor(context.scorecard, key, phrases)
  for (const turn of context.list.turns) {
    const found = by === 'anyone' || turn.speaker === by ? find(turn.tokens)[0] : undefined
    if (found !== undefined) return evidenceOf(context.segments, turn, found.first, found.last)
  }
  return undefined
}
