import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { t } from '#speech'
import { createAffectedDays } from '../affected-days.ts'
import { writing, writingInPieces, type EngineContext } from '../context.ts'
import {
  chooseIds,
  chooseNothing,
  chooseOlder,
  chosenIds,
  deletedKeys,
  erase,
  hasSound,
  hasWords,
  parts,
  type Part,
} from '../erasing/index.ts'
import { actAtHand, addDetails, policyInForce } from '../governance/index.ts'
import { figuresToKeep } from '../coaching/index.ts'
import { refreshFactsInPieces } from '../imports/index.ts'
import { rebuildInPieces } from '../metrics/index.ts'
import { refreshPeople } from '../people/index.ts'
import { cutoffs } from './clocks.ts'
import { insertDeletion, readDeletionRow, updateDeletion } from './deletions.store.ts'
import { holdBackAll } from './holds.ts'

/** How long a transaction should take, and with it how long others wait who write meanwhile. */
const PIECE_MS = 50

/** How many of each part go in one transaction: what the last one took says how many the next one takes. */
const atOnce = { first: 200, least: 100, most: 5000 }

/**
 * Deletes what the clocks of the policy no longer let be kept and no hold keeps, a few hundred at a time, each with the proof in one transaction:
 * what an interrupted run took is told, and the next one goes on. Gives the number of the proof; null where nothing was due.
 */
export async function expire(
  context: EngineContext,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number, step: string) => void },
): Promise<{ deletionId: number | null }> {
  const at = context.now()
  const due = await writing(context, (database) => {
    chooseNothing(database)
    chooseOlder(database, cutoffs(database, at))
    const heldBack = holdBackAll(database)
    return { heldBack, ids: new Map(parts.map((part) => [part, chosenIds(database, part)])) }
  })
  const total = [...due.ids.values()].reduce((sum, ids) => sum + ids.length, 0)
  let deletionId: number | null = null
  let done = 0
  let size = atOnce.first
  let hasRemovedFacts = false
  for (;;) {
    signal.throwIfAborted()
    const batch = nextBatch(due.ids, size)
    if (batch === null) break
    let tookMs = PIECE_MS
    await writing(context, (database) => {
      const keys = deletedKeys(database)
      if (keys === null) return
      const began = performance.now()
      chooseNothing(database)
      for (const [part, ids] of batch) chooseIds(database, part, ids)
      const affected = createAffectedDays()
      const erased = erase(database, { at, keys, affected, withReferences: false })
      if (hasWords(database) || hasSound(database, erased.sounds))
        throw new Error('Something that was deleted is still there.')
      // what the figures of these days rest on is right at every commit; the rest follows at the end
      const pieces = rebuildInPieces(database, affected)
      while (!pieces.next().done);
      if (Object.keys(erased.counts).length > 0)
        deletionId = keepProof(database, deletionId, erased, { at, heldBack: due.heldBack })
      hasRemovedFacts ||= erased.hasRemovedFacts
      tookMs = performance.now() - began
    })
    size = Math.round(Math.min(Math.max(size * Math.min(2, PIECE_MS / tookMs), atOnce.least), atOnce.most))
    done += [...batch.values()].reduce((sum, ids) => sum + ids.length, 0)
    onProgress(done / total, t`Deleting what is older than the policy lets be kept`)
    await breathe()
  }
  if (deletionId !== null) await bringUpToDate(context, at, hasRemovedFacts)
  return { deletionId }
}

/** What follows from the facts and from which words and sounds are left, then what is kept for the next start: piece by piece, so that nobody waits for all of it. */
async function bringUpToDate(context: EngineContext, at: number, hasRemovedFacts: boolean): Promise<void> {
  // who is who may rest on a fact, and on no word
  if (hasRemovedFacts) await writingInPieces(context, (database) => refreshPeople(database, at))
  await writingInPieces(context, (database) =>
    refreshFactsInPieces(database, createAffectedDays(), at, undefined, 'as they are'),
  )
  for (const keep of figuresToKeep) {
    await writing(context, keep)
    await breathe()
  }
}

function nextBatch(left: ReadonlyMap<Part, number[]>, size: number): Map<Part, number[]> | null {
  const batch = new Map([...left].map(([part, ids]) => [part, ids.splice(0, size)]))
  return [...batch.values()].every((ids) => ids.length === 0) ? null : batch
}

type Database = Parameters<Parameters<typeof writing>[1]>[0]

/** Adds a batch to the proof of this run. */
function keepProof(
  database: Database,
  deletionId: number | null,
  { counts, digest }: { counts: Record<string, number>; digest: string },
  { at, heldBack }: { at: number; heldBack: readonly { holdId: number; count: number }[] },
): number {
  const before = deletionId === null ? undefined : readDeletionRow(database, deletionId)
  if (!before) {
    const id = insertDeletion(database, {
      at,
      who: actAtHand().who,
      kind: 'retention',
      why: '',
      policyVersion: policyInForce(database).version,
      counts: JSON.stringify(counts),
      heldBack: JSON.stringify(heldBack),
      digest,
      verifiedAt: at,
    })
    addDetails({ deletion: id })
    return id
  }
  const sums = JSON.parse(before.counts) as Record<string, number>
  for (const [what, count] of Object.entries(counts)) sums[what] = (sums[what] ?? 0) + count
  updateDeletion(database, before.id, {
    counts: JSON.stringify(sums),
    // each batch is chained to the ones before it
    digest: createHash('sha256').update(`${before.digest}\n${digest}`).digest('hex'),
  })
  return before.id
}
