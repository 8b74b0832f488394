export { analyzeNew, hasUnread } from './analyze.ts'
export { correctTurn, undoCorrections } from './corrections.ts'
export { conversationPage, listOfConversations } from './views.ts'
