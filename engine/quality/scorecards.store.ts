import { all, allRaw, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** The id of the scorecard of this name, made when it is new. */
export function scorecardId(database: WritableDatabase, name: string, formRef: string | null): number {
  return (
    one<{ id: number }>(database, 'SELECT id FROM scorecards WHERE name = ?', name)?.id ??
    run(database, `INSERT INTO scorecards (name, form_ref, strategy) VALUES (?, ?, 'unknown')`, name, formRef)
      .id
  )
}

/** The id of a scorecard version, made (with its scorecard) when it is new. */
export function scorecardVersionId(
  database: WritableDatabase,
  form: { name: string; formRef: string | null; version: string },
): { scorecardId: number; versionId: number } {
  const ofScorecard = scorecardId(database, form.name, form.formRef)
  const versionId =
    one<{ id: number }>(
      database,
      'SELECT id FROM scorecard_versions WHERE scorecard_id = ? AND version = ?',
      ofScorecard,
      form.version,
    )?.id ??
    run(
      database,
      'INSERT INTO scorecard_versions (scorecard_id, version) VALUES (?, ?)',
      ofScorecard,
      form.version,
    ).id
  return { scorecardId: ofScorecard, versionId }
}

/** A question as a form words it. */
export interface QuestionWording {
  /** The vendor's id, else the normalised wording: what makes it the same question over all versions. */
  stableKey: string
  label: string
  section: string | null
  weight: number | null
  isCritical: boolean
  position: number
}

/** The id of a question of a scorecard, the same over all its versions, made when it is new. */
export function questionId(
  database: WritableDatabase,
  scorecardId: number,
  question: QuestionWording,
): number {
  const known = one<{ id: number }>(
    database,
    'SELECT id FROM questions WHERE scorecard_id = ? AND stable_key = ?',
    scorecardId,
    question.stableKey,
  )
  return (
    known?.id ??
    run(
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
  )
}

/** Notes how an import words a question; what stands is what the newest of them says. */
export function stateQuestion(
  database: WritableDatabase,
  questionId: number,
  importId: number,
  { label, section, weight }: Pick<QuestionWording, 'label' | 'section' | 'weight'>,
): void {
  run(
    database,
    `INSERT INTO question_statements (question_id, import_id, label, section, weight) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET label = excluded.label, section = ifnull(excluded.section, section), weight = ifnull(excluded.weight, weight)`,
    questionId,
    importId,
    label,
    section,
    weight,
  )
  settleQuestion(database, questionId)
}

/** Takes back what an import says of questions; those it shares with others are then as these word them. */
export function withdrawQuestions(database: WritableDatabase, importId: number): void {
  const stated = all<{ questionId: number }>(
    database,
    'DELETE FROM question_statements WHERE import_id = ? RETURNING question_id AS questionId',
    importId,
  )
  for (const { questionId } of stated) settleQuestion(database, questionId)
}

/** The newest statement counts; of section and weight the newest that gives one. With none left nothing answers the question any more. */
function settleQuestion(database: WritableDatabase, questionId: number): void {
  const newest = (column: string) =>
    `(SELECT ${column} FROM question_statements WHERE question_id = questions.id AND ${column} IS NOT NULL ORDER BY import_id DESC LIMIT 1)`
  run(
    database,
    `UPDATE questions SET label = ${newest('label')}, section = ${newest('section')}, weight = ${newest('weight')}
     WHERE id = ? AND EXISTS (SELECT 1 FROM question_statements WHERE question_id = questions.id)`,
    questionId,
  )
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
  /** Whether rules that reviewers wrote for the form answer it. */
  isByOwnRules: number
}

/** That a question was answered, and by whom or what: its id and three flags, as `QuestionRow` has them. */
export type AnsweredQuestion = [id: number, isAutomated: number, isOurs: number, isByOwnRules: number]

/** Which questions were answered by whom or what: all answers are looked at. */
export function readAnsweredQuestions(database: ReadableDatabase): AnsweredQuestion[] {
  return allRaw<AnsweredQuestion>(
    database,
    `SELECT DISTINCT question_id, origin = 'automated', evaluations.transcript_id IS NOT NULL AND rule_evaluations.evaluation_id IS NULL, rule_evaluations.evaluation_id IS NOT NULL
     FROM answers JOIN evaluations ON evaluations.id = answers.evaluation_id LEFT JOIN rule_evaluations ON rule_evaluations.evaluation_id = evaluations.id
     WHERE scorer_id IS NULL
     -- those that only an aggregate of another workspace has answers to
     UNION SELECT CAST(substr(metric_id, instr(metric_id, ':') + 1) AS INTEGER), metric_id GLOB 'auto:*', 0, 0
     FROM (SELECT DISTINCT metric_id FROM aggregated_observations WHERE metric_id GLOB 'question:[0-9]*' OR metric_id GLOB 'auto:[0-9]*')
     ORDER BY 1, 2, 3, 4`,
  )
}

/** How many evaluations there are, the newest, and how many own rules made: changes whenever any are added or taken away. */
export function readEvaluationMarks(database: ReadableDatabase): string {
  const { marks } = one<{ marks: string }>(
    database,
    `SELECT (SELECT count(*) FROM evaluations) || ' ' || (SELECT ifnull(max(id), 0) FROM evaluations) || ' ' || (SELECT count(*) FROM rule_evaluations) AS marks`,
  )!
  return marks
}

/** Every question that was answered, in its form's order; one that people and automation answer comes once for each. */
export function readQuestions(
  database: ReadableDatabase,
  answered: readonly AnsweredQuestion[],
): QuestionRow[] {
  return all<QuestionRow>(
    database,
    `SELECT questions.id, scorecard_id AS scorecardId, scorecards.name AS form, stable_key AS stableKey, label, section, position, weight,
            is_critical AS isCritical, isAutomated, isOurs, isByOwnRules
     FROM questions JOIN scorecards ON scorecards.id = scorecard_id
     JOIN (SELECT value ->> 0 AS question_id, value ->> 1 AS isAutomated, value ->> 2 AS isOurs, value ->> 3 AS isByOwnRules FROM json_each(?)) ON question_id = questions.id
     ORDER BY scorecard_id, position, questions.id, isAutomated, isOurs, isByOwnRules`,
    JSON.stringify(answered),
  )
}

/** The question of a driver (`question:<id>`) and its scorecard, where that has a version one can score on; undefined for other drivers. */
export function questionToScoreOn(
  database: ReadableDatabase,
  driverId: string,
): { scorecardId: number; about: string } | undefined {
  const id = /^question:(\d+)$/.exec(driverId)?.[1]
  if (id === undefined) return undefined
  return one(
    database,
    `SELECT scorecard_id AS scorecardId, label AS about FROM questions WHERE id = ?
       AND EXISTS (SELECT 1 FROM scorecard_versions WHERE scorecard_versions.scorecard_id = questions.scorecard_id AND state = 'published')`,
    Number(id),
  )
}

/** The drivers that are questions one can score on here: more evaluations of them are drawn and not imported. */
export function readScoredHere(database: ReadableDatabase): ReadonlySet<string> {
  return new Set(
    all<{ driverId: string }>(
      database,
      `SELECT 'question:' || id AS driverId FROM questions
       WHERE scorecard_id IN (SELECT scorecard_id FROM scorecard_versions WHERE state = 'published')`,
    ).map(({ driverId }) => driverId),
  )
}
