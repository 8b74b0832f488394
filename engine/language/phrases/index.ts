export { addMatch, compilePhrasesByWord, compilePhrases } from './match-phrases.ts'
export type {
  CompiledPhrase,
  PhrasesByWord,
  PhraseMatch,
  PhraseMatcher,
  PhrasePattern,
} from './match-phrases.ts'
export { countWords, phraseTokens } from './phrase-tokens.ts'
export type { PhraseToken } from './phrase-tokens.ts'
export { checkPattern, leveledPattern } from './check-pattern.ts'
