export { actAtHand, actingAs, isActWritten, keepAuditLog, type Act } from './recorder.ts'
export { tellSoon } from './tell-soon.ts'
export { auditHead, auditPage, exportAudit, verifyAudit } from './look.ts'
