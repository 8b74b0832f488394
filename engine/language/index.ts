export { redact, redactSegments, redactionLabels } from './redaction/index.ts'
export type { RedactableSegment, Redacted, RedactionKind, RedactionSpan } from './redaction/index.ts'
export { scoreSentiment } from './sentiment/index.ts'
export type { Sentiment } from './sentiment/index.ts'
