/** Replaces names in texts. */
export type Veil = (text: string) => string

const WORD = /[\p{L}\p{N}]+/gu

const wordsOf = (text: string) => [...text.matchAll(WORD)].map(([word]) => word.toLowerCase())

/**
 * A veil over names: wherever their words stand one after the other, however they are parted (`Ada Okafor`, `ada_okafor.wav`, `ada.okafor@…`), what
 * stands for them is put, in the language at hand. Looks each word up, so that a thousand names cost no more than one. Names of one short word are left: they are words.
 */
export function veilOver(names: Iterable<{ name: string; standIn: () => string }>): Veil {
  const byFirst = new Map<string, { words: string[]; standIn: () => string }[]>()
  for (const { name, standIn } of names) {
    const words = wordsOf(name)
    if (words.length === 0 || (words.length === 1 && words[0]!.length < 4)) continue
    const orders = words.length === 2 ? [words, words.toReversed()] : [words]
    for (const order of orders) {
      const known = byFirst.get(order[0]!) ?? []
      known.push({ words: order, standIn })
      byFirst.set(order[0]!, known)
    }
  }
  for (const known of byFirst.values()) known.sort((a, b) => b.words.length - a.words.length)
  if (byFirst.size === 0) return (text) => text
  return (text) => {
    const found = [...text.matchAll(WORD)]
    let result = ''
    let from = 0
    for (let at = 0; at < found.length; at++) {
      const hit = byFirst
        .get(found[at]![0].toLowerCase())
        ?.find(({ words }) => words.every((word, step) => found[at + step]?.[0].toLowerCase() === word))
      if (!hit) continue
      const last = found[at + hit.words.length - 1]!
      result += text.slice(from, found[at]!.index) + hit.standIn()
      from = last.index + last[0].length
      at += hit.words.length - 1
    }
    return from === 0 ? text : result + text.slice(from)
  }
}
