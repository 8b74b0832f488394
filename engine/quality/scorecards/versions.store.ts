import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** One version of a scorecard. `stated`: only answers to it were imported, and nobody knows the form. */
export interface VersionRow {
  id: number
  scorecardId: number
  version: string
  state: 'stated' | 'draft' | 'published'
  /** JSON; null where the form is not known. */
  definition: string | null
  basedOnId: number | null
  note: string | null
  editedAt: number | null
  publishedAt: number | null
  revision: number
  evaluations: number
}

/** A scorecard as the list shows it. */
export interface ScorecardRow {
  id: number
  name: string
  formRef: string | null
  versions: number
  publishedVersion: string | null
  hasDraft: number
  questions: number
  evaluations: number
  automatedEvaluations: number
  lastDay: number | null
}

const VERSION = `SELECT id, scorecard_id AS scorecardId, version, state, definition, based_on_id AS basedOnId, note, edited_at AS editedAt,
    published_at AS publishedAt, revision,
    (SELECT count(*) FROM evaluations WHERE scorecard_version_id = scorecard_versions.id AND origin <> 'automated') AS evaluations
  FROM scorecard_versions`

/** Every scorecard, those one can score on first. */
export function readScorecards(database: ReadableDatabase): ScorecardRow[] {
  return all<ScorecardRow>(
    database,
    `SELECT scorecards.id, name, form_ref AS formRef, count(scorecard_versions.id) FILTER (WHERE state <> 'draft') AS versions,
       (SELECT version FROM scorecard_versions AS mine WHERE mine.scorecard_id = scorecards.id AND state = 'published' ORDER BY published_at DESC, id DESC LIMIT 1) AS publishedVersion,
       coalesce(max(state = 'draft'), 0) AS hasDraft,
       (SELECT count(*) FROM questions WHERE questions.scorecard_id = scorecards.id) AS questions,
       coalesce(sum(done.human), 0) AS evaluations, coalesce(sum(done.automated), 0) AS automatedEvaluations, max(done.lastDay) AS lastDay
     FROM scorecards LEFT JOIN scorecard_versions ON scorecard_versions.scorecard_id = scorecards.id
     LEFT JOIN (
       SELECT scorecard_version_id, count(*) FILTER (WHERE origin <> 'automated') AS human, count(*) FILTER (WHERE origin = 'automated') AS automated,
         max(contact_day) AS lastDay
       FROM evaluations GROUP BY scorecard_version_id) AS done ON done.scorecard_version_id = scorecard_versions.id
     GROUP BY scorecards.id ORDER BY publishedVersion IS NULL AND hasDraft = 0, name`,
  )
}

/** A scorecard's name and the vendor's id of it, or undefined. */
export function readScorecard(
  database: ReadableDatabase,
  id: number,
): { id: number; name: string; formRef: string | null } | undefined {
  return one(database, 'SELECT id, name, form_ref AS formRef FROM scorecards WHERE id = ?', id)
}

/** The scorecard of a name, whatever its case. */
export function findScorecardNamed(database: ReadableDatabase, name: string): number | undefined {
  return one<{ id: number }>(database, 'SELECT id FROM scorecards WHERE lower(name) = lower(?)', name)?.id
}

/** The scorecard of a vendor's id. */
export function findScorecardByRef(database: ReadableDatabase, formRef: string): number | undefined {
  return one<{ id: number }>(
    database,
    'SELECT id FROM scorecards WHERE form_ref = ? ORDER BY id LIMIT 1',
    formRef,
  )?.id
}

/** Makes a scorecard. */
export function insertScorecard(database: WritableDatabase, name: string, formRef: string | null): number {
  return run(
    database,
    `INSERT INTO scorecards (name, form_ref, strategy) VALUES (?, ?, 'unknown')`,
    name,
    formRef,
  ).id
}

/** Names a scorecard anew, and says how it scores. */
export function updateScorecard(
  database: WritableDatabase,
  id: number,
  { name, strategy }: { name: string; strategy: string },
): void {
  run(database, 'UPDATE scorecards SET name = ?, strategy = ? WHERE id = ?', name, strategy, id)
}

/** Its versions, newest first. */
export function readVersions(database: ReadableDatabase, scorecardId: number): VersionRow[] {
  return all<VersionRow>(
    database,
    `${VERSION} WHERE scorecard_id = ? ORDER BY state = 'draft' DESC, published_at DESC, id DESC`,
    scorecardId,
  )
}

