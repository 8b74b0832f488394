/** How a door that cannot start Node's own children (the desktop) starts the process that transcribes. */
export type { ChildStarter, ChildWord, TranscribeOrder } from './recordings/index.ts'
