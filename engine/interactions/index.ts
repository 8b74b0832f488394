export { readStrata, stratumId, type LabelKind, type Stratum } from './labels.store.ts'
export { createStratumBook, type StratumBook } from './stratum-book.ts'
export { daysBesideTranscript, daysBesideUndated, daysBesideUndatedOf } from './links.store.ts'
export { refreshLinks } from './refresh-links.ts'
