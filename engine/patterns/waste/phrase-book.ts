/** A phrase said in several conversations. */
export interface FrequentPhrase {
  words: readonly string[]
  /** The conversations it is said in, ascending. */
  conversations: Int32Array
  /** In each of them: the first turn it is said in, and how many words the turns with it have. */
  segments: Int32Array
  turnWords: Int32Array
}

/** The words of one conversation's agent: numbered, turns parted by -1, with the turn each word stands in. */
interface Spoken {
  words: Int32Array
  segments: Int32Array
}

/** Collects what agents say, conversation by conversation. */
export interface PhraseBook {
  /** Turns of one conversation's agent: words as `phraseTokens` gives them, placeholders (`[]`) part phrases. */
  add(turns: readonly { segment: number; words: readonly string[] }[]): void
  /** The phrases, found in pieces: between two of them others may work. */
  find(limits: PhraseLimits): Generator<void, FrequentPhrase[]>
}

export interface PhraseLimits {
  fewestWords: number
  mostWords: number
  fewestConversations: number
  /** A phrase is dropped for a longer one that is said in at least this share of its conversations. */
  mergeShare: number
}

const CONVERSATIONS_PER_PIECE = 20
const PHRASES_PER_PIECE = 50
const BREAK = -1

/**
 * Frequent word sequences, level by level: a sequence of n words can only be frequent where both its parts of n - 1 words are
 * (Agrawal & Srikant 1994). Every conversation counts once.
 */
export function createPhraseBook(): PhraseBook {
  const numbers = new Map<string, number>()
  const names: string[] = []
  const spoken: Spoken[] = []
  const numberOf = (word: string) => {
    if (word === '[]') return BREAK
    let number = numbers.get(word)
    if (number === undefined) {
      number = names.length
      numbers.set(word, number)
      names.push(word)
    }
    return number
  }
  return {
    add(turns) {
      const length = turns.reduce((sum, { words }) => sum + words.length + 1, 0)
      const words = new Int32Array(length)
      const segments = new Int32Array(length)
      let at = 0
      for (const turn of turns) {
        for (const word of turn.words) {
          words[at] = numberOf(word)
          segments[at++] = turn.segment
        }
        words[at] = BREAK
        segments[at++] = turn.segment
      }
      spoken.push({ words, segments })
    },
    *find(limits) {
      // in place: the sequence that begins at each word, by its number at this level
      const places = spoken.map(({ words }) => Int32Array.from(words))
      let level: Level = { count: names.length, parents: null, conversations: new Int32Array(0) }
      const levels: Level[] = [level]
      yield* keepFrequent(places, level, limits.fewestConversations)
      for (let length = 2; length <= limits.mostWords; length++) {
        level = yield* extended(places, level, limits.fewestConversations)
        levels.push(level)
        if (length < limits.fewestWords) continue
        level.kept = yield* gather(places, spoken)
      }
      return yield* phrasesOf(levels, names, limits)
    },
  }
}

interface Level {
  count: number
  /** First and second part of each sequence, numbers of the level below. */
  parents: { first: Int32Array; second: Int32Array } | null
  /** In how many conversations each is said. */
  conversations: Int32Array
  kept?: Map<number, Gathered>
}

interface Gathered {
  conversations: number[]
  segments: number[]
  turnWords: number[]
}

/** Counts the conversations of each sequence, and takes those out of the places that are said in too few. */
function* keepFrequent(places: readonly Int32Array[], level: Level, fewest: number): Generator<void, void> {
  const counts = new Int32Array(level.count)
  const last = new Int32Array(level.count).fill(-1)
  for (const [conversation, own] of places.entries()) {
    for (const number of own)
      if (number >= 0 && last[number] !== conversation) {
        last[number] = conversation
        counts[number]! += 1
      }
    if (conversation % CONVERSATIONS_PER_PIECE === 0) yield
  }
  level.conversations = counts
  for (const [conversation, own] of places.entries()) {
    for (let at = 0; at < own.length; at++) if (own[at]! >= 0 && counts[own[at]!]! < fewest) own[at] = BREAK
    if (conversation % CONVERSATIONS_PER_PIECE === 0) yield
  }
}

