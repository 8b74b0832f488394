import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAffectedDays } from '../../../engine/affected-days.ts'
import { insertImport } from '../../../engine/imports/imports.store.ts'
import { ensureSource } from '../../../engine/imports/sources.store.ts'
import type { InteractionRow } from '../../../engine/imports/writing/interaction-row.ts'
import {
  createInteractionWriter,
  type BulkLoading,
} from '../../../engine/imports/writing/interaction-writer.ts'
import { stratumId } from '../../../engine/interactions/index.ts'
import { inTransaction } from '../../../engine/store/index.ts'
import { dump, strays } from '../../robustness/support/dump.ts'
import { openTestWorkspace } from '../../robustness/support/workspace.ts'

const row = fc.record({
  contactRef: fc.constantFrom(null, null, 'K-1', 'K-2', 'K-3', 'K-4'),
  legRef: fc.constantFrom(null, null, '1', '2'),
  contentKey: fc.constantFrom('x', 'y', 'z'),
  startedAt: fc.constantFrom(null, 1_772_442_000_000, 1_772_442_001_000, 1_772_528_400_000),
  talkMs: fc.constantFrom(null, 60_000, 61_000),
  language: fc.constantFrom(null, 'en'),
  description: fc.constantFrom(null, null, 'wants a refund'),
})

type Given = typeof row extends fc.Arbitrary<infer Row> ? Row : never

const never: BulkLoading = { fromRows: Number.POSITIVE_INFINITY, whenLargerBy: 0, mostWaiting: 50_000 }

/** What a workspace holds after these files were written one after the other, and what came of every row. */
async function written(files: readonly (readonly Given[])[], loading: BulkLoading) {
  const workspace = await openTestWorkspace()
  try {
    const database = workspace.engine.context.write!
    const sourceId = ensureSource(database, { name: 'acd', timeZone: 'UTC', now: 0 })
    const outcomes = files.map((rows, file) =>
      inTransaction(database, () => {
        const importId = insertImport(database, {
          sourceId,
          kind: 'interactions',
          vendor: null,
          confidence: 1,
          fileName: `file-${file}`,
          filePath: null,
          place: null,
          fileSha256: String(file),
          fileBytes: 0,
          mappings: '[]',
          importedAt: 0,
        })
        const unknown = stratumId(database, 0, 0, 0)
        const writer = createInteractionWriter(
          database,
          { importId, sourceId },
          1000,
          createAffectedDays(),
          loading,
        )
        const now = rows.flatMap((given, index) => {
          const outcome = writer.write(aRow(given, unknown), index + 2)
          return outcome === null ? [] : [{ rowNumber: index + 2, outcome }]
        })
        return [...now, ...writer.finish()].toSorted((a, b) => a.rowNumber - b.rowNumber)
      }),
    )
    expect(strays(database)).toEqual([])
    const { interactions, texts } = dump(database)
    const layers = database.raw
      .prepare('SELECT import_id, row_number, mask, patch FROM fact_layers ORDER BY import_id, row_number')
      .all()
    const indexes = database.raw
      .prepare(
        `SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'interactions' ORDER BY name`,
      )
      .all()
    return { outcomes, interactions, texts: texts?.length, layers, indexes }
  } finally {
    await workspace.close()
  }
}

function aRow(given: Given, stratum: number): InteractionRow {
  return {
    ...given,
    contentKey: given.contactRef === null ? given.contentKey : null,
    identityId: null,
    stratumId: stratum,
    queueId: null,
    reasonId: null,
    channelId: null,
    day: given.startedAt === null ? null : Math.floor(given.startedAt / 86_400_000),
    endedAt: null,
    direction: null,
    waitMs: null,
    holdMs: null,
    acwMs: null,
    statedHandleMs: null,
    isTransferred: null,
    isAnswered: null,
    isResolved: null,
    dispositionId: null,
    customerHash: null,
    subject: null,
  }
}

test(
  'contacts loaded in bulk come out exactly as those written one by one',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(row, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 2 }),
        fc.constantFrom(0, 3, 50_000),
        async (files, mostWaiting) => {
          const bulk = await written(files, { fromRows: 0, whenLargerBy: 0, mostWaiting })
          expect(bulk).toEqual(await written(files, never))
        },
      ),
      { numRuns: 25, endOnFailure: true },
    )
  },
)
