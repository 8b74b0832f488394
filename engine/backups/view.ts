import type { BackupList } from '../../shared/contract/backups.ts'
import type { EngineContext } from '../context.ts'
import { newestVersion } from '../store/index.ts'
import { readPreferences } from '../workspace/index.ts'
import { copiesBeforeUpdates } from './folder.ts'
import { databaseOf } from './make.ts'
import { rotate } from './rotation.ts'
import { standing } from './schedule.ts'
import { freeSpace, neededBytes, type FreeSpace } from './space.ts'

/** All there is to restore, and how it stands with the next backup. */
export function backupList(context: EngineContext, free: FreeSpace = freeSpace): BackupList {
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
    lastAt: newest?.at ?? null,
    goesBefore: settings.purgeBefore,
    neededBytes: neededBytes(databaseOf(context)),
    backups: [
      ...backups.map(({ id, at, why, bytes, schemaVersion, auditHead, auditBroken }) => ({
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
      })),
      ...copiesBeforeUpdates(context.workspaceDir).map(({ id, at, bytes }) => ({
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
      })),
    ],
  }
}
