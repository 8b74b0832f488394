import { all, one, run, statement, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import { stratumId } from '../../interactions/index.ts'
import { factKinds, type FactKind, type FactValue, type Statement } from './fact-kinds.ts'

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

interface AnswerRow {
  question_id: number
  value: string | null
  score: number | null
  points: number | null
  max_points: number | null
  weight: number | null
  is_not_applicable: number
  has_failed_critical: number
  comment: string | null
  automated_value: string | null
}

interface SegmentRow {
  speaker: string
  role: string
  start_ms: number | null
  end_ms: number | null
  text: string
  confidence: number | null
}

const ANSWER_COLUMNS =
  'question_id, value, score, points, max_points, weight, is_not_applicable, has_failed_critical, comment, automated_value'

/** An answer as one value of an evaluation's statement. */
export function answerValue(answer: Omit<AnswerRow, 'question_id'>): string {
  return JSON.stringify([
    answer.value,
    answer.score,
    answer.points,
    answer.max_points,
    answer.weight,
    answer.is_not_applicable,
    answer.has_failed_critical,
    answer.comment,
    answer.automated_value,
  ])
}

/** The segments of a transcript as one value of its statement. */
export function segmentsValue(segments: readonly SegmentRow[]): string {
  return JSON.stringify(segments.map((s) => [s.speaker, s.role, s.start_ms, s.end_ms, s.text, s.confidence]))
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
  for (const [column, value] of readElsewhere(database, kind, id)) values.set(column, value)
  return { importId: row.import_id as number, rowNumber: row.row_number as number, values }
}

function readElsewhere(database: ReadableDatabase, kind: FactKind, id: number): Statement {
  const values: Statement = new Map()
  if (hasStratum(kind)) {
    const stratum = readStratum(database, kind, id)
    for (const column of stratumColumns) if (stratum?.[column]) values.set(column, stratum[column])
  }
  if (kind === 'interactions') {
    const texts = one<{ subject: string | null; description: string | null }>(
      database,
      'SELECT subject, description FROM interaction_texts WHERE interaction_id = ?',
      id,
    )
    if (texts?.subject) values.set('subject', texts.subject)
    if (texts?.description) values.set('description', texts.description)
  } else if (kind === 'evaluations') {
    const answers = all<AnswerRow>(
      database,
      `SELECT ${ANSWER_COLUMNS} FROM answers WHERE evaluation_id = ?`,
      id,
    )
    for (const answer of answers) values.set(`answer:${answer.question_id}`, answerValue(answer))
  } else if (kind === 'transcripts') {
    const segments = all<SegmentRow>(
      database,
      'SELECT speaker, role, start_ms, end_ms, text, confidence FROM segments WHERE transcript_id = ? ORDER BY position',
      id,
    )
    values.set('segments', segmentsValue(segments))
  }
  return values
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
  const own = new Set(ownColumns(kind))
  const set = [...values.keys()].filter((column) => own.has(column))
  const clear = cleared.filter((column) => own.has(column))
  const parts = [...set.map((column) => `${column} = ?`), ...clear.map((column) => `${column} = NULL`)]
  if (parts.length > 0)
    run(
      database,
      `UPDATE ${factKinds[kind].table} SET ${parts.join(', ')} WHERE id = ?`,
      ...set.map((column) => values.get(column)),
      id,
    )
  if (hasStratum(kind) && stratumColumns.some((column) => values.has(column) || cleared.includes(column)))
    changeStratum(database, kind, id, values, cleared)
  for (const column of cleared) clearElsewhere(database, kind, id, column)
  writeElsewhere(database, kind, id, values)
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
}

function clearElsewhere(database: WritableDatabase, kind: FactKind, id: number, column: string): void {
  if (kind === 'evaluations' && column.startsWith('answer:'))
    run(
      database,
      'DELETE FROM answers WHERE evaluation_id = ? AND question_id = ?',
      id,
      Number(column.slice(7)),
    )
  if (kind === 'interactions' && (column === 'subject' || column === 'description'))
    run(
      database,
      column === 'subject'
        ? 'UPDATE interaction_texts SET subject = NULL WHERE interaction_id = ?'
        : 'UPDATE interaction_texts SET description = NULL WHERE interaction_id = ?',
      id,
    )
}

function writeElsewhere(database: WritableDatabase, kind: FactKind, id: number, values: Statement): void {
  if (kind === 'interactions' && (values.has('subject') || values.has('description'))) {
    run(
      database,
      `INSERT INTO interaction_texts (interaction_id, subject, description) VALUES (?, ?, ?)
       ON CONFLICT (interaction_id) DO UPDATE SET subject = ifnull(excluded.subject, subject), description = ifnull(excluded.description, description)`,
      id,
      values.get('subject') ?? null,
      values.get('description') ?? null,
    )
  } else if (kind === 'evaluations') {
    for (const [column, value] of values)
      if (column.startsWith('answer:')) writeAnswer(database, id, Number(column.slice(7)), String(value))
  } else if (kind === 'transcripts' && values.has('segments')) {
    writeSegments(database, id, String(values.get('segments')))
  }
}

function writeAnswer(
  database: WritableDatabase,
  evaluationId: number,
  questionId: number,
  value: string,
): void {
  run(
    database,
    `INSERT OR REPLACE INTO answers (evaluation_id, ${ANSWER_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    evaluationId,
    questionId,
    ...(JSON.parse(value) as unknown[]),
  )
}

function writeSegments(database: WritableDatabase, transcriptId: number, value: string): void {
  run(database, 'DELETE FROM segments WHERE transcript_id = ?', transcriptId)
  const insert = statement(
    database,
    'INSERT INTO segments (transcript_id, position, speaker, role, start_ms, end_ms, text, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const [position, parts] of (JSON.parse(value) as unknown[][]).entries())
    insert.run(transcriptId, position, ...parts)
  // whatever was read from the earlier text no longer holds
  run(database, 'UPDATE transcripts SET read_version = NULL WHERE id = ?', transcriptId)
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
