export {
  actAtHand,
  actingAs,
  addDetails,
  isActWritten,
  keepAuditLog,
  tellExchange,
  type Act,
} from './recorder.ts'
export { ANCHOR_NAME, writeAnchor } from './anchor-file.ts'
export { hasActedSince } from './audit.store.ts'
export { tellRestored } from './restored.ts'
export { tellSoon } from './tell-soon.ts'
export { exportAudit } from './export-log.ts'
export { auditHead, auditPage, verifyAudit } from './look.ts'
export { tellSalvaged } from './departure.ts'
