import { isCommonEnglish } from '../../../language/index.ts'

export type Tolerance = 'off' | 'one-edit' | 'sounds-alike'

/** Shorter words are never taken for others: one letter makes another word of them. */
const shortestTolerated = 5
const shortestSound = 3
const mostLettersApart = 2

/** For a word that was recognised, the words of the phrases it may stand for. */
export type AlikeWords = (word: string) => readonly string[]

/**
 * Words of phrases that a recognised word may stand for: one letter more, less, other or two swapped (Damerau 1964), or the same
 * sound. Both have five letters and more; a word that the phrases name themselves, or one of the commonest of English, is itself.
 */
export function alikeWords(words: ReadonlySet<string>, tolerance: Tolerance): AlikeWords {
  if (tolerance === 'off') return () => []
  const byVariant = new Map<string, string[]>()
  const bySound = new Map<string, string[]>()
  for (const word of words) {
    if (!isTolerable(word)) continue
    for (const variant of withoutOneLetter(word)) push(byVariant, variant, word)
    if (tolerance === 'sounds-alike') push(bySound, soundOf(word), word)
  }
  return (heard) => {
    if (!isTolerable(heard) || words.has(heard) || isCommonEnglish(heard)) return []
    const found = new Set<string>()
    for (const variant of withoutOneLetter(heard))
      for (const word of byVariant.get(variant) ?? []) if (isOneEdit(heard, word)) found.add(word)
    const sound = bySound.size === 0 ? '' : soundOf(heard)
    if (sound.length >= shortestSound)
      for (const word of bySound.get(sound) ?? [])
        if (Math.abs(word.length - heard.length) <= mostLettersApart) found.add(word)
    return [...found]
  }
}

function isTolerable(word: string): boolean {
  return word.length >= shortestTolerated && /^\p{L}+$/u.test(word)
}

/** The word itself and what is left of it without one letter: words one edit apart have one of these in common. */
function withoutOneLetter(word: string): Set<string> {
  const variants = new Set([word])
  for (let at = 0; at < word.length; at++) variants.add(word.slice(0, at) + word.slice(at + 1))
  return variants
}

function isOneEdit(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const [restA, restB] = [a.slice(same), b.slice(same)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

// Groups of letters that English writes for one sound, in order; then vowels after the first letter go, and double letters become one.
const sounds: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^wh/, 'w'],
  [/^x/, 's'],
  [/mb$/, 'm'],
  [/ph/g, 'f'],
  [/tch/g, 'C'],
  [/ch/g, 'C'],
  [/sch/g, 'S'],
  [/sh/g, 'S'],
  [/[ct]i(?=[aou])/g, 'S'],
  [/th/g, 'T'],
  [/dg(?=[eiy])/g, 'j'],
  [/gh/g, ''],
  [/ck/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/v/g, 'f'],
]

/** A key that words have in common which sound alike in English, after the idea of Philips' Metaphone (1990), much simplified. */
function soundOf(word: string): string {
  let key = word
  for (const [letters, sound] of sounds) key = key.replace(letters, sound)
  const first = /^[aeiouy]/.test(key) ? 'a' : key.slice(0, 1)
  return (first + key.slice(1).replaceAll(/[aeiouywh]/g, '')).replaceAll(/(.)\1+/g, '$1')
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const words = map.get(key)
  if (words === undefined) map.set(key, [word])
  else words.push(word)
}
