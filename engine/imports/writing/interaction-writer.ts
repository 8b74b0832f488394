import type { WritableDatabase } from '../../store/index.ts'
import { insertFact, readFact } from '../layers/facts.store.ts'
import { differences } from '../layers/fold.ts'
import { stateAgain } from '../layers/state.ts'
import { interactionStatement, type InteractionRow } from './interaction-row.ts'
import {
  countInteractions,
  createInteractionInserter,
  dropInteractionIndexes,
  findByContact,
  findByContent,
  readKeys,
  type InteractionCandidate,
} from './interactions.store.ts'
import { createSeenNumbers, hash53 } from './seen-numbers.ts'

export type WriteOutcome = 'added' | 'updated' | 'unchanged'

/** Writes the contacts of one import. Outcomes of rows put off to the end are reported by `finish`. */
export interface InteractionWriter {
  /** The outcome, or null when it is only known at the end. */
  write(row: InteractionRow, rowNumber: number): WriteOutcome | null
  /** Writes what waits and gives the outcomes that were put off, by row number. */
  finish(): { rowNumber: number; outcome: WriteOutcome }[]
}

/** More rows than this put off, and the load goes on one by one instead. */
const MOST_WAITING = 50_000
/** A bulk load pays when the file brings far more than is there already. */
const BULK_FROM_ROWS = 20_000
const BULK_WHEN_LARGER_BY = 4

function isSameLeg(candidate: InteractionCandidate, row: InteractionRow): boolean {
  if (candidate.legRef !== null && row.legRef !== null) return candidate.legRef === row.legRef
  return candidate.startedAt === row.startedAt && candidate.identityId === row.identityId
}

/** Whether the row says nothing that is not there already: the same line twice. */
function isRepetition(database: WritableDatabase, id: number, row: InteractionRow): boolean {
  return differences(readFact(database, 'interactions', id)!.values, interactionStatement(row)).length === 0
}

/**
 * The writer for one import. A contact id stands for one fact; several rows of a file with one id are legs, told apart by leg id, or
 * by start and agent, or by line where these agree too. `expectedRows` (an estimate) decides whether the rows are loaded in bulk,
 * with the indexes built afterwards. Days that change are added to `affectedDays`.
 */
export function createInteractionWriter(
  database: WritableDatabase,
  owner: { importId: number; sourceId: number },
  expectedRows: number,
  affectedDays: Set<number>,
): InteractionWriter {
  const before = countInteractions(database)
  const inserter = createInteractionInserter(database, owner)
  /** Facts that were there before and that this import has stated already. */
  const statedBefore = new Set<number>()
  const repeats = new Map<string, number>()
  const seen = createSeenNumbers()
  const waiting: { row: InteractionRow; rowNumber: number }[] = []
  const isBulk = expectedRows > BULK_FROM_ROWS && expectedRows > before.n * BULK_WHEN_LARGER_BY
  let buildIndexes: (() => void) | null = isBulk ? dropInteractionIndexes(database) : null
  const there = createSeenNumbers()
  if (isBulk && before.n > 0)
    for (const key of readKeys(database)) there.add(hash53(key.contactRef ?? key.contentKey ?? ''))

  const isStated = (id: number) => id > before.lastId || statedBefore.has(id)
  const add = (row: InteractionRow, rowNumber: number): WriteOutcome => {
    insertFact(database, 'interactions', { ...owner, rowNumber }, interactionStatement(row))
    return 'added'
  }
  const again = (id: number, row: InteractionRow, rowNumber: number): WriteOutcome => {
    if (id <= before.lastId) statedBefore.add(id)
    return stateAgain(
      database,
      'interactions',
      id,
      { importId: owner.importId, rowNumber },
      interactionStatement(row),
      affectedDays,
    )
  }

  const writeLeg = (row: InteractionRow, rowNumber: number): WriteOutcome => {
    const candidates = findByContact(database, owner.sourceId, row.contactRef!)
    const free = candidates.filter((candidate) => !isStated(candidate.id))
    const leg = free.find((candidate) => isSameLeg(candidate, row))
    if (leg) return again(leg.id, row, rowNumber)
    const twin = candidates.find((candidate) => isStated(candidate.id) && isSameLeg(candidate, row))
    if (twin && isRepetition(database, twin.id, row)) return 'unchanged'
    // the id is the key: what stands under it is the same contact, corrected since
    if (candidates.length === 1 && free.length === 1) return again(free[0]!.id, row, rowNumber)
    return add(row, rowNumber)
  }
  const writeKeyless = (row: InteractionRow, rowNumber: number): WriteOutcome => {
    const id = findByContent(database, owner.sourceId, row.contentKey!)
    return id === undefined ? add(row, rowNumber) : again(id, row, rowNumber)
  }
  const writeNow = (row: InteractionRow, rowNumber: number): WriteOutcome =>
    row.contactRef === null ? writeKeyless(row, rowNumber) : writeLeg(row, rowNumber)

  /** Numbers rows that are alike in a file without contact ids, and tells whether the contact may be there already. */
  const mayBeThere = (row: InteractionRow): boolean => {
    const isRepeated = seen.add(hash53(row.contactRef ?? row.contentKey!))
    if (row.contactRef === null) {
      const ordinal = isRepeated ? (repeats.get(row.contentKey!) ?? 0) + 1 : 0
      if (isRepeated) repeats.set(row.contentKey!, ordinal)
      row.contentKey = `${row.contentKey}:${ordinal}`
    }
    return (
      (row.contactRef !== null && isRepeated) ||
      (there.size > 0 && there.has(hash53(row.contactRef ?? row.contentKey!)))
    )
  }
  const drain = (): { rowNumber: number; outcome: WriteOutcome }[] => {
    inserter.flush()
    buildIndexes?.()
    buildIndexes = null
    return waiting.splice(0).map(({ row, rowNumber }) => ({ rowNumber, outcome: writeNow(row, rowNumber) }))
  }
  const late: { rowNumber: number; outcome: WriteOutcome }[] = []

  return {
    write(row, rowNumber) {
      const isFresh = !mayBeThere(row)
      if (!buildIndexes) return writeNow(row, rowNumber)
      if (isFresh) {
        inserter.add(row, rowNumber)
        return 'added'
      }
      waiting.push({ row, rowNumber })
      if (waiting.length > MOST_WAITING) late.push(...drain())
      return null
    },
    finish() {
      return [...late, ...drain()]
    },
  }
}
