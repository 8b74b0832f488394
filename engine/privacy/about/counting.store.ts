import type { HeldKind } from '../../../shared/domain/held-kinds.ts'
import { all, one, type ReadableDatabase } from '../../store/index.ts'
import type { Reach, Subject } from './reach.store.ts'
import { aboutTables } from './tables.store.ts'

/** What is held of one table. Days are day numbers, instants epoch milliseconds; null where its rows have none. */
export interface HeldInTable {
  table: string
  kind: HeldKind
  rows: number
  firstDay: number | null
  lastDay: number | null
  firstAt: number | null
  lastAt: number | null
}

/** How many rows of each table are about somebody: of every table the map knows, without those that follow others by themselves. */
export function countHeld(database: ReadableDatabase, is: Subject['is'], reach: Reach): HeldInTable[] {
  return Object.entries(aboutTables).flatMap(([table, about]) => {
    const condition = about[is]
    if (condition === null || about.isCopy) return []
    const [first, last] = about.days ?? ['NULL', 'NULL']
    const instant = about.instant ?? 'NULL'
    // figures of contacts without a date stand on a day long before any
    const dated = (day: string) => `CASE WHEN ${day} > -100000 THEN ${day} END`
    const found = one<Omit<HeldInTable, 'table' | 'kind'>>(
      database,
      `SELECT count(*) AS rows, min(${dated(first)}) AS firstDay, max(${dated(last)}) AS lastDay, min(${instant}) AS firstAt, max(${instant}) AS lastAt
       FROM ${table} WHERE ${condition}`,
      reach,
    )!
    return found.rows === 0 ? [] : [{ table, kind: about.kind ?? 'further', ...found }]
  })
}

export interface ImportAbout {
  id: number
  fileName: string
  importedAt: number
  source: string
}

/** The imports that stand behind what is held, the newest first. */
export function importsAbout(database: ReadableDatabase, is: Subject['is'], reach: Reach): ImportAbout[] {
  const condition = aboutTables['imports']![is]
  return all<ImportAbout>(
    database,
    `SELECT imports.id, imports.file_name AS fileName, imports.imported_at AS importedAt, sources.name AS source
     FROM imports JOIN sources ON sources.id = imports.source_id WHERE imports.id IN (SELECT id FROM imports WHERE ${condition})
       AND imports.undone_at IS NULL ORDER BY imports.id DESC`,
    reach,
  )
}
