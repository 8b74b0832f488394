/** Words that follow each other; the last may be only the beginning of a word. */
export interface Phrase {
  words: readonly { text: string; folded: string }[]
  isPrefix: boolean
}

/** One phrase, or several with at most `within` words between them, in any order. */
export interface Alternative {
  phrases: readonly Phrase[]
  within: number | null
}

/** Any one of these. */
export type Clause = readonly Alternative[]

/** What somebody looks for. Times are milliseconds from the start, or back from the end, of the conversation. */
export interface Query {
  /** All of these occur, in one turn or (`scope`) somewhere in the conversation. */
  clauses: readonly Clause[]
  /** None of these occur. */
  excluded: Clause
  speaker: 'agent' | 'customer' | null
  firstMs: number | null
  lastMs: number | null
  scope: 'turn' | 'conversation'
}

/** A query, or the sentence that says why it cannot be searched for. */
export type Parsed = { query: Query } | { problem: string }
