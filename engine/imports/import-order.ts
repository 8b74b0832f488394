import type { ImportReport } from '../../shared/contract/imports.ts'
import type { ImportKind, Mapping } from '../../shared/domain/import-kinds.ts'
import type { RecordingFacts } from '../recordings/index.ts'
import type { WritableDatabase } from '../store/index.ts'

/** One file to import, with what the person said about it. */
export interface FileOrder {
  path: string
  /** The name to show; for uploads the path is a temporary one. */
  name: string
  /** Kept so that quarantined rows can be read again; null for uploads, whose copy is deleted. */
  keptPath: string | null
  /** Files that came together without a folder, such as dropped ones, by a word of their own. */
  batch?: string
  kind?: ImportKind
  source?: string
  timeZone?: string
  mappings?: Record<string, Mapping>
  /** What a sidecar or the name says of a recording. */
  recording?: RecordingFacts
}

/** Lets the caller follow and stop an import. */
export interface ImportFollowing {
  signal?: AbortSignal
  onProgress?: (share0to1: number, step: string) => void
  /** Called inside the transaction when everything is ready to be committed. */
  beforeCommit?: (database: WritableDatabase, reports: readonly ImportReport[]) => Promise<void> | undefined
}
