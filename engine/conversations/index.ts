export { analyzeNew, hasUnread } from './analyze.ts'
export { idsOfConversations, type ConversationFilter as ConversationsFilter } from './list.store.ts'
export { readReadTranscripts } from './reading.store.ts'
export { conversationToJudge } from './to-judge.ts'
export { correctTurn, undoCorrections } from './corrections.ts'
export { scorerVersions } from './scorer-versions.ts'
export {
  anonymousConversation,
  blindConversation,
  conversationPage,
  listOfConversations,
  travelledConversation,
} from './views.ts'
export { explainRule, runExamples } from './trying/explain-rule.ts'
export { tryRule } from './trying/try-rule.ts'
