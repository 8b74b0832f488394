export { compilePhrases } from './match-phrases.ts'
export type { PhraseMatch, PhraseMatcher, PhrasePattern } from './match-phrases.ts'
export { countWords, phraseTokens } from './phrase-tokens.ts'
export type { PhraseToken } from './phrase-tokens.ts'
