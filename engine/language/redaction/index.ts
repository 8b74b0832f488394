export { redact, redactSegments } from './redact.ts'
export type { RedactableSegment, Redacted } from './redact.ts'
export { redactionLabels } from './kinds.ts'
export type { RedactionKind, RedactionSpan } from './kinds.ts'
