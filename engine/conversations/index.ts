export { analyzeNew, hasUnread } from './analyze.ts'
export { correctTurn, undoCorrections } from './corrections.ts'
export { blindConversation, conversationPage, listOfConversations } from './views.ts'
export { scorerVersions } from './scorer-versions.ts'
