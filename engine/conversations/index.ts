export { analyzeNew } from './analyze.ts'
export { conversationPage, listOfConversations } from './views.ts'