/** One version, or undefined. */
export function readVersion(database: ReadableDatabase, id: number): VersionRow | undefined {
  return one<VersionRow>(database, `${VERSION} WHERE id = ?`, id)
}

/** The newest version one can score on. */
export function readPublished(database: ReadableDatabase, scorecardId: number): VersionRow | undefined {
  return one<VersionRow>(
    database,
    `${VERSION} WHERE scorecard_id = ? AND state = 'published' ORDER BY published_at DESC, id DESC LIMIT 1`,
    scorecardId,
  )
}

/** The draft, if somebody is at one. */
export function readDraft(database: ReadableDatabase, scorecardId: number): VersionRow | undefined {
  return one<VersionRow>(database, `${VERSION} WHERE scorecard_id = ? AND state = 'draft'`, scorecardId)
}

/** Starts a draft; gives its id. */
export function insertDraft(
  database: WritableDatabase,
  draft: { scorecardId: number; definition: string; basedOnId: number | null; at: number },
): number {
  return run(
    database,
    `INSERT INTO scorecard_versions (scorecard_id, version, state, definition, based_on_id, edited_at, revision) VALUES (?, 'draft', 'draft', ?, ?, ?, 1)`,
    draft.scorecardId,
    draft.definition,
    draft.basedOnId,
    draft.at,
  ).id
}

/** Writes a draft anew if nobody else has since `revision`; whether that was so. */
export function updateDraft(
  database: WritableDatabase,
  draft: { id: number; definition: string; revision: number; at: number },
): boolean {
  return (
    run(
      database,
      `UPDATE scorecard_versions SET definition = ?, edited_at = ?, revision = revision + 1 WHERE id = ? AND state = 'draft' AND revision = ?`,
      draft.definition,
      draft.at,
      draft.id,
      draft.revision,
    ).changes > 0
  )
}

/** Takes a draft away. */
export function deleteDraft(database: WritableDatabase, id: number): void {
  run(database, `DELETE FROM scorecard_versions WHERE id = ? AND state = 'draft'`, id)
}

/** Turns a draft into a version that never changes again. */
export function publishDraft(
  database: WritableDatabase,
  draft: { id: number; version: string; note: string | null; at: number },
): void {
  run(
    database,
    `UPDATE scorecard_versions SET state = 'published', version = ?, note = ?, published_at = ? WHERE id = ? AND state = 'draft'`,
    draft.version,
    draft.note,
    draft.at,
    draft.id,
  )
}

/** Gives a version that only answers named, or a new one, the form it has. */
export function writeDefinition(
  database: WritableDatabase,
  version: { scorecardId: number; version: string; definition: string; note: string | null; at: number },
): number {
  return run(
    database,
    `INSERT INTO scorecard_versions (scorecard_id, version, state, definition, note, published_at) VALUES (?, ?, 'published', ?, ?, ?)
     ON CONFLICT (scorecard_id, version) DO UPDATE SET state = 'published', definition = excluded.definition, note = excluded.note, published_at = excluded.published_at
     RETURNING id`,
    version.scorecardId,
    version.version,
    version.definition,
    version.note,
    version.at,
  ).id
}

/** Words a question as the newest version of its form does, and says in which place it stands. */
export function updateQuestion(
  database: WritableDatabase,
  question: {
    id: number
    label: string
    section: string | null
    weight: number | null
    position: number
  },
): void {
  run(
    database,
    'UPDATE questions SET label = ?, section = ?, weight = ?, position = ? WHERE id = ?',
    question.label,
    question.section,
    question.weight,
    question.position,
    question.id,
  )
}

/** Whether anything was scored, picked or drawn on a scorecard. */
export function isScorecardUsed(database: ReadableDatabase, scorecardId: number): boolean {
  return (
    one(
      database,
      `SELECT 1 FROM scorecard_versions JOIN evaluations ON scorecard_version_id = scorecard_versions.id WHERE scorecard_id = ?1
       UNION ALL SELECT 1 FROM reviews WHERE scorecard_id = ?1 UNION ALL SELECT 1 FROM sampling_plans WHERE scorecard_id = ?1 LIMIT 1`,
      scorecardId,
    ) !== undefined
  )
}

/** Takes away a scorecard nothing rests on. */
export function deleteScorecard(database: WritableDatabase, id: number): void {
  run(database, 'DELETE FROM scorecard_versions WHERE scorecard_id = ?', id)
  run(database, 'DELETE FROM questions WHERE scorecard_id = ?', id)
  run(database, 'DELETE FROM scorecards WHERE id = ?', id)
}
