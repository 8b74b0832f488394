import { t } from '#speech'
import { auditHead, verifyAudit } from '../governance/index.ts'
import { Problem } from '../problem.ts'
import { connect, findDamage, newestVersion, schemaVersion } from '../store/index.ts'
import { countRows } from './snapshot.store.ts'
import type { Manifest } from './manifest.ts'

/** What was found in a copy of a workspace by opening it. */
export type FoundInCopy = Pick<Manifest, 'schemaVersion' | 'rows' | 'auditHead' | 'auditBroken'>

/**
 * Opens a copy and looks at all of it: every page, every reference, the search index, the schema, the rows of each table, the chain of the audit
 * log. `keys` open it; those this process has for it, unless given. Throws `WORKSPACE_DAMAGED` with what is wrong first, or `WORKSPACE_TOO_NEW`.
 */
export function checkCopy(file: string, folder: string, keys?: string[] | null): FoundInCopy {
  const copy = connect(file, 'read', keys)
  try {
    const version = schemaVersion(copy)
    if (version > newestVersion)
      throw new Problem(
        'WORKSPACE_TOO_NEW',
        t`This backup was made by a newer Debrief; install the newest version to use it.`,
      )
    if (version === 0) throw new Problem('FILE_UNREADABLE', t`That file is no workspace of Debrief.`)
    const [damage] = findDamage(copy)
    if (damage !== undefined)
      throw new Problem('WORKSPACE_DAMAGED', t`The backup did not pass its check: ${{ damage }}`)
    const rows = countRows(copy)
    if (!('audit_log' in rows))
      return {
        schemaVersion: version,
        rows,
        auditHead: { seq: 0, hash: '0'.repeat(64) },
        auditBroken: null,
      }
    const looking = { read: copy, workspaceDir: folder }
    const { broken } = verifyAudit(looking, [])
    return {
      schemaVersion: version,
      rows,
      auditHead: auditHead(looking),
      auditBroken: broken?.sentence ?? null,
    }
  } finally {
    copy.raw.close()
  }
}
