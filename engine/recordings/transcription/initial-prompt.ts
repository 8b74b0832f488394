/** Whisper takes 224 tokens before the sound; four characters are about one. */
const MOST_CHARACTERS = 800

/**
 * What the recogniser is told beforehand, so that it spells names as the workspace does: a sentence of words, the most wanted first, cut
 * where it would not fit. Null where there is nothing to tell.
 */
export function initialPrompt(words: readonly string[]): string | null {
  const chosen: string[] = []
  let length = 0
  for (const word of new Set(words.map((one) => one.replace(/\s+/g, ' ').trim()))) {
    if (word === '' || length + word.length + 2 > MOST_CHARACTERS) continue
    chosen.push(word)
    length += word.length + 2
  }
  return chosen.length === 0 ? null : `${chosen.join(', ')}.`
}
