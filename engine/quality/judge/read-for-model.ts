import type { RuleConversation } from '../rules/index.ts'
import { turnsOf, type TurnList } from '../rules/turns.ts'
import { conversationHash } from './judge-cache.ts'
import { whyUnredacted } from './redaction-fence.ts'
import { speaksToTheModel } from './speaks-to-the-model.ts'

/** What has to be known of a conversation before any question about it is sent. */
export interface ReadingForModel {
  /** Why it must not be sent, in one sentence; null where it is redacted. */
  unredacted: string | null
  list: TurnList
  /** Segments that speak to the model. */
  speaking: number[]
  sha256: string
}

export function readForModel({ segments }: RuleConversation): ReadingForModel {
  return {
    unredacted: whyUnredacted(segments),
    list: turnsOf(segments),
    speaking: speaksToTheModel(segments),
    sha256: conversationHash(segments),
  }
}

/** The same, once for each conversation: for estimates. What is sent is read each time anew. */
export function readingOnce(): typeof readForModel {
  const known = new WeakMap<RuleConversation, ReadingForModel>()
  return (conversation) => {
    const reading = known.get(conversation) ?? readForModel(conversation)
    known.set(conversation, reading)
    return reading
  }
}
