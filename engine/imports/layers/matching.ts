import { ruleFor, type FactKind, type FactValue, type Statement } from '../../fact-kinds.ts'
import { differences } from './fold.ts'

/** What came of one row. */
export type WriteOutcome = 'added' | 'updated' | 'unchanged'

/** A row's outcome that was only known at the end. */
export interface LateOutcome {
  rowNumber: number
  outcome: WriteOutcome
}

/** A fact with the same key as a row, and what tells it from others with that key. */
export interface Candidate {
  id: number
  telling: ReadonlyMap<string, FactValue>
}

/** Where facts of one kind and source are looked up and written: the workspace, or memory when an undo works them out anew. */
export interface MatchingFacts {
  /** The facts with this key, in the order of import and row. */
  candidates(key: Statement): Candidate[]
  /** Everything that stands of a fact. */
  standing(id: number): Statement
  /** What this import has stated of a fact so far; undefined where it has not. */
  stated(id: number): Statement | undefined
  add(rowNumber: number, statement: Statement): void
  again(id: number, rowNumber: number, statement: Statement): WriteOutcome
}

/** Finds, row by row, which fact the rows of one import are about. */
export interface RowMatcher {
  /** Takes a row; `isRepeated` when an earlier row of the import had the same key. Null: known at the end. */
  write(rowNumber: number, statement: Statement, isRepeated: boolean): WriteOutcome | null
  finish(): LateOutcome[]
}

/** More rows than this are not put off to the end. */
const MOST_WAITING = 50_000

/** The key of a statement: its key columns, those that are filled. */
export function keyOf(kind: FactKind, statement: Statement): Statement {
  const key: Statement = new Map()
  for (const column of ruleFor(kind, statement)?.key ?? []) {
    const value = statement.get(column)
    if (value !== undefined) key.set(column, value)
  }
  return key
}

/** A key as one text. */
export function keyText(kind: FactKind, key: Statement): string {
  return (ruleFor(kind, key)?.key ?? []).map((column) => key.get(column) ?? '').join('\u001f')
}

/** How surely a row is about a candidate: the more, the surer; below 0 it is about another one. A blank says neither. */
function sameness(kind: FactKind, candidate: Candidate, statement: Statement): number {
  const { telling, isDecisive } = ruleFor(kind, statement)!
  let sum = 0
  for (const [place, column] of telling.entries()) {
    const theirs = candidate.telling.get(column)
    const ours = statement.get(column)
    if (theirs === undefined || ours === undefined) continue
    if (theirs !== ours) return -1
    sum += 2 ** (telling.length - place)
    if (isDecisive && place === 0) break
  }
  return sum
}

/**
 * Decides which fact each row of an import is about. A row that says what the import has said already is the same line twice. Else it
 * is about the free fact that nothing tells it from; the one it agrees with first. Else, where its key is unique in the file and in the
 * workspace, the key decides: the fact is corrected. Else it is a fact of its own. All of it depends on the file and the facts alone,
 * so that an undo can work it out again.
 */
export function createRowMatcher(kind: FactKind, facts: MatchingFacts): RowMatcher {
  const waiting = new Map<string, { rowNumber: number; statement: Statement; isUnique: boolean }>()

  const bestOf = (free: readonly Candidate[], statement: Statement): Candidate | undefined => {
    const fitting = free
      .map((candidate) => ({ candidate, sum: sameness(kind, candidate, statement) }))
      .filter(({ sum }) => sum >= 0)
    const most = Math.max(...fitting.map(({ sum }) => sum))
    const surest = fitting.filter(({ sum }) => sum === most).map(({ candidate }) => candidate)
    const agreeing =
      surest.length > 1
        ? surest.find(({ id }) => differences(facts.standing(id), statement).length === 0)
        : undefined
    return agreeing ?? surest[0]
  }
  const says = (said: Statement | undefined, statement: Statement) =>
    said !== undefined && differences(said, statement).length === 0
  const add = (rowNumber: number, statement: Statement): WriteOutcome => {
    facts.add(rowNumber, statement)
    return 'added'
  }

  const drain = (): LateOutcome[] => {
    const late = [...waiting].map(([, { rowNumber, statement, isUnique }]) => {
      const [only, ...others] = facts.candidates(keyOf(kind, statement))
      const isCorrection = isUnique && only !== undefined && others.length === 0
      const outcome = isCorrection ? facts.again(only.id, rowNumber, statement) : add(rowNumber, statement)
      return { rowNumber, outcome }
    })
    waiting.clear()
    return late
  }
  const late: LateOutcome[] = []

  return {
    write(rowNumber, statement, isRepeated) {
      const key = keyOf(kind, statement)
      const candidates = facts.candidates(key)
      const free: Candidate[] = []
      if (isRepeated) {
        const first = waiting.get(keyText(kind, key))
        if (first && says(first.statement, statement)) return 'unchanged'
        for (const candidate of candidates) {
          const said = facts.stated(candidate.id)
          if (says(said, statement)) return 'unchanged'
          if (said === undefined) free.push(candidate)
        }
        if (first) first.isUnique = false
      } else free.push(...candidates)
      const best = bestOf(free, statement)
      if (best) return facts.again(best.id, rowNumber, statement)
      const { correctsWith } = ruleFor(kind, statement)!
      const mayCorrect = correctsWith === undefined || statement.has(correctsWith)
      if (isRepeated || candidates.length !== 1 || !mayCorrect) return add(rowNumber, statement)
      waiting.set(keyText(kind, key), { rowNumber, statement, isUnique: true })
      if (waiting.size > MOST_WAITING) late.push(...drain())
      return null
    },
    finish: () => [...late.splice(0), ...drain()],
  }
}
