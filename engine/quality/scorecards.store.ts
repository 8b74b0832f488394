import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** The id of a scorecard version, made (with its scorecard) when it is new. */
export function scorecardVersionId(
  database: WritableDatabase,
  form: { name: string; formRef: string | null; version: string },
): { scorecardId: number; versionId: number } {
  const scorecardId =
    one<{ id: number }>(database, 'SELECT id FROM scorecards WHERE name = ?', form.name)?.id ??
    run(
      database,
      `INSERT INTO scorecards (name, form_ref, strategy) VALUES (?, ?, 'unknown')`,
      form.name,
      form.formRef,
    ).id
  const versionId =
    one<{ id: number }>(
      database,
      'SELECT id FROM scorecard_versions WHERE scorecard_id = ? AND version = ?',
      scorecardId,
      form.version,
    )?.id ??
    run(
      database,
      'INSERT INTO scorecard_versions (scorecard_id, version) VALUES (?, ?)',
      scorecardId,
      form.version,
    ).id
  return { scorecardId, versionId }
}

/** The id of a question of a scorecard, the same over all its versions, made when it is new. The newest wording is kept. */
export function questionId(
  database: WritableDatabase,
  scorecardId: number,
  question: {
    stableKey: string
    label: string
    section: string | null
    weight: number | null
    isCritical: boolean
    position: number
  },
): number {
  const known = one<{ id: number }>(
    database,
    'SELECT id FROM questions WHERE scorecard_id = ? AND stable_key = ?',
    scorecardId,
    question.stableKey,
  )
  if (!known)
    return run(
      database,
      'INSERT INTO questions (scorecard_id, stable_key, label, section, position, weight, is_critical) VALUES (?, ?, ?, ?, ?, ?, ?)',
      scorecardId,
      question.stableKey,
      question.label,
      question.section,
      question.position,
      question.weight,
      Number(question.isCritical),
    ).id
  run(
    database,
    `UPDATE questions SET label = ?, section = ifnull(?, section), weight = ifnull(?, weight), is_critical = max(is_critical, ?)
     WHERE id = ?`,
    question.label,
    question.section,
    question.weight,
    Number(question.isCritical),
    known.id,
  )
  return known.id
}

/** A question with its form. */
export interface QuestionRow {
  id: number
  scorecardId: number
  form: string
  stableKey: string
  label: string
  section: string | null
  position: number
  weight: number | null
  isCritical: number
  /** Whether automated evaluations answer it; a question both answer comes once for each. */
  isAutomated: number
  /** Whether the form is Debrief's own starter scorecard. */
  isOurs: number
}

/** Every question of every form that somebody or something answered, in the form's order. */
export function readQuestions(database: ReadableDatabase): QuestionRow[] {
  return all<QuestionRow>(
    database,
    `SELECT questions.id, scorecard_id AS scorecardId, scorecards.name AS form, stable_key AS stableKey, label, section, position, weight,
            is_critical AS isCritical, isAutomated, isOurs
     FROM questions JOIN scorecards ON scorecards.id = scorecard_id
     JOIN (SELECT DISTINCT question_id, origin = 'automated' AS isAutomated, transcript_id IS NOT NULL AS isOurs
           FROM answers JOIN evaluations ON evaluations.id = evaluation_id) ON question_id = questions.id
     ORDER BY scorecard_id, position, questions.id`,
  )
}
