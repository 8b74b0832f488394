export {
  questionId,
  readQuestions,
  scorecardVersionId,
  stateQuestion,
  withdrawQuestions,
  type QuestionRow,
} from './scorecards.store.ts'
export { readConversation, type ConversationToRead, type ReadConversation } from './read-conversation.ts'
export * from './rules/index.ts'
export {
  ensureAutomatedForm,
  writeAutomatedEvaluation,
  type AutomatedForm,
  type AutomatedSubject,
} from './automated.store.ts'
export { listEvaluations } from './evaluation-views.ts'
export {
  readAnswers,
  readEvaluations,
  readFormScores,
  type AnswerRow,
  type EvaluationRow,
  type FormScores,
} from './evaluations.store.ts'
export { refreshScores } from './imported-scores.store.ts'
export { refreshCriticalQuestions } from './critical-questions.store.ts'