/** The sequences one word longer; `places` then holds theirs. */
function* extended(places: readonly Int32Array[], below: Level, fewest: number): Generator<void, Level> {
  const numbers = new Map<number, number>()
  const first: number[] = []
  const second: number[] = []
  for (const [conversation, own] of places.entries()) {
    for (let at = 0; at < own.length; at++) {
      const next = at + 1 < own.length ? own[at + 1]! : BREAK
      const from = own[at]!
      if (from < 0 || next < 0) {
        own[at] = BREAK
        continue
      }
      const key = from * below.count + next
      let number = numbers.get(key)
      if (number === undefined) {
        number = first.length
        numbers.set(key, number)
        first.push(from)
        second.push(next)
      }
      own[at] = number
    }
    if (conversation % CONVERSATIONS_PER_PIECE === 0) yield
  }
  const level: Level = {
    count: first.length,
    parents: { first: Int32Array.from(first), second: Int32Array.from(second) },
    conversations: new Int32Array(0),
  }
  yield* keepFrequent(places, level, fewest)
  return level
}

/** Where each frequent sequence of a level is said. */
function* gather(
  places: readonly Int32Array[],
  spoken: readonly Spoken[],
): Generator<void, Map<number, Gathered>> {
  const gathered = new Map<number, Gathered>()
  for (const [conversation, own] of places.entries()) {
    const { segments } = spoken[conversation]!
    const lengths = turnLengths(segments)
    for (let at = 0; at < own.length; at++) {
      const number = own[at]!
      if (number < 0) continue
      let one = gathered.get(number)
      if (one === undefined) gathered.set(number, (one = { conversations: [], segments: [], turnWords: [] }))
      const segment = segments[at]!
      if (one.conversations.at(-1) !== conversation) {
        one.conversations.push(conversation)
        one.segments.push(segment)
        one.turnWords.push(lengths.get(segment)!)
      }
    }
    if (conversation % CONVERSATIONS_PER_PIECE === 0) yield
  }
  return gathered
}

function turnLengths(segments: Int32Array): Map<number, number> {
  const lengths = new Map<number, number>()
  // the break at the end of each turn is no word
  for (const segment of segments) lengths.set(segment, (lengths.get(segment) ?? -1) + 1)
  return lengths
}

function* phrasesOf(
  levels: readonly Level[],
  names: readonly string[],
  limits: PhraseLimits,
): Generator<void, FrequentPhrase[]> {
  const found: FrequentPhrase[] = []
  const wordsOf = (depth: number, number: number): string[] => {
    const { parents } = levels[depth]!
    if (parents === null) return [names[number]!]
    return [...wordsOf(depth - 1, parents.first[number]!), lastWord(depth - 1, parents.second[number]!)]
  }
  const lastWord = (depth: number, number: number): string => {
    const { parents } = levels[depth]!
    return parents === null ? names[number]! : lastWord(depth - 1, parents.second[number]!)
  }
  for (const [depth, level] of levels.entries()) {
    if (level.kept === undefined) continue
    // how many conversations the most frequent longer sequence around each one has
    const longer = new Int32Array(level.count)
    const above = levels[depth + 1]
    above?.conversations.forEach((count, number) => {
      if (count < limits.fewestConversations) return
      for (const part of [above.parents!.first[number]!, above.parents!.second[number]!])
        longer[part] = Math.max(longer[part]!, count)
    })
    for (const [number, own] of level.kept) {
      if (found.length % PHRASES_PER_PIECE === 0) yield
      if (longer[number]! >= limits.mergeShare * own.conversations.length) continue
      found.push({
        words: wordsOf(depth, number),
        conversations: Int32Array.from(own.conversations),
        segments: Int32Array.from(own.segments),
        turnWords: Int32Array.from(own.turnWords),
      })
    }
  }
  return found
}
