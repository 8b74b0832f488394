export { canonicalJson, readAuditEvents, writeAuditEvent, type AuditEvent } from './audit-events.store.ts'
export { backup } from './backup.ts'
export { copyDatabase, goWithKey, putKeyFile } from './copy-database.ts'
export {
  all,
  allRaw,
  begin,
  commit,
  connect,
  each,
  inTransaction,
  one,
  refuseWrites,
  rollback,
  run,
  statement,
  setCache,
  waitForNobody,
  witnessCommits,
  type ReadableDatabase,
  type Statement,
  type WritableDatabase,
} from './database.ts'
export * as keys from './keys/index.ts'
export { isEncrypted, removeUnfinished, sealingKeyFor } from './keys/keyring.ts'
export { findDamage, isReadable } from './integrity.store.ts'
export { takeLease, type Lease } from './lease.store.ts'
export { syncFile, syncFolder } from './lasting.ts'
export { migrate, migrateFresh, schemaVersion } from './migrate.ts'
export { newestVersion } from './migrations/index.ts'
export { removeWithKey } from './remove-database.ts'
export { changeQuietly, revisionOf } from './revision.ts'
export { deleteSetting, readSetting, writeSetting } from './settings.store.ts'
export { settleReferences } from './settle-references.store.ts'
