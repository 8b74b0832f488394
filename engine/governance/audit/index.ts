export { actAtHand, actingAs, isActWritten, keepAuditLog, tellExchange, type Act } from './recorder.ts'
export { tellSoon } from './tell-soon.ts'
export { auditHead, auditPage, exportAudit, verifyAudit } from './look.ts'
