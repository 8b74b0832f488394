export { keyFileOf, parseKeyFile, writeKeyFile, type KeyFile } from './key-file.ts'
export { openPage, PAGE_BYTES, SEAL_BYTES } from './page-cipher.ts'
export {
  addKeys,
  databaseKeys,
  forgetKeys,
  isEncrypted,
  keyFileFor,
  keysOf,
  rawKey,
  sealingKey,
} from './keyring.ts'
export {
  makeKeys,
  newDataKey,
  openWithKeychain,
  openWithText,
  withDataKeys,
  withNewRecoveryKey,
  withWayIn,
  type OpenKeys,
} from './ways-in.ts'
export { holdAlone, refuseInUse, takePlace } from './write-anew.ts'
export { writeInThread } from './write-in-thread.ts'
