import type { ConversationSegment } from '../../language/index.ts'

export type RuleConversation = {
  segments: readonly ConversationSegment[]
  /** BCP 47, such as `en` or `en-US`; null where unknown. */
  languageCode: string | null
  /** Length of the recording, where known: a transcript that stops well before it is cut off. */
  durationMs?: number | null
  isStartMissing?: boolean
  isEndMissing?: boolean
  /** Names the workspace knows the agent by, as written there. */
  agentNames?: readonly string[]
}
