export { type SealingKey } from './format.ts'
export { forgetSealingKey, knowFileKey, knowSealingKey, sealFolder, sealingKeyOf } from './known-keys.ts'
export {
  fileKeyFor,
  openFileBytes,
  readFileBytes,
  sealedWith,
  sizeOfContent,
  type FileBytes,
} from './reading.ts'
export { SealedProblem } from './sealed-problem.ts'
export { copyFileAs, createFile, sealAs } from './writing.ts'
