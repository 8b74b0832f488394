import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { readAnchor, writeAnchor } from './anchor-file.ts'
import { append } from './append.ts'
import { readHashAt, readHead } from './audit.store.ts'
import type { AuditHead } from './link.ts'
import { isPutAside } from './restored.ts'

/** Entries in which the log tells of itself what was found when a workspace was opened. */
export const departures = {
  /** It went further before than it goes now. */
  cutShort: 'audit.was-cut-short',
  /** It goes as far, but with another entry there. */
  rewritten: 'audit.was-rewritten',
  /** Nothing beside the workspace tells how far it went: a copy, or somebody removed what told it. */
  withoutAnchor: 'audit.without-anchor',
  /** The workspace was read out of a damaged file: entries and records may be missing from before. */
  salvaged: 'workspace.was-salvaged',
} as const

function departureOf(
  database: ReadableDatabase,
  head: AuditHead,
  anchor: ReturnType<typeof readAnchor>,
): (typeof departures)[keyof typeof departures] | null {
  if (anchor === null || anchor === 'damaged')
    return head.seq === 0 && anchor === null ? null : departures.withoutAnchor
  // a crash came between a restore and telling its head: the restored log itself tells of the one before
  if (isPutAside(database, anchor)) return null
  if (anchor.seq > head.seq) return departures.cutShort
  if (anchor.seq === 0) return null
  return readHashAt(database, anchor.seq) === anchor.hash ? null : departures.rewritten
}

/** Compares the log with what was told of it beside the workspace, and writes what differs into the log itself, before anything else is written. */
export function tellDeparture(database: WritableDatabase, workspaceDir: string, now: () => number): void {
  const anchor = readAnchor(workspaceDir)
  const head = readHead(database)
  const act = departureOf(database, head, anchor)
  if (act === null) return
  append(database, {
    at: now(),
    who: 'Debrief',
    role: 'debrief',
    act,
    record: '',
    outcome: 'done',
    policy: '',
    details: JSON.stringify(
      anchor === 'damaged' ? { anchor } : { anchored: anchor?.seq ?? null, hash: anchor?.hash ?? null },
    ),
  })
}

/** Writes into the log of a salvaged workspace what was saved and lost of each table, and begins its anchor there. */
export function tellSalvaged(
  database: WritableDatabase,
  workspaceDir: string,
  at: number,
  tables: readonly { table: string; saved: number; lost: number | null }[],
): void {
  const incomplete = tables.filter(({ lost }) => lost !== 0)
  append(database, {
    at,
    who: 'Debrief',
    role: 'debrief',
    act: departures.salvaged,
    record: '',
    outcome: 'done',
    policy: '',
    details: JSON.stringify({ incomplete }),
  })
  writeAnchor(workspaceDir, readHead(database))
}
