import { all, each, one, type ReadableDatabase } from '../../store/index.ts'
import { factKinds, unstated, type FactKind, type FactValue, type Statement } from '../../fact-kinds.ts'
import { readFact } from '../layers/facts.store.ts'
import { layersOf } from '../layers/state.ts'

/** What an import of another workspace states of one fact, with the ids of that workspace. */
export interface TheirStatement {
  kind: FactKind
  rowNumber: number
  /** The import and row that brought the fact there: they name it where it has no id of its own. */
  owner: { importId: number; rowNumber: number }
  factId: number
  values: Statement
}

interface SpokenOf {
  id: number
  rowNumber: number
  ownerId: number
  ownerRow: number
  isLayered: number
}

const conditions: Partial<Record<FactKind, string>> = {
  // contacts made for conversations are made here, too; what was read from a conversation is read here
  interactions: 'AND fact.is_stub = 0',
  evaluations: 'AND fact.transcript_id IS NULL',
}

const plainContact = [
  'contact_ref',
  'leg_ref',
  'content_key',
  'identity_id',
  'day',
  'started_at',
  'ended_at',
  'direction',
  'wait_ms',
  'talk_ms',
  'hold_ms',
  'acw_ms',
  'stated_handle_ms',
  'is_transferred',
  'is_answered',
  'is_resolved',
  'disposition_id',
  'customer_hash',
  'language',
] as const

/** The contacts of an import that nothing else speaks of, read in one go: nearly all of them. In the order of their rows. */
function* plainContacts(database: ReadableDatabase, importId: number): Generator<TheirStatement> {
  const rows = each<Record<string, FactValue | null>>(
    database,
    `SELECT fact.id, fact.row_number, ${plainContact.map((column) => `fact.${column}`).join(', ')}, queue_id, reason_id, channel_id, subject, description
     FROM interactions AS fact JOIN strata ON strata.id = fact.stratum_id LEFT JOIN interaction_texts ON interaction_id = fact.id
     WHERE fact.import_id = ? AND fact.is_stub = 0 AND NOT EXISTS (SELECT 1 FROM fact_layers WHERE fact_kind = ${factKinds.interactions.code} AND fact_id = fact.id)
     ORDER BY fact.row_number`,
    importId,
  )
  for (const { id, row_number: rowNumber, ...columns } of rows) {
    const values: Statement = new Map()
    for (const [column, value] of Object.entries(columns)) if (value !== null) values.set(column, value)
    yield {
      kind: 'interactions',
      factId: Number(id),
      rowNumber: Number(rowNumber),
      owner: { importId, rowNumber: Number(rowNumber) },
      values,
    }
  }
}

function spokenOf(database: ReadableDatabase, kind: FactKind, importId: number): SpokenOf[] {
  const { table, code } = factKinds[kind]
  const isPlain = kind === 'interactions' ? 'AND isLayered' : ''
  return all<SpokenOf>(
    database,
    `SELECT * FROM (
       SELECT fact.id, fact.row_number AS rowNumber, fact.import_id AS ownerId, fact.row_number AS ownerRow,
         EXISTS (SELECT 1 FROM fact_layers WHERE fact_kind = ?2 AND fact_id = fact.id) AS isLayered
       FROM ${table} AS fact WHERE fact.import_id = ?1 ${conditions[kind] ?? ''}
       UNION ALL SELECT fact.id, layer.row_number, fact.import_id, fact.row_number, 1
       FROM fact_layers AS layer JOIN ${table} AS fact ON fact.id = layer.fact_id
       WHERE layer.import_id = ?1 AND layer.fact_kind = ?2 AND fact.import_id <> ?1 ${conditions[kind] ?? ''})
     WHERE TRUE ${isPlain} ORDER BY rowNumber, id`,
    importId,
    code,
  )
}

/** Everything an import states of one kind of facts, spelled out, in the order of its rows. */
export function* statementsOfImport(
  database: ReadableDatabase,
  kind: FactKind,
  importId: number,
): Generator<TheirStatement> {
  const others = spokenOf(database, kind, importId).map((spoken) =>
    statementOf(database, kind, importId, spoken),
  )
  if (kind !== 'interactions') {
    yield* others
    return
  }
  let next = 0
  for (const plain of plainContacts(database, importId)) {
    while (next < others.length && others[next]!.rowNumber < plain.rowNumber) yield others[next++]!
    yield plain
  }
  yield* others.slice(next)
}

function statementOf(
  database: ReadableDatabase,
  kind: FactKind,
  importId: number,
  spoken: SpokenOf,
): TheirStatement {
  const standing = readFact(database, kind, spoken.id)!
  const values = spoken.isLayered
    ? layersOf(database, kind, spoken.id, standing).find((layer) => layer.importId === importId)!.values
    : standing.values
  return {
    kind,
    factId: spoken.id,
    rowNumber: spoken.rowNumber,
    owner: { importId: spoken.ownerId, rowNumber: spoken.ownerRow },
    // where others speak of the fact, too, it is known what this import says, a plain "no" included
    values: spoken.isLayered ? values : withoutDefaults(kind, values),
  }
}

/** What a column holds that nothing states is no statement. */
function withoutDefaults(kind: FactKind, values: Statement): Statement {
  const defaults = unstated[kind]
  return defaults ? new Map([...values].filter(([column, value]) => defaults[column] !== value)) : values
}

/** The content keys of facts an import brought, by the row that did. */
export function contentKeysOfImport(
  database: ReadableDatabase,
  kind: FactKind,
  importId: number,
): Map<number, string> {
  const rows = all<{ rowNumber: number; key: string }>(
    database,
    `SELECT row_number AS rowNumber, content_key AS key FROM ${factKinds[kind].table} WHERE import_id = ? AND content_key IS NOT NULL`,
    importId,
  )
  return new Map(rows.map(({ rowNumber, key }) => [rowNumber, key]))
}

/** The id of the fact an import states in this row. */
export function factOfRow(
  database: ReadableDatabase,
  externalRef: string,
  sourceId: number,
): number | undefined {
  return one<{ id: number }>(
    database,
    'SELECT id FROM transcripts WHERE external_ref = ? AND source_id = ?',
    externalRef,
    sourceId,
  )?.id
}
