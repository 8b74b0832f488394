import { agentPhrases, believed, phraseEvidence, withoutOverlaps } from './agent-phrases.ts'
import { finderFor } from './compiled-scorecard.ts'
import { segmentEvidence } from './evidence.ts'
import type { RuleAnswer } from './rule-answer.ts'
import type { RuleContext } from './rule-context.ts'
import type { ElementsRule } from './scorecard.ts'

/** Passes where enough of several elements are said (a greeting, a name, an offer to help), in any order. */
export function answerElements(questionId: string, rule: ElementsRule, context: RuleContext): RuleAnswer {
  const said = Object.entries(rule.elements).flatMap(([element, phrases]) => {
    const find = finderFor(context.scorecard, `${questionId}/${element}`, phrases)
    const found = withoutOverlaps(agentPhrases(find, rule.where, context))
    return found.length === 0 ? [] : [found[0]!]
  })
  const { confidence } = rule
  if (said.length >= rule.needed) {
    const evidence = said
      .sort((a, b) => a.turn.wordsBefore + a.first - (b.turn.wordsBefore + b.first))
      .flatMap((phrase) => phraseEvidence(phrase, context))
    const sure = confidence.pass + confidence.perFurtherElement * (said.length - rule.needed)
    return { questionId, outcome: 'pass', confidence: believed(sure, evidence, context), evidence }
  }
  const turn = rule.needs === 'start' ? context.agentTurns[0]! : context.agentTurns.at(-1)!
  const evidence = turn.segmentIndexes.slice(0, 2).map((index) => segmentEvidence(context.segments, index))
  const sure = said.length === 0 ? confidence.fail : confidence.partialFail
  return { questionId, outcome: 'fail', confidence: believed(sure, evidence, context), evidence }
}
