export { readReviewsThere, takeOverReviews } from './take-over-reviews.ts'
export { digestOfImport, takeOverImport } from './take-over.ts'
export type { TakingOver, TheirImport } from './taking-over.ts'
export { createTranslator } from './translate.ts'
