export { removeUnfinished } from './folder.ts'
export { writeExport } from './write-export.ts'
