export { batchOf } from './batch-order.ts'
export { askForQuestions } from './draft-questions.ts'
export { estimateOrder } from './estimate.ts'
export { modelForms, setModelQuestion } from './questions.ts'
export { countRequests, readRequests } from './requests.store.ts'
export { batchPayload, runBatch, type BatchPayload } from './run-batch.ts'
export {
  allowDrafts,
  allowHost,
  changeSettings,
  keepKey,
  languageModelState,
  modelVersion,
  withdrawHost,
} from './settings.ts'
export { tryModel } from './try.ts'
export { listRuns } from './views.ts'
