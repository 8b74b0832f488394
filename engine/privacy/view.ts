import type { Deletion, PrivacyStatus } from '../../shared/contract/privacy.ts'
import { standing } from '../backups/index.ts'
import type { EngineContext } from '../context.ts'
import { countOlder } from '../erasing/index.ts'
import { policyInForce } from '../governance/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { cutoffs, expiresFrom } from './clocks.ts'
import { readDeletionRow, readDeletions, type DeletionRow } from './deletions.store.ts'
import { readHolds } from './holds.ts'

function shown({ counts, heldBack, ...row }: DeletionRow): Deletion {
  return {
    ...row,
    counts: JSON.parse(counts) as Deletion['counts'],
    heldBack: JSON.parse(heldBack) as Deletion['heldBack'],
  }
}

/** One deletion with its proof. */
export function readDeletion(database: ReadableDatabase, id: number): Deletion {
  return shown(readDeletionRow(database, id)!)
}

/** How it stands with what is kept: clocks, holds, deletions. */
export function privacyStatus(context: EngineContext): PrivacyStatus {
  const { read } = context
  const now = context.now()
  const { retentionDays } = policyInForce(read).document.privacy
  const from = cutoffs(read, now)
  const clocks = (['audio', 'transcripts', 'scores'] as const).map((what) => ({
    what,
    days: retentionDays[what],
    due: from[what] === null ? 0 : countOlder(read, what, from[what]),
  }))
  const deletions = readDeletions(read).map(shown)
  const newest = deletions.find(({ kind }) => kind !== 'retention')
  const waits = clocks.some(({ due }) => due > 0)
  return {
    clocks,
    goesAt: waits ? Math.max(now, expiresFrom(context)) : null,
    holds: readHolds(read),
    deletions,
    backupsBefore: newest ? standing(context).backups.filter(({ at }) => at <= newest.at).length : 0,
  }
}
