export { exportProblem, removeUnfinished } from './folder.ts'
export { openPlace, removeUnfinishedPlace, told } from './own-place.ts'
export { writeAll } from './write-all.ts'
export { writeExport } from './write-export.ts'
