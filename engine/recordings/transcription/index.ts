export { transcriptionProcess, type TranscriptionProcess } from './child/ask-child.ts'
export type { ChildWord, Recogniser, WorkOrder } from './child/child-words.ts'
export { startNodeChild, type ChildStarter, type TranscriptionChild } from './child/start-child.ts'
export { initialPrompt } from './initial-prompt.ts'
export { readScript, type Script } from './scripted/script.ts'
export type { ServerOrder } from './server/server-order.ts'
export { transcribing } from './server/transcribing.ts'
export { recogniserThreads } from './threads.ts'
export {
  TranscriptionProblem,
  type TranscribedSegment,
  type TranscribedWord,
  type Transcription,
  type SentSound,
} from './types.ts'
