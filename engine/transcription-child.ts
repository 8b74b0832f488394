/** How a door that cannot start Node's own children (the desktop) starts the process that transcribes. */
export type { ChildStarter, ChildWord, WorkOrder } from './recordings/index.ts'
