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

/** How far into the first turn a name is looked for, and into the second after a bare "yes?". */
const openingWords = [12, 5]
const fewWords = 3

/** The first word of the opening, of the agent's turns in order, that is none of the commonest: it may be a name. */
export function uncommonInOpening(
  turns: readonly (readonly { word: string }[])[],
): { turn: number; at: number } | undefined {
  const opening = turns.slice(0, (turns[0]?.length ?? 0) < fewWords ? 2 : 1)
  for (const [turn, tokens] of opening.entries()) {
    const at = tokens.slice(0, openingWords[turn]).findIndex(({ word }) => !isCommonEnglish(word))
    if (at >= 0) return { turn, at }
  }
  return undefined
}
