import type { BackupDifference, BackupPreview } from '../../shared/contract/backups.ts'
import type { EngineContext } from '../context.ts'
import { auditHead } from '../governance/index.ts'
import { connect } from '../store/index.ts'
import { compareKind } from './differences.store.ts'
import { recordKinds } from './kinds.ts'
import type { RestoreSource } from './source.ts'

/** What a restore would take away, bring back and change, kind by kind, with names where there are some. */
export function previewRestore(context: EngineContext, source: RestoreSource): BackupPreview {
  const then = connect(source.file, 'read')
  try {
    const differences: BackupDifference[] = []
    for (const kind of recordKinds) {
      const found = compareKind(context.read, then, kind)
      if (found.lost + found.changed + found.regained > 0)
        differences.push({ one: kind.one, many: kind.many, ...found })
    }
    return {
      name: source.name,
      at: source.at,
      differences,
      entriesSince: Math.max(0, auditHead(context).seq - (source.entries ?? 0)),
    }
  } finally {
    then.raw.close()
  }
}
