import type { AffectedDays } from '../../affected-days.ts'
import type { WritableDatabase } from '../../store/index.ts'
import type { LateOutcome, WriteOutcome } from '../layers/matching.ts'
import { createSeenNumbers, hash53 } from '../layers/seen-numbers.ts'
import { createStatementWriter } from '../layers/statement-writer.ts'
import { interactionStatement, type InteractionRow } from './interaction-row.ts'
import {
  countInteractions,
  createInteractionInserter,
  dropInteractionIndexes,
  readKeys,
} from './interactions.store.ts'

/** Writes the contacts of one import. Outcomes of rows put off to the end are reported by `finish`. */
export interface InteractionWriter {
  /** The outcome, or null when it is only known at the end. */
  write(row: InteractionRow, rowNumber: number): WriteOutcome | null
  /** Writes what waits and gives the outcomes that were put off, by row number. */
  finish(): LateOutcome[]
}

/** When contacts are loaded in bulk; tests make it pay for a handful. */
export interface BulkLoading {
  /** A bulk load pays when the file brings far more than is there already. */
  fromRows: number
  whenLargerBy: number
  /** More rows than this put off, and the load goes on one by one instead. */
  mostWaiting: number
}

const USUAL: BulkLoading = { fromRows: 20_000, whenLargerBy: 4, mostWaiting: 50_000 }

/**
 * The writer for one import. `expectedRows` (an estimate) decides whether the rows are loaded in bulk, with the indexes built
 * afterwards: rows whose key is new go straight into the table, the others wait until it can be searched again. Days that change are
 * added to `affected`.
 */
export function createInteractionWriter(
  database: WritableDatabase,
  owner: { importId: number; sourceId: number },
  expectedRows: number,
  affected: AffectedDays,
  loading: BulkLoading = USUAL,
): InteractionWriter {
  const before = countInteractions(database)
  const inserter = createInteractionInserter(database, owner)
  const writer = createStatementWriter(database, 'interactions', owner, affected)
  const repeats = new Map<string, number>()
  const seen = createSeenNumbers()
  const waiting: { row: InteractionRow; rowNumber: number; isRepeated: boolean }[] = []
  const isBulk = expectedRows > loading.fromRows && expectedRows > before * loading.whenLargerBy
  let buildIndexes: (() => void) | null = isBulk ? dropInteractionIndexes(database) : null
  const there = createSeenNumbers()
  if (isBulk && before > 0)
    for (const key of readKeys(database)) there.add(hash53(key.contactRef ?? key.contentKey ?? ''))

  const drain = (): LateOutcome[] => {
    inserter.flush()
    buildIndexes?.()
    buildIndexes = null
    return waiting.splice(0).flatMap(({ row, rowNumber, isRepeated }) => {
      const outcome = writer.write(rowNumber, interactionStatement(row), isRepeated)
      return outcome === null ? [] : [{ rowNumber, outcome }]
    })
  }
  const late: LateOutcome[] = []

  return {
    write(row, rowNumber) {
      const wasSeen = seen.add(hash53(row.contactRef ?? row.contentKey!))
      if (row.contactRef === null) {
        // rows that are alike in a file without contact ids are numbered
        const ordinal = wasSeen ? (repeats.get(row.contentKey!) ?? 0) + 1 : 0
        if (wasSeen) repeats.set(row.contentKey!, ordinal)
        row.contentKey = `${row.contentKey}:${ordinal}`
      }
      const isRepeated = wasSeen && row.contactRef !== null
      if (!buildIndexes) return writer.write(rowNumber, interactionStatement(row), isRepeated)
      const mayBeThere = there.size > 0 && there.has(hash53(row.contactRef ?? row.contentKey!))
      if (!isRepeated && !mayBeThere) {
        inserter.add(row, rowNumber)
        affected.added('interactions', row.day)
        return 'added'
      }
      waiting.push({ row, rowNumber, isRepeated })
      if (waiting.length > loading.mostWaiting) late.push(...drain())
      return null
    },
    finish: () => [...late, ...drain(), ...writer.finish()],
  }
}
