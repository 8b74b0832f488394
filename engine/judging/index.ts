export { batchOf } from './batch-order.ts'
export { askForQuestions } from './draft-questions.ts'
export { estimateOrder } from './estimate.ts'
export { modelForms, setModelQuestion } from './questions.ts'
export { countRequests, readRequests } from './requests.store.ts'
export { batchPayload, runBatch, type BatchPayload } from './run-batch.ts'
export {
  changeSettings,
  hostOf,
  hostToAllow,
  keepKey,
  languageModelState,
  modelVersion,
  readLanguageModelSettings,
} from './settings.ts'
export { tryModel } from './try.ts'
export { listRuns } from './views.ts'
