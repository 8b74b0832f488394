import { agentNameWords } from './agent-names.ts'
import { answerElements } from './elements-rule.ts'
import { missingParts } from './missing-parts.ts'
import { answerResponse } from './response-rule.ts'
import { abstention } from './rule-answer.ts'
import type { RuleAnswer } from './rule-answer.ts'
import type { RuleContext } from './rule-context.ts'
import type { RuleConversation } from './rule-conversation.ts'
import { answerSaid } from './said-rule.ts'
import type { RuleQuestion, RuleScorecard } from './scorecard.ts'
import { turnsOf } from './turns.ts'
import { whyUnfit } from './unfit.ts'
import { reasons } from './reasons.ts'

const leastConfidence = 0.5
/** Of an agent who hardly spoke, or was hardly heard, nothing is said to be missing. */
const leastAgentWordsToMiss = 20

/**
 * Answers every question of a scorecard by its rule: passed, failed (evidence is where it was expected), or abstained with a
 * reason where the rule cannot know (language, unknown speakers, too short, cut off, not applicable, too uncertain). Only what
 * the agent says can pass, and only where in the conversation it belongs. "Not said" is held against a person: it needs every
 * reason to expect the words, and nothing that comes near them. Unverified until people have agreed with it.
 */
export function scoreByRules(conversation: RuleConversation, scorecard: RuleScorecard): RuleAnswer[] {
  const { segments } = conversation
  const list = turnsOf(segments)
  const unfit = whyUnfit(conversation, scorecard, list)
  if (unfit !== undefined) return scorecard.questions.map(({ id }) => abstention(id, ...unfit))
  const context: RuleContext = {
    segments,
    scorecard,
    list,
    agentTurns: list.turns.filter((turn) => turn.speaker === 'agent'),
    agentNames: agentNameWords(conversation.agentNames ?? []),
  }
  let missing: ReturnType<typeof missingParts> | undefined
  return scorecard.questions.map((question) => {
    const { rule } = question
    const answer = answerQuestion(question, context)
    // What was said counts even where the rest is missing; only its absence proves nothing then.
    const isOpen =
      answer.outcome === 'fail' || (answer.outcome === 'abstain' && answer.reason !== 'not-applicable')
    if (isOpen && rule.kind !== 'response') {
      missing ??= missingParts(conversation, context)
      const part = missing[rule.needs]
      if (part !== undefined) return abstention(question.id, ...part)
    }
    if (answer.outcome === 'fail' && (list.wordsBySpeaker.get('agent') ?? 0) < leastAgentWordsToMiss)
      return abstention(question.id, 'too-short', reasons.saidTooLittle)
    if (answer.outcome !== 'abstain' && answer.confidence < leastConfidence)
      return abstention(question.id, 'uncertain', reasons.tooUncertain, answer.evidence)
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
