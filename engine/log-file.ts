/** The log of a workspace, for doors. */
export { writeLog as logFile } from './observing/index.ts'
export { faultOf, type Log } from './observing/index.ts'
