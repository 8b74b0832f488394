import type { CompiledPhrase, PhrasesByWord } from '../../../language/index.ts'
import type { AlikeWords } from './tolerance.ts'
import type { WordBook } from './word-book.ts'

/** Phrases in one number of the masks. */
const maskBits = 32
/** Of a book that has hardly begun. */
const leastWords = 1024

/** What a list of phrases has to do with each word of a book, by the word's number. */
export type WordTables = {
  /** Whether a phrase can begin with it, or with what it may stand for. */
  begins: Uint8Array
  /** The phrases that can begin with the word itself; undefined where none can. */
  phrases: (readonly CompiledPhrase[] | undefined)[]
  /** Which phrases need no word in particular, as bits. */
  always: Int32Array
  /** Which phrases need one of these words, as bits, so many numbers a word. */
  needed: Int32Array
  /** What it may stand for; undefined where it is only itself. */
  alike: (readonly string[] | undefined)[]
}

/** Asks once for each word of a book; the tables grow as the book does. */
export function wordTables(found: PhrasesByWord, alike: AlikeWords): (book: WordBook) => WordTables {
  const known = new WeakMap<WordBook, WordTables>()
  const masks = Math.ceil(found.size / maskBits)
  const always = new Int32Array(masks)
  for (const { index } of found.needingNone) setBit(always, 0, index)
  const none = (phrases: readonly CompiledPhrase[]) => phrases.length === 0
  return (book) => {
    const tables = known.get(book) ?? {
      begins: new Uint8Array(leastWords),
      phrases: [],
      always,
      needed: new Int32Array(leastWords * masks),
      alike: [],
    }
    known.set(book, tables)
    const { tokens } = book
    if (tables.begins.length < tokens.length) {
      const larger = new Uint8Array(tokens.length * 2)
      larger.set(tables.begins)
      tables.begins = larger
      const wider = new Int32Array(tokens.length * 2 * masks)
      wider.set(tables.needed)
      tables.needed = wider
    }
    for (let id = tables.phrases.length; id < tokens.length; id++) {
      const { word } = tokens[id]!
      const phrases = found.beginningWith(word)
      const others = alike(word)
      for (const { index } of found.needing(word)) setBit(tables.needed, id * masks, index)
      tables.phrases.push(none(phrases) ? undefined : phrases)
      tables.alike.push(others.length === 0 ? undefined : others)
      if (!none(phrases) || others.some((other) => !none(found.beginningWith(other)))) tables.begins[id] = 1
    }
    return tables
  }
}

function setBit(masks: Int32Array, from: number, index: number): void {
  masks[from + (index >> 5)]! |= 1 << (index & 31)
}

/** Which phrases can be in a turn: those whose needed words are there. */
export function possibleIn(
  { always, needed }: WordTables,
  words: Int32Array,
  from: number,
  to: number,
): (phrase: CompiledPhrase) => boolean {
  const possible = always.slice()
  for (let at = from; at < to; at++) {
    const own = words[at]! * possible.length
    for (let mask = 0; mask < possible.length; mask++) possible[mask]! |= needed[own + mask]!
  }
  return ({ index }) => (possible[index >> 5]! & (1 << (index & 31))) !== 0
}
