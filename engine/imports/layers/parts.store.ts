import { all, one, run, statement, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import type { FactKind, FactValue, Statement } from '../../fact-kinds.ts'

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
  /** Who set it and what may lie behind it, where a review said so: in another workspace, since no export does. */
  set_by?: string | null
  root_causes?: string | null
}

interface SegmentRow {
  speaker: string
  role: string
  start_ms: number | null
  end_ms: number | null
  text: string
  confidence: number | null
}

interface Figure {
  metricId: string
  of: string
  value: number
}

const answerParts = ['value', 'weight', 'comment', 'automated_value', 'set_by', 'root_causes'] as const
/** Score, points and what sets them aside stand or fall together. */
const MARK = 'mark'

/** An answer as values of its evaluation's statement; a part that is empty states nothing. */
export function answerStatement(questionId: number, answer: Omit<AnswerRow, 'question_id'>): Statement {
  const values: Statement = new Map()
  const { score, points, max_points, is_not_applicable, has_failed_critical } = answer
  if (score !== null || points !== null || is_not_applicable || has_failed_critical)
    values.set(
      `answer:${questionId}:${MARK}`,
      JSON.stringify([score, points, max_points, is_not_applicable, has_failed_critical]),
    )
  for (const part of answerParts) {
    const value = answer[part] ?? null
    if (value !== null) values.set(`answer:${questionId}:${part}`, value)
  }
  return values
}

/** The segments of a transcript as one value of its statement. */
export function segmentsValue(segments: readonly SegmentRow[]): string {
  return JSON.stringify(segments.map((s) => [s.speaker, s.role, s.start_ms, s.end_ms, s.text, s.confidence]))
}

/** A figure of a period summary as an entry of its statement. */
export function figureEntry(figure: Figure): [string, number] {
  return [`figure:${figure.metricId}:${figure.of}`, figure.value]
}

/** What stands of a fact outside its own row. */
export function readElsewhere(database: ReadableDatabase, kind: FactKind, id: number): Statement {
  if (kind === 'interactions') return readTexts(database, id)
  if (kind === 'evaluations') return readAnswers(database, id)
  if (kind === 'transcripts') {
    // no import states the words of a recording: they are made here, and stay whatever is undone
    return isRecorded(database, id) ? new Map() : new Map([['segments', readSegments(database, id)]])
  }
  if (kind === 'periodSummaries') return new Map(readFigures(database, id).map(figureEntry))
  return new Map()
}

/** Writes those values of a statement that stand outside the fact's own row. */
export function writeElsewhere(
  database: WritableDatabase,
  kind: FactKind,
  id: number,
  values: Statement,
): void {
  if (kind === 'interactions') writeTexts(database, id, values)
  else if (kind === 'evaluations') writeAnswers(database, id, values)
  else if (kind === 'periodSummaries') writeFigures(database, id, values, [])
  else if (kind === 'transcripts') {
    const segments = values.get('segments')
    if (segments !== undefined) writeSegments(database, id, String(segments))
  }
}

/** Empties what stands outside the fact's own row. */
export function clearElsewhere(
  database: WritableDatabase,
  kind: FactKind,
  id: number,
  columns: readonly string[],
): void {
  if (kind === 'interactions') clearTexts(database, id, columns)
  else if (kind === 'evaluations') clearAnswers(database, id, columns)
  else if (kind === 'periodSummaries') writeFigures(database, id, new Map(), columns)
}

function readTexts(database: ReadableDatabase, id: number): Statement {
  const texts = one<{ subject: string | null; description: string | null }>(
    database,
    'SELECT subject, description FROM interaction_texts WHERE interaction_id = ?',
    id,
  )
  const values: Statement = new Map()
  if (texts?.subject) values.set('subject', texts.subject)
  if (texts?.description) values.set('description', texts.description)
  return values
}

function writeTexts(database: WritableDatabase, id: number, values: Statement): void {
  if (!values.has('subject') && !values.has('description')) return
  run(
    database,
    `INSERT INTO interaction_texts (interaction_id, subject, description) VALUES (?, ?, ?)
     ON CONFLICT (interaction_id) DO UPDATE SET subject = ifnull(excluded.subject, subject), description = ifnull(excluded.description, description)`,
    id,
    values.get('subject') ?? null,
    values.get('description') ?? null,
  )
}

function clearTexts(database: WritableDatabase, id: number, columns: readonly string[]): void {
  const [subject, description] = [columns.includes('subject'), columns.includes('description')]
  if (!subject && !description) return
  run(
    database,
    `UPDATE interaction_texts SET subject = CASE WHEN ? THEN NULL ELSE subject END,
       description = CASE WHEN ? THEN NULL ELSE description END WHERE interaction_id = ?`,
    Number(subject),
    Number(description),
    id,
  )
  run(
    database,
    'DELETE FROM interaction_texts WHERE interaction_id = ? AND subject IS NULL AND description IS NULL',
    id,
  )
}

const EDIT_OF_IT = `SELECT 1 FROM answer_edits AS stated WHERE stated.evaluation_id = answers.evaluation_id AND stated.question_id = answers.question_id`

