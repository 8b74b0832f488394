import { agentPhrases, believed, phraseEvidence, withoutOverlaps } from './agent-phrases.ts'
import { finderFor } from './compiled-scorecard.ts'
import { segmentEvidence } from './evidence.ts'
import type { RuleAnswer } from './rule-answer.ts'
import type { RuleContext } from './rule-context.ts'
import type { SaidRule } from './scorecard.ts'

const mostEvidence = 3

/** Passes where the agent says one of the phrases in its place; does not apply where the scorecard's condition is absent. */
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
  const { appliesWhen } = rule
  if (appliesWhen !== undefined && !isSaid(`${questionId}/applies`, appliesWhen, context))
    return {
      questionId,
      outcome: 'abstain',
      reason: 'not-applicable',
      sentence: appliesWhen.reason,
      evidence: [],
    }
  const isSoftened =
    rule.softenedBy !== undefined && isSaid(`${questionId}/softened`, rule.softenedBy, context)
  const turn = rule.needs === 'start' ? context.agentTurns[0]! : context.agentTurns.at(-1)!
  const index = rule.needs === 'start' ? turn.segmentIndexes[0]! : turn.segmentIndexes.at(-1)!
  const evidence = [segmentEvidence(context.segments, index)]
  const sure = isSoftened ? rule.confidence.softenedFail : rule.confidence.fail
  return { questionId, outcome: 'fail', confidence: believed(sure, evidence, context), evidence }
}

function isSaid(
  key: string,
  { by, phrases }: { by: 'agent' | 'customer' | 'anyone'; phrases: readonly string[] },
  context: RuleContext,
): boolean {
  const find = finderFor(context.scorecard, key, phrases)
  return context.list.turns.some(
    (turn) => (by === 'anyone' || turn.speaker === by) && find(turn.tokens).length > 0,
  )
}
