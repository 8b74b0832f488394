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
  if (preview.tables.length === 0) return 'ready'
  const taken = preview.tables.filter((table) => isTaken(file, table))
  const isSure = taken.every((table) => table.confidence >= sureEnough || table.basis !== 'recognised')
  return taken.length > 0 && (isSure || file.isChecked) ? 'ready' : 'needs-a-look'
}

/** The mapping a table is read with: the person's own, else the engine's. */
export function mappingOf(file: StagedFile, table: TablePreview): TablePreview['mapping'] {
  return file.edits.mappings?.[table.sheet ?? ''] ?? table.mapping
}

/** Whether a table would be imported: recognised, or mapped by hand. The others of its file are left out. */
export function isTaken(file: StagedFile, table: TablePreview): boolean {
  return table.kind !== null || file.edits.mappings?.[table.sheet ?? ''] !== undefined
}