function readAnswers(database: ReadableDatabase, id: number): Statement {
  const answers = all<AnswerRow>(
    database,
    // what imports stated: what a decision on a dispute changed since is no statement of theirs
    `SELECT question_id, value, score, points, max_points, weight, is_not_applicable, has_failed_critical, comment, automated_value, set_by, root_causes
     FROM answers WHERE evaluation_id = ?1 AND NOT EXISTS (${EDIT_OF_IT})
     UNION ALL SELECT question_id, stated.value, stated.score, stated.points, stated.max_points, stated.weight, stated.is_not_applicable, stated.has_failed_critical, comment, automated_value, set_by, root_causes
     FROM answers JOIN answer_edits AS stated USING (evaluation_id, question_id) WHERE evaluation_id = ?1`,
    id,
  )
  return new Map(answers.flatMap(({ question_id, ...answer }) => [...answerStatement(question_id, answer)]))
}

/** The question and the part an entry of an evaluation's statement is about. */
function answerPart(column: string): { questionId: number; part: string } | undefined {
  const [kind, questionId, part] = column.split(':')
  return kind === 'answer' && part !== undefined ? { questionId: Number(questionId), part } : undefined
}

function writeAnswers(database: WritableDatabase, id: number, values: Statement): void {
  for (const [column, value] of values) {
    const target = answerPart(column)
    if (target) writeAnswerPart(database, id, target.questionId, target.part, value)
  }
}

function writeAnswerPart(
  database: WritableDatabase,
  id: number,
  questionId: number,
  part: string,
  value: FactValue | null,
): void {
  run(
    database,
    `INSERT INTO answers (evaluation_id, question_id, is_not_applicable, has_failed_critical) VALUES (?, ?, 0, 0)
     ON CONFLICT (evaluation_id, question_id) DO NOTHING`,
    id,
    questionId,
  )
  if (part === MARK)
    run(
      database,
      `UPDATE answers SET score = ?, points = ?, max_points = ?, is_not_applicable = ?, has_failed_critical = ?
       WHERE evaluation_id = ? AND question_id = ?`,
      ...(value === null ? [null, null, null, 0, 0] : (JSON.parse(String(value)) as unknown[])),
      id,
      questionId,
    )
  else if (answerParts.some((known) => known === part))
    run(
      database,
      `UPDATE answers SET ${part} = ? WHERE evaluation_id = ? AND question_id = ?`,
      value,
      id,
      questionId,
    )
}

function clearAnswers(database: WritableDatabase, id: number, columns: readonly string[]): void {
  for (const column of columns) {
    const target = answerPart(column)
    if (target) writeAnswerPart(database, id, target.questionId, target.part, null)
  }
  if (columns.some((column) => answerPart(column)))
    run(
      database,
      `DELETE FROM answers WHERE evaluation_id = ? AND value IS NULL AND score IS NULL AND points IS NULL AND weight IS NULL AND comment IS NULL
         AND automated_value IS NULL AND set_by IS NULL AND root_causes IS NULL AND is_not_applicable = 0 AND has_failed_critical = 0`,
      id,
    )
}

const originalOf = (field: 'text' | 'role') =>
  `(SELECT before FROM segment_corrections AS said WHERE said.transcript_id = segments.transcript_id AND said.position = segments.position
     AND field = '${field}' AND undone_at IS NULL ORDER BY said.id LIMIT 1)`

function isRecorded(database: ReadableDatabase, transcriptId: number): boolean {
  return (
    one(database, 'SELECT 1 AS found FROM recordings WHERE transcript_id = ?', transcriptId) !== undefined
  )
}

function readSegments(database: ReadableDatabase, id: number): string {
  return segmentsValue(
    all<SegmentRow>(
      database,
      // what imports stated: what a person corrected since is no statement of theirs
      `SELECT speaker, coalesce(${originalOf('role')}, role) AS role, start_ms, end_ms, coalesce(${originalOf('text')}, text) AS text, confidence
       FROM segments WHERE transcript_id = ? ORDER BY position`,
      id,
    ),
  )
}

function writeSegments(database: WritableDatabase, transcriptId: number, value: string): void {
  // corrections were of the turns before
  for (const table of ['segments', 'segment_words', 'segment_corrections'] as const)
    run(database, `DELETE FROM ${table} WHERE transcript_id = ?`, transcriptId)
  const insert = statement(
    database,
    'INSERT INTO segments (transcript_id, position, speaker, role, start_ms, end_ms, text, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const [position, parts] of (JSON.parse(value) as unknown[][]).entries())
    insert.run(transcriptId, position, ...parts)
}

function readFigures(database: ReadableDatabase, id: number): Figure[] {
  const row = one<{ figures: string }>(database, 'SELECT figures FROM period_summaries WHERE id = ?', id)
  return row ? (JSON.parse(row.figures) as Figure[]) : []
}

function writeFigures(
  database: WritableDatabase,
  id: number,
  values: Statement,
  cleared: readonly string[],
): void {
  const isFigure = (column: string) => column.startsWith('figure:')
  if (![...values.keys(), ...cleared].some(isFigure)) return
  const figures = new Map<string, FactValue>(readFigures(database, id).map(figureEntry))
  for (const column of cleared) figures.delete(column)
  for (const [column, value] of values) if (isFigure(column)) figures.set(column, value)
  const list = [...figures]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([column, value]) => {
      const [, metricId, of] = /^figure:(.*):([^:]*)$/.exec(column)!
      return { metricId, of, value }
    })
  run(database, 'UPDATE period_summaries SET figures = ? WHERE id = ?', JSON.stringify(list), id)
}
