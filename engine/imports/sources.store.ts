import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** A named system that exports files. */
export interface SourceRow {
  id: number
  name: string
  timeZone: string
  imports: number
  mappings: number
}

/** The source with this name, made with the time zone when it is new; a given time zone changes an old one, unless that is to keep its own. */
export function ensureSource(
  database: WritableDatabase,
  source: { name: string; timeZone: string; now: number },
  ofKnown: 'change' | 'keep' = 'change',
): number {
  const known = one<{ id: number; timeZone: string }>(
    database,
    'SELECT id, time_zone AS timeZone FROM sources WHERE name = ?',
    source.name,
  )
  if (!known)
    return run(
      database,
      'INSERT INTO sources (name, time_zone, created_at) VALUES (?, ?, ?)',
      source.name,
      source.timeZone,
      source.now,
    ).id
  if (ofKnown === 'change' && known.timeZone !== source.timeZone)
    run(database, 'UPDATE sources SET time_zone = ? WHERE id = ?', source.timeZone, known.id)
  return known.id
}

/** Every source with the number of its standing imports and remembered mappings. */
export function readSources(database: ReadableDatabase): SourceRow[] {
  return all<SourceRow>(
    database,
    `SELECT id, name, time_zone AS timeZone,
            (SELECT count(*) FROM imports WHERE source_id = sources.id AND undone_at IS NULL) AS imports,
            (SELECT count(*) FROM source_mappings WHERE source_id = sources.id) AS mappings
     FROM sources ORDER BY name`,
  )
}

/** The time zone of a source, or undefined for an unknown one. */
export function sourceTimeZone(database: ReadableDatabase, name: string): string | undefined {
  return one<{ timeZone: string }>(database, 'SELECT time_zone AS timeZone FROM sources WHERE name = ?', name)
    ?.timeZone
}

/** The mapping last used for tables with these columns, of this source or, failing that, of any. */
export function findMapping(
  database: ReadableDatabase,
  signature: string,
  sourceName: string | null,
): { mapping: string; source: string } | undefined {
  return one(
    database,
    `SELECT mapping, sources.name AS source FROM source_mappings JOIN sources ON sources.id = source_id
     WHERE signature = ? AND (? IS NULL OR sources.name = ?) ORDER BY updated_at DESC`,
    signature,
    sourceName,
    sourceName,
  )
}

/** Remembers the mapping somebody made for tables with these columns. */
export function rememberMapping(
  database: WritableDatabase,
  sourceId: number,
  signature: string,
  mapping: string,
  now: number,
): void {
  run(
    database,
    `INSERT INTO source_mappings (source_id, signature, mapping, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (source_id, signature) DO UPDATE SET mapping = excluded.mapping, updated_at = excluded.updated_at`,
    sourceId,
    signature,
    mapping,
    now,
  )
}
