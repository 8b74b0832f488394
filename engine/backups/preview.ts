import { say } from '#speech'
import type { BackupDifference, BackupPreview } from '../../shared/contract/backups.ts'
import type { EngineContext } from '../context.ts'
import { auditHead } from '../governance/index.ts'
import { connect, isEncrypted, type ReadableDatabase } from '../store/index.ts'
import { databaseOf } from '../workspace/index.ts'
import { compareKind } from './differences.store.ts'
import { recordKinds } from './kinds.ts'
import { ofBackup, type RestoreSource } from './source.ts'

/** What a restore would take away, bring back and change, kind by kind, with names where there are some. */
export function previewRestore(context: EngineContext, source: RestoreSource): BackupPreview {
  return {
    name: source.name,
    at: source.at,
    differences: ofBackup(() => differencesOf(context.read, source)),
    isEncrypted: isEncrypted(databaseOf(context.workspaceDir)),
    wasEncrypted: isEncrypted(source.file),
    entriesSince: Math.max(0, auditHead(context).seq - (source.entries ?? 0)),
  }
}

function differencesOf(now: ReadableDatabase, { file }: RestoreSource): BackupDifference[] {
  const then = connect(file, 'read')
  try {
    return recordKinds.flatMap((kind) => {
      const found = compareKind(now, then, kind)
      return found.lost + found.changed + found.regained > 0
        ? [{ one: say(kind.one), many: say(kind.many), ...found }]
        : []
    })
  } finally {
    then.raw.close()
  }
}
