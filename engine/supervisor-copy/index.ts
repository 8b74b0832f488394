export { refuseInside } from './where.ts'
export { openBoth, writeCopy, type CopyDone } from './write-copy.ts'
