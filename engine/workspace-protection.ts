// What doors need to encrypt a workspace and to open one that is encrypted, without an engine on it.
export {
  changeRecoveryKey,
  changeWayIn,
  decrypt,
  encryptWith,
  isLockedPlace,
  prepareKeys,
  protectionOf,
  unlock,
  type Progress,
} from './protection/index.ts'
