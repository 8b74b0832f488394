/** Newer versions of Debrief, for the doors: the app that is installed looks for them, its shell installs them. */
export { isWhole, updateService, type CheckedUpdate, type Installer } from './updates/index.ts'
