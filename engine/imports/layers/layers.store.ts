import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import { factKinds, type FactKind, type Statement } from '../../fact-kinds.ts'
import type { Layer } from './fold.ts'

interface LayerRow {
  importId: number
  rowNumber: number
  mask: number
  patch: string | null
}

/** Which of the kind's columns are in the statement, as bits by position. Columns outside the list cannot be masked. */
export function maskOf(kind: FactKind, statement: Statement): number | undefined {
  const columns: readonly string[] = factKinds[kind].columns
  let mask = 0
  for (const column of statement.keys()) {
    const position = columns.indexOf(column)
    if (position < 0) return undefined
    mask += 2 ** position
  }
  return mask
}

function columnsOf(kind: FactKind, mask: number): string[] {
  return factKinds[kind].columns.filter((_, position) => Math.floor(mask / 2 ** position) % 2 === 1)
}

/** The recorded layers of a fact, oldest import first. */
export function readLayers(database: ReadableDatabase, kind: FactKind, factId: number): Layer[] {
  const rows = all<LayerRow>(
    database,
    `SELECT import_id AS importId, row_number AS rowNumber, mask, patch FROM fact_layers
     WHERE fact_kind = ? AND fact_id = ? ORDER BY import_id`,
    factKinds[kind].code,
    factId,
  )
  return rows.map((row) => ({
    importId: row.importId,
    rowNumber: row.rowNumber,
    values: row.patch === null ? null : new Map(JSON.parse(row.patch) as [string, string | number][]),
    columns: columnsOf(kind, row.mask),
  }))
}

/** Records (or replaces) what an import states of a fact. */
export function writeLayer(
  database: WritableDatabase,
  kind: FactKind,
  factId: number,
  owner: { importId: number; rowNumber: number },
  stated: { agreeing: number } | { values: Statement },
): void {
  run(
    database,
    `INSERT OR REPLACE INTO fact_layers (fact_kind, fact_id, import_id, row_number, mask, patch) VALUES (?, ?, ?, ?, ?, ?)`,
    factKinds[kind].code,
    factId,
    owner.importId,
    owner.rowNumber,
    'agreeing' in stated ? stated.agreeing : 0,
    'agreeing' in stated ? null : JSON.stringify([...stated.values]),
  )
}

/** The layer of one import on one fact: the values it states where they are spelled out, else the columns. */
export function readLayer(
  database: ReadableDatabase,
  kind: FactKind,
  factId: number,
  importId: number,
): { values: Statement | null; columns: readonly string[] } | undefined {
  const row = one<{ mask: number; patch: string | null }>(
    database,
    'SELECT mask, patch FROM fact_layers WHERE fact_kind = ? AND fact_id = ? AND import_id = ?',
    factKinds[kind].code,
    factId,
    importId,
  )
  return (
    row && {
      values: row.patch === null ? null : new Map(JSON.parse(row.patch) as [string, string | number][]),
      columns: columnsOf(kind, row.mask),
    }
  )
}

/** The facts of a kind on which an import has a layer. */
export function layeredFacts(database: ReadableDatabase, kind: FactKind, importId: number): number[] {
  return all<{ id: number }>(
    database,
    'SELECT fact_id AS id FROM fact_layers WHERE import_id = ? AND fact_kind = ? ORDER BY fact_id',
    importId,
    factKinds[kind].code,
  ).map((row) => row.id)
}

/** The facts an import owns that other imports have a layer on too. */
export function ownedAndLayeredFacts(database: ReadableDatabase, kind: FactKind, importId: number): number[] {
  const { code, table } = factKinds[kind]
  return all<{ id: number }>(
    database,
    `SELECT DISTINCT fact_id AS id FROM fact_layers JOIN ${table} AS fact ON fact.id = fact_layers.fact_id
     WHERE fact_kind = ? AND fact.import_id = ? AND fact_layers.import_id <> ? ORDER BY fact_id`,
    code,
    importId,
    importId,
  ).map((row) => row.id)
}

/** Takes away every layer of a fact. */
export function deleteLayers(database: WritableDatabase, kind: FactKind, factId: number): void {
  run(database, 'DELETE FROM fact_layers WHERE fact_kind = ? AND fact_id = ?', factKinds[kind].code, factId)
}

/** Takes away the layers of an import, and the facts only it stands for; gives the number of facts removed. */
export function deleteOwned(database: WritableDatabase, kind: FactKind, importId: number): number {
  const { code, table } = factKinds[kind]
  // what was read from a conversation goes with it, not with an import of evaluations; a contact made for it, once nobody needs it
  const which =
    kind === 'evaluations'
      ? 'import_id = ? AND transcript_id IS NULL'
      : kind === 'interactions'
        ? 'import_id = ? AND is_stub = 0'
        : 'import_id = ?'
  const { changes } = run(database, `DELETE FROM ${table} WHERE ${which}`, importId)
  run(database, 'DELETE FROM fact_layers WHERE import_id = ? AND fact_kind = ?', importId, code)
  return changes
}
