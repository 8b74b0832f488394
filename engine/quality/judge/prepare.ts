import { Problem } from '../../problem.ts'
import type { RuleConversation } from '../rules/index.ts'
import { judgeKey, keptResult, type JudgeCache } from './judge-cache.ts'
import {
  checkQuestion,
  NOT_APPLICABLE,
  type CheckedQuestion,
  type JudgeQuestion,
  type SettledExample,
} from './judge-question.ts'
import { abstained, type AbstainedFinding, type JudgeResult } from './judge-result.ts'
import type { JudgeSettings } from './judge-settings.ts'
import type { LanguageModel } from './language-model.ts'
import { optionOrders } from './option-orders.ts'
import { promptOf, promptVersion, type Prompt } from './prompt.ts'
import { readForModel } from './read-for-model.ts'
import { whyQuestionUnredacted } from './redaction-fence.ts'
import { estimateTokens } from './tokens.ts'
import { whyNotAsked } from './why-not-asked.ts'
import { modelReasonsWith } from './model-reasons.ts'

/** One question about one conversation. Everything in it is redacted. */
export interface JudgeItem {
  question: JudgeQuestion
  conversation: RuleConversation
  /** Settled by reviewers, the best ones first. */
  examples: readonly SettledExample[]
}

/** What is to be sent for an item. */
export interface PreparedPrompts {
  key: string
  conversationSha256: string
  question: CheckedQuestion
  conversation: RuleConversation
  examples: number
  /** One an order of the answers. */
  prompts: Prompt[]
  /** Estimated, of one prompt. */
  tokensInEach: number
}

export type Prepared =
  | { kind: 'known'; result: JudgeResult }
  | { kind: 'not-asked'; question: CheckedQuestion; examples: number; finding: AbstainedFinding }
  | { kind: 'to-ask'; prompts: PreparedPrompts }

/**
 * What has to be sent for an item, if anything: the same was asked before, or it is not asked at all. Sends nothing. `INVALID_INPUT` for
 * a question that cannot be put and for what is not redacted.
 */
export async function prepare(
  { question: given, conversation, examples: settled }: JudgeItem,
  { client, settings, cache }: { client: LanguageModel; settings: JudgeSettings; cache: JudgeCache },
  read = readForModel,
): Promise<Prepared> {
  const { question, examples } = checkQuestion(given, settled.slice(0, settings.mostExamples))
  const reading = read(conversation)
  const unredacted = reading.unredacted ?? whyQuestionUnredacted(question, examples)
  if (unredacted !== null) throw new Problem('INVALID_INPUT', unredacted)
  const notAsked = (finding: AbstainedFinding): Prepared => ({
    kind: 'not-asked',
    question,
    examples: examples.length,
    finding,
  })
  const finding = whyNotAsked(conversation, question, reading)
  if (finding !== null) return notAsked(finding)
  const { segments, languageCode, durationMs, isStartMissing, isEndMissing } = conversation
  const conversationSha256 = reading.sha256
  const { seed, orders, maxTokens, readsProbabilities } = settings
  const key = judgeKey([
    promptVersion,
    [client.host, client.model],
    [seed, orders, maxTokens, readsProbabilities],
    question,
    examples,
    // what else of the conversation an answer depends on
    [conversationSha256, languageCode, durationMs ?? null, isStartMissing === true, isEndMissing === true],
  ])
  const result = await keptResult(cache, key)
  if (result !== null) return { kind: 'known', result }
  const ids = question.options.map(({ id }) => id)
  const offered = question.mayNotApply ? [...ids, NOT_APPLICABLE] : ids
  const prompts = optionOrders(offered, settings, question.id).map((order) =>
    promptOf(question, examples, segments, order),
  )
  const tokensInEach = estimateTokens(prompts[0]!.messages.map(({ content }) => content).join('\n'))
  if (tokensInEach + maxTokens > settings.contextTokens)
    return notAsked(
      abstained('too-long', modelReasonsWith.tooLong(tokensInEach + maxTokens, settings.contextTokens)),
    )
  return {
    kind: 'to-ask',
    prompts: {
      key,
      conversationSha256,
      question,
      conversation,
      examples: examples.length,
      prompts,
      tokensInEach,
    },
  }
}
