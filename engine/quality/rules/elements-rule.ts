import { uncommonInOpening, withoutAccents } from './agent-names.ts'
import { agentPhrases, believed, believedMissing, phraseEvidence, withoutOverlaps } from './agent-phrases.ts'
import type { AgentPhrase } from './agent-phrases.ts'
import { finderFor } from './compiled-scorecard.ts'
import type { PhraseFinder } from './compiled-scorecard.ts'
import { evidenceOf, segmentEvidence } from './evidence.ts'
import { abstention } from './rule-answer.ts'
import type { EvidenceSpan, RuleAnswer } from './rule-answer.ts'
import type { RuleContext } from './rule-context.ts'
import type { ElementsRule } from './scorecard.ts'
import { reasons } from './reasons.ts'

/** Passes where enough of several elements are said (a greeting, a name, an offer to help), in any order. */
export function answerElements(questionId: string, rule: ElementsRule, context: RuleContext): RuleAnswer {
  const said = Object.entries(rule.elements).flatMap(([element, phrases]) => {
    const find = finderFor(context.scorecard, `${questionId}/${element}`, phrases)
    const found = withoutOverlaps([
      ...agentPhrases(find, rule.where, context),
      ...(element === rule.names?.element ? ownName(questionId, rule, context) : []),
    ])
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
  const perhaps = rule.names === undefined ? undefined : perhapsName(context)
  if (perhaps !== undefined) return abstention(questionId, 'uncertain', reasons.mayBeName, perhaps)
  const turn = rule.needs === 'start' ? context.agentTurns[0]! : context.agentTurns.at(-1)!
  const evidence = turn.segmentIndexes.slice(0, 2).map((index) => segmentEvidence(context.segments, index))
  const sure = said.length === 0 ? confidence.fail : confidence.partialFail
  return { questionId, outcome: 'fail', confidence: believedMissing(sure, context), evidence }
}

/** Where the agent says their own name; where it is not known, what sounds like somebody giving theirs. */
function ownName(questionId: string, { names, where }: ElementsRule, context: RuleContext): AgentPhrase[] {
  const { agentNames, scorecard } = context
  const known: PhraseFinder = (tokens) =>
    tokens.flatMap(({ word }, at) =>
      agentNames.has(withoutAccents(word)) ? [{ first: at, last: at, confidence: 1 }] : [],
    )
  const find = agentNames.size > 0 ? known : finderFor(scorecard, `${questionId}/names`, names!.loose)
  return agentPhrases(find, where, context)
}

/** A word of the agent's opening that is none of the commonest: the name of somebody, or of a company. */
function perhapsName({ agentTurns, segments }: RuleContext): EvidenceSpan[] | undefined {
  const found = uncommonInOpening(agentTurns.map(({ tokens }) => tokens))
  return found === undefined ? undefined : evidenceOf(segments, agentTurns[found.turn]!, found.at, found.at)
}
