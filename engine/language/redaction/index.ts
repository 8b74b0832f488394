export { redact, redactSegments } from './redact.ts'
export type { RedactableSegment, Redacted } from './redact.ts'
export type { RedactionKind, RedactionSpan } from './kinds.ts'
