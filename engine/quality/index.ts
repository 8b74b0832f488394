export {
  questionId,
  questionToScoreOn,
  readAnsweredQuestions,
  readEvaluationMarks,
  readQuestions,
  readScoredHere,
  scorecardId,
  scorecardVersionId,
  stateQuestion,
  withdrawQuestions,
  type AnsweredQuestion,
  type QuestionRow,
} from './scorecards.store.ts'
export { COUNTED_REVIEWS, PICKED_BY_CHANCE } from './counted-reviews.store.ts'
export { readConversation, type ConversationToRead, type ReadConversation } from './read-conversation.ts'
export * from './rules/index.ts'
export {
  draftQuestions,
  redactTurns,
  type DraftSubject,
  conversationHash,
  estimateBatch,
  judgeBatch,
  judgeQuestionOf,
  languageModel,
  languageModelServer,
  tryLanguageModel,
  usualJudgeSettings,
  type BatchProgress,
  type JudgeItem,
  type JudgePolicy,
  type JudgeRequest,
  type JudgeSettings,
  type LanguageModelTrial,
  type MeasuredRequests,
} from './judge/index.ts'
export { writeModelResult } from './model-answers.ts'
export { deleteModelAnswersOfOtherWords, hasModelAnswers } from './model-answers.store.ts'
export { publishedForm, rowsOfQuestions, type PublishedForm } from './scorecards/published-form.ts'
export { readScorecards } from './scorecards/versions.store.ts'
export * from './forms/index.ts'
export {
  ensureAutomatedForm,
  writeAutomatedEvaluation,
  type AutomatedForm,
  type AutomatedSubject,
} from './automated.store.ts'
export { listEvaluations, questionMetricId } from './evaluation-views.ts'
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
export {
  createScorecard,
  discardDraft,
  publish,
  removeScorecard,
  saveDraft,
  startDraft,
} from './scorecards/editing.ts'
export { exportForm, importForm } from './scorecards/form-files.ts'
export { whatWouldChange } from './scorecards/what-if.ts'
export { changesBetween, changesOfDraft, listScorecards, scorecardPage } from './scorecards/views.ts'
export {
  addWorkTo,
  answerQuestion,
  beginDraft,
  clearAnswer,
  commentReview,
  deskOf,
  mustReview,
  openReview,
  takeAnswer,
  takeComment,
  takeWork,
} from './reviews/desk.ts'
export { answersOfReview } from './reviews/filled-form.ts'
export { assign, becomeReviewer, listReviews, requestReview, skip, whoReviews } from './reviews/queue.ts'
export { reopenReview, submitReview } from './reviews/submit.ts'
export { drawForPlan, drawToSettle, undoDraw } from './reviews/draws.ts'
export { endPlan, listPlans, previewDraw, savePlan } from './reviews/plans.ts'
export { draftWithout } from './worth/retire.ts'
export { questionWorths } from './worth/question-worth.ts'
export { estimateScores } from './reviews/estimates.ts'
export { decideTrust, type ScorerVersions } from './trust/flow/decide.ts'
export { modelScorerId, modelScorerVersion } from './model-scorer.ts'
export { OWN_RULE_SCORER, ownRuleVersion, RULES_SCORER, rulesVersion } from './trust/flow/scorer.ts'
export { writeTrustSeed } from './trust/flow/draw-numbers.ts'
export { drawStandingAudits } from './trust/flow/standing-audit.ts'
export { takeTrustBack } from './trust/flow/take-back.ts'
export { trustHistory } from './trust/flow/history.ts'
export { listTrust } from './trust/flow/views.ts'
export { conversationOfReview } from './reviews/blind.ts'
export * from './calibration/index.ts'
export { refreshOverturns } from './disputes/apply.ts'
export { readStatedScore, restoreStated } from './disputes/edits.store.ts'
export { readDisputeFile, writeDisputeFile } from './disputes/file.ts'
export { raiseDispute, startOfDispute, withdraw } from './disputes/raise.ts'
export { overturnRates } from './disputes/rates.ts'
export { overturnedAnswers, type OverturnedAnswer } from './disputes/rates.store.ts'
export { disputePage, previewEffect, resolveDispute, undoDecision } from './disputes/resolve.ts'
export { readDisputeSettings, writeDisputeSettings } from './disputes/settings.ts'
export { listDisputes, mustDispute } from './disputes/views.ts'
export { answeredForms, type AnsweredForm } from './own-rules/active-rules.ts'
export { answerForm } from './own-rules/answer-form.ts'
export { countOutOfDate, deleteLeftOver, readOutOfDate, readUpToDate } from './own-rules/answering.store.ts'
export {
  activateRule,
  deactivateRule,
  problemsOfRule,
  saveRuleDraft,
  undoRuleDecision,
} from './own-rules/editing.ts'
export { optionOfAnswer } from './own-rules/option-of-answer.ts'
export { questionOf } from './own-rules/question-of.ts'
export { readActiveRules, readRuledQuestions } from './own-rules/rules.store.ts'
export { ruleOfQuestion } from './own-rules/views.ts'
