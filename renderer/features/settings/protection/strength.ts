import { t } from '@lingui/core/macro'
/** How well a passphrase does, in words; `isEnough`: whether it is taken. */
export interface Strength {
  words: string
  isEnough: boolean
}

const LEAST_LETTERS = 12

/** Says how well a passphrase does. Length is what counts; letters that only repeat do not. */
export function strengthOf(passphrase: string): Strength {
  const letters = [...passphrase.trim()]
  if (letters.length < LEAST_LETTERS)
    return {
      words: t`At least ${LEAST_LETTERS} letters. Four or five words that do not belong together are best.`,
      isEnough: false,
    }
  if (new Set(letters.map((letter) => letter.toLowerCase())).size < 7)
    return { words: t`Weak: the same few letters over and over.`, isEnough: true }
  if (letters.length < 20)
    return { words: t`Fair. Another word would make it much stronger.`, isEnough: true }
  return { words: t`Strong, if nobody could find it in a book or on a note.`, isEnough: true }
}
