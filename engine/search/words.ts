/** A word of a text: as it stands, as it compares (no case, no accents), and where it is (UTF-16 characters). */
export interface Word {
  text: string
  folded: string
  start: number
  end: number
}

const wordPattern = /[\p{L}\p{N}\p{M}\p{Co}]+/gu

/** Case and accents taken off, so that `Café` and `cafe` are one word. */
function fold(text: string): string {
  // most words of a transcript are plain already
  if (/^[a-z0-9]+$/.test(text)) return text
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
}

/** The words of a text as the index has them (SQLite's `unicode61`): runs of letters and digits; everything else divides. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    const folded = fold(match[0])
    // marks alone are no word
    if (folded !== '')
      words.push({ text: match[0], folded, start: match.index, end: match.index + match[0].length })
  }
  return words
}
