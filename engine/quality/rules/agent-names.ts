import { isCommonEnglish, phraseTokens } from '../../language/index.ts'

const combining = /\p{M}/gu

/** A word without its accents, which recognition writes or leaves out. */
export function withoutAccents(word: string): string {
  return word.normalize('NFD').replaceAll(combining, '')
}

/** The words of an agent's names by which one is heard. "Will" is also another word and an initial is nobody: neither tells. */
export function agentNameWords(names: readonly string[]): Set<string> {
  const words = names.flatMap((name) => phraseTokens(name).map(({ word }) => withoutAccents(word)))
  return new Set(words.filter((word) => word.length > 1 && !isCommonEnglish(word)))
}
