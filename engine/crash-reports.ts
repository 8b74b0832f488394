/** Reports of crashes, for doors. */
export { reportLeftBehind, reportOwnCrash } from './observing/crash-reports.ts'
