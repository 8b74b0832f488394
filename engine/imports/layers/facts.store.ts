import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import { stratumId } from '../../interactions/index.ts'
import { readStatedScore, restoreStated } from '../../quality/index.ts'
import {
  factKinds,
  ruleFor,
  rulesOf,
  unstated,
  type FactKind,
  type FactValue,
  type Statement,
} from '../../fact-kinds.ts'
import type { Candidate } from './matching.ts'
import { clearElsewhere, readElsewhere, writeElsewhere } from './parts.store.ts'

/** Columns that stand in a table of their own. */
const elsewhere = new Set(['subject', 'description', 'segments', 'queue_id', 'reason_id', 'channel_id'])

const stratumColumns = ['queue_id', 'reason_id', 'channel_id'] as const

interface StratumRow {
  queue_id: number | null
  reason_id: number | null
  channel_id: number | null
}

function hasStratum(kind: FactKind): kind is 'interactions' | 'surveys' {
  return kind === 'interactions' || kind === 'surveys'
}

function readStratum(
  database: ReadableDatabase,
  kind: 'interactions' | 'surveys',
  id: number,
): StratumRow | undefined {
  return one<StratumRow>(
    database,
    `SELECT queue_id, reason_id, channel_id FROM strata WHERE id = (SELECT stratum_id FROM ${factKinds[kind].table} WHERE id = ?)`,
    id,
  )
}

function stratumOf(database: WritableDatabase, values: Statement): number {
  const [queue, reason, channel] = stratumColumns.map((column) => Number(values.get(column) ?? 0))
  return stratumId(database, queue!, reason!, channel!)
}

function ownColumns(kind: FactKind): string[] {
  return factKinds[kind].columns.filter((column) => !elsewhere.has(column))
}

/** Everything that stands of one fact; undefined when it is not there. */
export function readFact(
  database: ReadableDatabase,
  kind: FactKind,
  id: number,
): { importId: number; rowNumber: number; values: Statement } | undefined {
  const { table } = factKinds[kind]
  const row = one<Record<string, FactValue | null>>(
    database,
    `SELECT import_id, row_number, ${ownColumns(kind).join(', ')} FROM ${table} WHERE id = ?`,
    id,
  )
  if (!row) return undefined
  const values: Statement = new Map()
  for (const column of ownColumns(kind)) {
    const value = row[column]
    if (value !== null && value !== undefined) values.set(column, value)
  }
  if (kind === 'evaluations') overlayStatedScore(database, id, values)
  if (hasStratum(kind)) {
    const stratum = readStratum(database, kind, id)
    for (const column of stratumColumns) if (stratum?.[column]) values.set(column, stratum[column])
  }
  for (const [column, value] of readElsewhere(database, kind, id)) values.set(column, value)
  return { importId: row.import_id as number, rowNumber: row.row_number as number, values }
}

/** What imports stated of a score: what a decision on a dispute made of it is no statement of theirs. */
function overlayStatedScore(database: ReadableDatabase, id: number, values: Statement): void {
  const stated = readStatedScore(database, id)
  if (!stated) return
  if (stated.vendorScore === null) values.delete('vendor_score')
  else values.set('vendor_score', stated.vendorScore)
  values.set('has_failed_critical', stated.hasFailedCritical)
}

/** Adds a fact owned by an import; gives its id. */
export function insertFact(
  database: WritableDatabase,
  kind: FactKind,
  owner: { importId: number; rowNumber: number; sourceId: number },
  values: Statement,
): number {
  const columns = ownColumns(kind).filter((column) => values.has(column))
  const parameters = columns.map((column) => values.get(column))
  if (hasStratum(kind)) {
    columns.push('stratum_id')
    parameters.push(stratumOf(database, values))
  }
  const marks = columns.map(() => ', ?').join('')
  const names = columns.map((column) => `, ${column}`).join('')
  const { id } = run(
    database,
    `INSERT INTO ${factKinds[kind].table} (import_id, row_number, source_id${names}) VALUES (?, ?, ?${marks})`,
    owner.importId,
    owner.rowNumber,
    owner.sourceId,
    ...parameters,
  )
  writeElsewhere(database, kind, id, values)
  return id
}

