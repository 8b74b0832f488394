export { questionId, readQuestions, scorecardVersionId, type QuestionRow } from './scorecards.store.ts'
