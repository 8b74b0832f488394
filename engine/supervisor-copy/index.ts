export { refuseInside } from './where.ts'
export { madeBefore, openBoth, writeCopy, type CopyDone } from './write-copy.ts'
