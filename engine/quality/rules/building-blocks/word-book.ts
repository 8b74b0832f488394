import type { PhraseToken } from '../../../language/index.ts'

/** Numbers for words, so that conversations are kept as numbers and a search asks once per word whether a phrase can begin with it. */
export type WordBook = {
  idOf(word: string): number
  /** One token per word, without a place: what phrases are matched on. */
  readonly tokens: readonly PhraseToken[]
}

/** A new, empty book; it grows with every different word and is shared by conversations that are searched together. */
export function createWordBook(): WordBook {
  const ids = new Map<string, number>()
  const tokens: PhraseToken[] = []
  return {
    tokens,
    idOf: (word) => {
      const known = ids.get(word)
      if (known !== undefined) return known
      const id = tokens.length
      ids.set(word, id)
      tokens.push({ word, start: 0, end: 0 })
      return id
    },
  }
}
