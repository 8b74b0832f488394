import type { Backup, BackupList } from '../../shared/contract/backups.ts'
import type { Job } from '../../shared/contract/jobs.ts'
import type { EngineContext } from '../context.ts'
import { isEncrypted, newestVersion } from '../store/index.ts'
import { databaseOf, readPreferences } from '../workspace/index.ts'
import { copiesBeforeUpdates } from './folder.ts'
import { rotate } from './rotation.ts'
import { standing } from './schedule.ts'
import { freeSpace, neededBytes, type FreeSpace } from './space.ts'

/** All there is to restore, and how it stands with the next backup. */
export function backupList(
  context: EngineContext,
  jobs: readonly Job[],
  free: FreeSpace = freeSpace,
): BackupList {
  const { settings, folder, backups, newest, problem, isDue } = standing(context, free)
  const { keptAs } = rotate(backups, {
    now: context.now(),
    timeZone: readPreferences(context.read).timeZone,
    purgeBefore: null,
  })
  return {
    isOn: settings.isOn,
    folder,
    isBesideWorkspace: settings.folder === null,
    problem,
    isDue,
    lastFailure: lastFailure(jobs, newest?.at ?? 0),
    lastAt: newest?.at ?? null,
    goesBefore: settings.purgeBefore,
    neededBytes: neededBytes(databaseOf(context.workspaceDir)),
    backups: [
      ...backups.map(({ id, at, why, bytes, schemaVersion, auditHead, auditBroken, file, rows }) => ({
        id,
        at,
        why,
        keptAs: keptAs.get(id) ?? [],
        bytes,
        schemaVersion,
        isOfThisVersion: schemaVersion === newestVersion,
        entries: auditHead.seq,
        auditBroken,
        isVerified: true,
        isEncrypted: isEncrypted(file),
        contents: contentsOf(rows),
      })),
      ...copiesBeforeUpdates(context.workspaceDir).map(({ id, at, bytes, file }) => ({
        id,
        at,
        why: 'before-update' as const,
        keptAs: [],
        bytes,
        schemaVersion: null,
        isOfThisVersion: false,
        entries: null,
        auditBroken: null,
        isVerified: false,
        isEncrypted: isEncrypted(file),
        contents: null,
      })),
    ],
  }
}

function contentsOf(rows: Record<string, number>): Backup['contents'] {
  const of = (table: string) => rows[table] ?? 0
  return {
    contacts: of('interactions'),
    conversations: of('transcripts'),
    reviews: of('reviews'),
    sessions: of('coaching_sessions'),
  }
}

/** Why the last attempt failed, where no backup was made since. */
function lastFailure(jobs: readonly Job[], lastAt: number): BackupList['lastFailure'] {
  const last = jobs.find(({ kind, endedAt }) => kind === 'backup' && endedAt !== null)
  if (last?.state !== 'failed' || last.endedAt === null || last.endedAt < lastAt) return null
  return { at: last.endedAt, sentence: last.error ?? '' }
}
