export { labelId, readStrata, stratumId, type LabelKind, type Stratum } from './labels.store.ts'
export { createStratumBook, type StratumBook } from './stratum-book.ts'
export {
  contactsOfTranscripts,
  daysBesideTranscript,
  daysBesideUndated,
  daysBesideUndatedOf,
  forgetHeard,
} from './links.store.ts'
export { refreshLinks } from './refresh-links.ts'
export { hasTouchedRows, noteTouchedRows } from './touched-rows.store.ts'
export { untiedRemarks } from './ties.ts'
export { keptMark, markInWords } from './mark-words.ts'
