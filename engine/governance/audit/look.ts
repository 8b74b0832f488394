import { t } from '#speech'
import type { AuditCheck, AuditPage } from '../../../shared/contract/audit.ts'
import type { EngineContext } from '../../context.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readAnchor } from './anchor-file.ts'
import { eachLink, readHead, readLinks, readNamed, type AuditWindow } from './audit.store.ts'
import { departures } from './departure.ts'
import type { AuditHead, AuditLink } from './link.ts'
import { isPutAside, readRestores } from './restored.ts'
import { checkChain } from './verify.ts'

type Looking = Pick<EngineContext, 'read' | 'workspaceDir'>

/** How far the log goes. */
export function auditHead({ read }: Looking): AuditHead {
  return readHead(read)
}

/** A page of the log, the newest first. */
export function auditPage({ read }: Looking, window: AuditWindow): AuditPage {
  const entries = readLinks(read, window)
  const last = entries.at(-1)
  return { entries, next: last && last.seq > 1 && entries.length === window.limit ? last.seq : null }
}

/**
 * Walks the whole chain, against the head kept beside the workspace and those given, and names the first link that does not hold. What the log
 * itself tells of an earlier opening (cut short, written anew, continued without its anchor) comes with it.
 */
export function verifyAudit({ read, workspaceDir }: Looking, anchors: readonly AuditHead[]): AuditCheck {
  const beside = readAnchor(workspaceDir)
  const known = [...anchors, ...(beside === null || beside === 'damaged' ? [] : [beside])]
  const standing = known.filter((anchor) => !isPutAside(read, anchor))
  const { entries, head, broken, beyondAnchor } = checkChain(eachLink(read), standing)
  const told = broken ?? toldBreach(read)
  return {
    entries,
    head,
    broken: told,
    beyondAnchor,
    notes: notesOf(read, beside, entries),
  }
}

/** A breach that the log tells of itself. */
function toldBreach(read: ReadableDatabase): AuditCheck['broken'] {
  const [found] = [
    ...readNamed(read, departures.cutShort),
    ...readNamed(read, departures.rewritten),
  ].toSorted((a, b) => a.seq - b.seq)
  if (!found) return null
  const { anchored } = JSON.parse(found.details) as { anchored: number }
  return {
    seq: found.seq,
    sentence:
      found.act === departures.cutShort
        ? t`The log was found to end at entry ${{ last: found.seq - 1 }}, and had gone on to entry ${{ anchored }}: it was cut short, or an older copy of the workspace was put here.`
        : t`Entry ${{ anchored }} was found not to be the one written there first: the log was written anew.`,
  }
}

function notesOf(read: ReadableDatabase, beside: ReturnType<typeof readAnchor>, entries: number): string[] {
  const continued = readNamed(read, departures.withoutAnchor).map(
    ({ seq }) =>
      t`From entry ${{ seq }} on the log was continued without the file that tells how far it went: the workspace was copied, or the file removed.`,
  )
  const now =
    entries > 0 && (beside === null || beside === 'damaged')
      ? [
          beside === null
            ? t`Nothing beside this workspace tells how far its log went, so entries may be missing after entry ${{ entries }}: it is a copy, or the file was removed.`
            : t`Nothing beside this workspace tells how far its log went, so entries may be missing after entry ${{ entries }}: it is a copy, or the file was damaged.`,
        ]
      : []
  const restored = readRestores(read).map(
    ({ entry, from, kept, seq }) =>
      t`With entry ${{ entry }} the workspace was restored from ${{ from }}. Its log had gone on to entry ${{ seq }}, and that stands in the backup ${{ kept }}.`,
  )
  return [...readNamed(read, departures.salvaged).map(saidOfSalvage), ...restored, ...continued, ...now]
}

function saidOfSalvage({ seq, details }: AuditLink): string {
  const { incomplete } = JSON.parse(details) as { incomplete: { table: string; lost: number | null }[] }
  const own = incomplete.find(({ table }) => table === 'audit_log')
  const tables = incomplete.length
  if (own === undefined)
    return t`At entry ${{ seq }} this workspace was saved out of a damaged file: no entry of the log was lost, and rows of ${{ tables }} tables.`
  if (own.lost === null)
    return t`At entry ${{ seq }} this workspace was saved out of a damaged file: of the log an unknown number of entries were lost, and rows of ${{ tables }} tables.`
  return t`At entry ${{ seq }} this workspace was saved out of a damaged file: of the log ${{ lost: own.lost }} entries were lost, and rows of ${{ tables }} tables.`
}
