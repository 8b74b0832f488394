export { actAtHand, actingAs, isActWritten, keepAuditLog, writeAct, type Act } from './recorder.ts'
export { auditHead, auditPage, exportAudit, verifyAudit } from './look.ts'
