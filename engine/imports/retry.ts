import { t } from '#speech'
import type { ImportReport } from '../../shared/contract/imports.ts'
import { mapping as mappingSchema, type Mapping } from '../../shared/domain/import-kinds.ts'
import type { EngineContext } from '../context.ts'
import { Problem } from '../problem.ts'
import path from 'node:path'
import { z } from 'zod'
import { identifyFile } from './file-identity.ts'
import { importBatch } from './import-file.ts'
import { readImport } from './imports.store.ts'
import { countQuarantine } from './quarantine.store.ts'

const usedMappings = z.array(z.object({ sheet: z.string().nullable(), mapping: mappingSchema }))

/**
 * Reads the file of an import again, with a changed mapping where one is given, and takes the rows that now fit; rows that were taken
 * before are found unchanged. What could not be taken stays in quarantine under the new reading, which is the newest of its file.
 * Throws `NOT_FOUND` when the file is gone and `CONFLICT` when it is another one.
 */
export async function retryQuarantine(
  context: EngineContext,
  importId: number,
  file: { path: string; name: string; keptPath: string | null } | null,
  mappings: Record<string, Mapping> | undefined,
): Promise<ImportReport> {
  const record = readImport(context.read, importId)
  if (!record || record.undoneAt !== null)
    throw new Problem('NOT_FOUND', t`There is no standing import number ${{ importId }}.`)
  if (countQuarantine(context.read, importId) === 0)
    throw new Problem('CONFLICT', t`Nothing of that import is in quarantine any more.`)
  const place =
    file ??
    (record.filePath
      ? { path: record.filePath, name: path.basename(record.filePath), keptPath: record.filePath }
      : null)
  if (!place)
    throw new Problem(
      'NOT_FOUND',
      t`Debrief keeps no copy of imported files: choose the file again to retry its rows.`,
    )
  const { sha256 } = await identifyFile(place.path)
  if (sha256 !== record.fileSha256)
    throw new Problem(
      'CONFLICT',
      t`That file is not the one that was imported; import it as a new file instead.`,
    )
  const used = usedMappings.parse(JSON.parse(record.mappings))
  const given = {
    ...Object.fromEntries(used.map(({ sheet, mapping }) => [sheet ?? '', mapping])),
    ...mappings,
  }
  const [report] = await importBatch(context, [{ ...place, source: record.source, mappings: given }])
  return report!
}
