export { exportProblem, openFolder, removeUnfinished } from './folder.ts'
export { writeAll } from './write-all.ts'
export { writeExport } from './write-export.ts'