/** Sets the given columns of a fact; a column in `cleared` becomes empty. */
export function changeFact(
  database: WritableDatabase,
  kind: FactKind,
  id: number,
  values: Statement,
  cleared: readonly string[] = [],
): void {
  // a decision on a dispute stands on what is stated: it is applied again once everything is in
  if (kind === 'evaluations') restoreStated(database, id)
  const own = new Set(ownColumns(kind))
  const set = [...values.keys()].filter((column) => own.has(column))
  const clear = cleared.filter((column) => own.has(column))
  const parts = [...set, ...clear].map((column) => `${column} = ?`)
  if (parts.length > 0)
    run(
      database,
      `UPDATE ${factKinds[kind].table} SET ${parts.join(', ')} WHERE id = ?`,
      ...set.map((column) => values.get(column)),
      ...clear.map((column) => unstated[kind]?.[column] ?? null),
      id,
    )
  if (hasStratum(kind) && stratumColumns.some((column) => values.has(column) || cleared.includes(column)))
    changeStratum(database, kind, id, values, cleared)
  clearElsewhere(database, kind, id, cleared)
  writeElsewhere(database, kind, id, values)
  if (kind === 'transcripts' && values.size + cleared.length > 0) forgetReading(database, id)
}

/** Whatever was read from a conversation as it stood no longer holds. */
function forgetReading(database: WritableDatabase, transcriptId: number): void {
  run(database, 'UPDATE transcripts SET read_version = NULL WHERE id = ?', transcriptId)
  run(database, 'DELETE FROM conversation_measures WHERE transcript_id = ?', transcriptId)
  run(database, 'DELETE FROM conversation_marks WHERE transcript_id = ?', transcriptId)
  run(database, 'DELETE FROM evaluations WHERE transcript_id = ?', transcriptId)
}

function changeStratum(
  database: WritableDatabase,
  kind: 'interactions' | 'surveys',
  id: number,
  values: Statement,
  cleared: readonly string[],
): void {
  const standing = readStratum(database, kind, id)
  const next: Statement = new Map()
  for (const column of stratumColumns) {
    const value = cleared.includes(column) ? null : (values.get(column) ?? standing?.[column])
    if (value) next.set(column, value)
  }
  run(
    database,
    `UPDATE ${factKinds[kind].table} SET stratum_id = ? WHERE id = ?`,
    stratumOf(database, next),
    id,
  )
}

/** Gives a fact to another import. */
export function changeOwner(
  database: WritableDatabase,
  kind: FactKind,
  id: number,
  owner: { importId: number; rowNumber: number },
): void {
  run(
    database,
    `UPDATE ${factKinds[kind].table} SET import_id = ?, row_number = ? WHERE id = ?`,
    owner.importId,
    owner.rowNumber,
    id,
  )
  // what was read from a conversation goes with it
  if (kind === 'transcripts')
    run(
      database,
      'UPDATE evaluations SET import_id = ?, row_number = ? WHERE transcript_id = ?',
      owner.importId,
      owner.rowNumber,
      id,
    )
}

/** Takes a fact away. */
export function deleteFact(database: WritableDatabase, kind: FactKind, id: number): void {
  run(database, `DELETE FROM ${factKinds[kind].table} WHERE id = ?`, id)
}

const dayColumns: Partial<Record<FactKind, string>> = {
  interactions: 'day',
  evaluations: 'contact_day',
  surveys: 'contact_day',
  transcripts: 'contact_day',
  shifts: 'day',
}

