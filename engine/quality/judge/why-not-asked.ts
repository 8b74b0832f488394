import type { ConversationSegment } from '../../language/index.ts'
import { isEndCutOff, isStartCutOff } from '../rules/missing-parts.ts'
import type { RuleConversation } from '../rules/index.ts'
import { reasons } from '../rules/reasons.ts'
import { whyOtherLanguage, whyUnreadable } from '../rules/unfit.ts'
import { segmentEvidence } from '../rules/evidence.ts'
import type { CheckedQuestion } from './judge-question.ts'
import { abstained, type AbstainedFinding } from './judge-result.ts'
import { modelReasons } from './model-reasons.ts'
import type { ReadingForModel } from './read-for-model.ts'

/** Why a conversation is not put to a model with this question at all; null where it may be. */
export function whyNotAsked(
  conversation: RuleConversation,
  question: CheckedQuestion,
  { list, speaking }: ReadingForModel,
): AbstainedFinding | null {
  const { segments, languageCode } = conversation
  const unfit =
    (question.languages && whyOtherLanguage(languageCode, question.languages, list)) ??
    whyUnreadable({ segments }, list)
  if (unfit) return abstained(...unfit)
  return speaking.length > 0 ? speakingToTheModel(segments, speaking) : null
}

/** Where segments speak to the model, nobody can say whether it judged or obeyed. */
export function speakingToTheModel(
  segments: readonly ConversationSegment[],
  indexes: readonly number[],
): AbstainedFinding {
  return abstained(
    'speaks-to-the-model',
    modelReasons.speaksToTheModel,
    indexes.map((index) => segmentEvidence(segments, index)),
  )
}

/** Where a part of the conversation is missing, nobody can say that something was not said. */
export function whyNothingIsMissing(conversation: RuleConversation): AbstainedFinding | null {
  if (isStartCutOff(conversation)) return abstained('truncated', reasons.startMissing)
  return isEndCutOff(conversation) ? abstained('truncated', reasons.endMissing) : null
}
