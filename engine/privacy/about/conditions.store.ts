import type { HeldKind } from '../../../shared/domain/held-kinds.ts'

/** Sets of what is about somebody, each a JSON list by which a condition finds its rows: `@interactions` and so on. `reach.store.ts` fills them. */
export const reachSets = [
  'identities',
  'interactions',
  'transcripts',
  'evaluations',
  'surveys',
  'reviews',
  'sessions',
  /** What an agent is called: names, ids and addresses. */
  'names',
  /** What a customer's contacts are called. */
  'references',
  /** The keyed hashes of a customer. */
  'customers',
] as const
export type ReachSet = (typeof reachSets)[number]

/** What a table can hold about somebody, and how its rows are found. Conditions are SQL with the sets as named parameters. */
export interface AboutTable {
  /** Every column there is: a test fails where one is new, so that somebody says what it holds. */
  columns: string
  /** Which rows are about an agent; null where none can be. */
  agent: string | null
  /** Which rows are about a customer. */
  customer: string | null
  /** Under which kind rows are counted; without, with what hangs on others. */
  kind?: HeldKind
  /** First and last day of a row, as day numbers. */
  days?: readonly [string, string]
  /** When it was, as an instant, where a row has no day. */
  instant?: string
  /** A row is about others, too: who deletes takes out a part of it. */
  isShared?: true
  /** Follows another table by itself. */
  isCopy?: true
  /** Why it holds nothing about either. */
  why?: string
  /** It may hold something, and which rows do cannot be told: why, and what deletion does instead. */
  beyond?: string
}

/** Rows whose column is in a set. */
export function among(column: string, set: ReachSet): string {
  return `${column} IN (SELECT value FROM json_each(@${set}))`
}

/** Rows about two people of whom either is meant. */
export function either(one: string, other: string): string {
  return `(${among(one, 'identities')} OR ${among(other, 'identities')})`
}

/** Rows in whose text one of the words stands, whatever the case. */
export function holds(column: string, set: 'names' | 'references'): string {
  return `EXISTS (SELECT 1 FROM json_each(@${set}) AS word WHERE instr(lower(${column}), lower(word.value)) > 0)`
}

/** Entries of the audit log whose record names one of the set: `agentId 7`, or `agentIds 7 9` among others. */
export function listed(name: string, set: ReachSet): string {
  const after = `substr(', ' || record || ',', instr(', ' || record || ',', ', ${name} ') + ${name.length + 2})`
  const list = `substr(${after}, 1, instr(${after}, ',') - 1) || ' '`
  return `(instr(', ' || record, ', ${name} ') > 0 AND EXISTS (SELECT 1 FROM json_each(@${set}) AS one WHERE instr(${list}, ' ' || one.value || ' ') > 0))`
}

/** A table that holds nothing about an agent or a customer. */
export function neither(columns: string, why: string): AboutTable {
  return { columns, agent: null, customer: null, why }
}

/** A table in which it cannot be told which rows are about somebody. */
export function beyond(columns: string, why: string): AboutTable {
  return { columns, agent: null, customer: null, beyond: why }
}
