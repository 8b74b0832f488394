import type { FilePreview, TablePreview } from '../../../../shared/contract/imports.ts'
import { sureEnough } from '../words.ts'
import type { StagedFile } from './staged-files.ts'

/** Where a staged file stands: may it be imported as it is. */
export type FileStanding = 'handing-over' | 'reading' | 'unreadable' | 'needs-a-look' | 'ready'

/** Where a file stands, from what the engine says of it (null while it reads) and what the person did. */
export function standingOf(file: StagedFile, preview: FilePreview | null, readError: boolean): FileStanding {
  if (file.problem !== null || readError) return 'unreadable'
  if (file.reference === null) return 'handing-over'
  if (preview === null) return 'reading'
  if (preview.error !== null) return 'unreadable'
  if (preview.tables.some((table) => needsMapping(file, table))) return 'needs-a-look'
  const isSure = preview.tables.every(
    (table) => table.confidence >= sureEnough || table.basis !== 'recognised',
  )
  return isSure || file.isChecked ? 'ready' : 'needs-a-look'
}

/** The mapping a table is read with: the person's own, else the engine's. */
export function mappingOf(file: StagedFile, table: TablePreview): TablePreview['mapping'] {
  return file.edits.mappings?.[table.sheet ?? ''] ?? table.mapping
}

function needsMapping(file: StagedFile, table: TablePreview): boolean {
  const mapping = mappingOf(file, table)
  const isMapped = mapping.columns.length > 0 || mapping.questions.length > 0
  return !isMapped || (table.kind === null && file.edits.mappings?.[table.sheet ?? ''] === undefined)
}
