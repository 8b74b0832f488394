export { questionId, readQuestions, scorecardVersionId, type QuestionRow } from './scorecards.store.ts'
export { readConversation, type ConversationToRead, type ReadConversation } from './read-conversation.ts'
export * from './rules/index.ts'
export * from './scoring/index.ts'
