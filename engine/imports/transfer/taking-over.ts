import type { AffectedDays } from '../../affected-days.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import type { ImportRow } from '../imports.store.ts'
import type { Translator } from './translate.ts'

/** An import as it stands in another workspace. */
export interface TheirImport extends ImportRow {
  sourceTimeZone: string
  place: string | null
  fileBytes: number
}

/** Where what is taken over goes, and how. */
export interface TakingOver {
  theirs: ReadableDatabase
  ours: WritableDatabase
  /** The other workspace's own name, which keeps its files apart from those of others. */
  uid: string
  mediaFolder: string
  translator: Translator
  /** Imports there, by number. */
  imports: ReadonlyMap<number, TheirImport>
  /** What a source of theirs is called here. */
  sourceName: (theirName: string) => string
  affected: AffectedDays
  now: number
}
