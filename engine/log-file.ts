/** The log of a workspace, for doors. */
export { writeLog as logFile } from './observing/index.ts'
