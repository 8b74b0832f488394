export { redact, redactSegments } from './redaction/index.ts'
export { kindOfLabel, redactionLabels } from './redaction/kinds.ts'
export type { RedactableSegment, Redacted, RedactionKind, RedactionSpan } from './redaction/index.ts'
export { scoreSentiment } from './sentiment/index.ts'
export type { Sentiment } from './sentiment/index.ts'
export {
  addMatch,
  checkPattern,
  compilePhrasesByWord,
  compilePhrases,
  countWords,
  leveledPattern,
  phraseTokens,
} from './phrases/index.ts'
export type {
  CompiledPhrase,
  PhrasesByWord,
  PhraseMatch,
  PhraseMatcher,
  PhrasePattern,
  PhraseToken,
} from './phrases/index.ts'
export { isCommonEnglish } from './common-words.ts'
export { isUnderstood } from './conversation-segment.ts'
export type { ConversationSegment } from './conversation-segment.ts'