/** The day a fact counts on; null where it has none or its kind counts on no day. */
export function countedDay(database: ReadableDatabase, kind: FactKind, id: number): number | null {
  const column = dayColumns[kind]
  if (!column) return null
  const row = one<{ day: number | null }>(
    database,
    `SELECT ${column} AS day FROM ${factKinds[kind].table} WHERE id = ?`,
    id,
  )
  return row?.day ?? null
}

/** The fact of a source with this content key. */
export function findByContentKey(
  database: ReadableDatabase,
  kind: FactKind,
  sourceId: number,
  contentKey: string,
): number | undefined {
  return one<{ id: number }>(
    database,
    `SELECT id FROM ${factKinds[kind].table} WHERE content_key = ? AND source_id = ?`,
    contentKey,
    sourceId,
  )?.id
}

/** The conditions of a look-up by key, and its parameters; a column that is not filled must be empty in the fact too. */
function keyCondition(kind: FactKind, key: Statement): { sql: string; parameters: FactValue[] } {
  const conditions = ruleFor(kind, key)!.key.map((column) =>
    key.has(column) ? `${column} = ?` : `${column} IS NULL`,
  )
  if (kind === 'interactions') conditions.push('is_stub = 0')
  if (kind === 'shifts') conditions.push('content_key IS NULL')
  return { sql: conditions.join(' AND '), parameters: [...key.values()] }
}

/** The facts of a source with this key, in the order of import and row. */
export function findByKey(
  database: ReadableDatabase,
  kind: FactKind,
  sourceId: number,
  key: Statement,
): Candidate[] {
  const { telling } = ruleFor(kind, key)!
  const { sql, parameters } = keyCondition(kind, key)
  const rows = all<Record<string, FactValue | null>>(
    database,
    `SELECT id${telling.map((column) => `, ${column}`).join('')} FROM ${factKinds[kind].table}
     WHERE ${sql} AND source_id = ? ORDER BY import_id, row_number`,
    ...parameters,
    sourceId,
  )
  return rows.map((row) => {
    const values = new Map<string, FactValue>()
    for (const column of telling) {
      const value = row[column]
      if (value !== null && value !== undefined) values.set(column, value)
    }
    return { id: row['id'] as number, telling: values }
  })
}

/** The keys under which an import states something and several facts stand, with their source. */
export function sharedKeysOfImport(
  database: ReadableDatabase,
  kind: FactKind,
  importId: number,
): { sourceId: number; key: Statement }[] {
  return rulesOf(kind).flatMap(({ key }) => sharedKeys(database, kind, key, importId))
}

function sharedKeys(
  database: ReadableDatabase,
  kind: FactKind,
  key: readonly string[],
  importId: number,
): { sourceId: number; key: Statement }[] {
  const { table, code } = factKinds[kind]
  const same = key.map((column) => `other.${column} IS mine.${column}`)
  // only a summary may be about nobody; elsewhere rows without the first column have another key, and = finds the index
  if (kind !== 'periodSummaries') same[0] = `other.${key[0]} = mine.${key[0]}`
  if (kind === 'interactions') same.push('mine.is_stub = 0', 'other.is_stub = 0')
  const columns = key.map((column) => `mine.${column}`).join(', ')
  const rows = all<Record<string, FactValue | null>>(
    database,
    `SELECT DISTINCT mine.source_id AS sourceId, ${columns} FROM ${table} AS mine
     WHERE (mine.import_id = ? OR mine.id IN (SELECT fact_id FROM fact_layers WHERE import_id = ? AND fact_kind = ?))
       AND EXISTS (SELECT 1 FROM ${table} AS other WHERE ${same.join(' AND ')} AND other.source_id = mine.source_id AND other.id <> mine.id)`,
    importId,
    importId,
    code,
  )
  return rows.map((row) => ({
    sourceId: row['sourceId'] as number,
    key: new Map(
      key.flatMap((column): [string, FactValue][] => {
        const value = row[column]
        return value === null || value === undefined ? [] : [[column, value]]
      }),
    ),
  }))
}
