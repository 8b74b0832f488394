import { all, one, type ReadableDatabase } from '../../store/index.ts'
import type { LabelKind } from '../../interactions/index.ts'

/** A form's version as a workspace has it. */
export interface TheirForm {
  scorecardId: number
  name: string
  formRef: string | null
  version: string
}

/** How a workspace names a question. */
export interface TheirQuestion {
  scorecardId: number
  stableKey: string
  label: string
  section: string | null
  position: number
  weight: number | null
  isCritical: number
}

/** How a source there names somebody. */
export interface TheirNaming {
  source: string
  timeZone: string
  externalId: string | null
  name: string | null
  email: string | null
  otherIds: string | null
}

/** The naming behind an identity. */
export function readNaming(database: ReadableDatabase, id: number): TheirNaming {
  return one<TheirNaming>(
    database,
    `SELECT sources.name AS source, time_zone AS timeZone, external_id AS externalId, identities.name, email, other_ids AS otherIds
     FROM identities JOIN sources ON sources.id = source_id WHERE identities.id = ?`,
    id,
  )!
}

/** The label behind an id. */
export function readLabel(database: ReadableDatabase, id: number): { kind: LabelKind; name: string } {
  return one<{ kind: LabelKind; name: string }>(database, 'SELECT kind, name FROM labels WHERE id = ?', id)!
}

/** The form behind a version's id. */
export function readForm(database: ReadableDatabase, versionId: number): TheirForm {
  return one<TheirForm>(
    database,
    `SELECT scorecard_id AS scorecardId, name, form_ref AS formRef, version FROM scorecard_versions JOIN scorecards ON scorecards.id = scorecard_id
     WHERE scorecard_versions.id = ?`,
    versionId,
  )!
}

/** The question behind an id, with its form. */
export function readQuestion(database: ReadableDatabase, id: number): TheirQuestion & { form: TheirForm } {
  const question = one<TheirQuestion & { formName: string; formRef: string | null }>(
    database,
    `SELECT scorecard_id AS scorecardId, stable_key AS stableKey, label, section, position, weight, is_critical AS isCritical, name AS formName, form_ref AS formRef
     FROM questions JOIN scorecards ON scorecards.id = scorecard_id WHERE questions.id = ?`,
    id,
  )!
  const { formName: name, formRef, scorecardId } = question
  return { ...question, form: { scorecardId, name, formRef, version: '' } }
}

/** How an import there words questions. */
export function readQuestionStatements(
  database: ReadableDatabase,
  importId: number,
): { questionId: number; label: string; section: string | null; weight: number | null }[] {
  return all(
    database,
    'SELECT question_id AS questionId, label, section, weight FROM question_statements WHERE import_id = ? ORDER BY question_id',
    importId,
  )
}

/** Where an import there says people belong. */
export function readSpells(
  database: ReadableDatabase,
  importId: number,
): {
  identityId: number
  team: string
  site: string | null
  basis: 'roster' | 'observed'
  fromDay: number | null
  toDay: number | null
}[] {
  return all(
    database,
    `SELECT identity_id AS identityId, teams.name AS team, team_spells.site, basis, from_day AS fromDay, to_day AS toDay
     FROM team_spells JOIN teams ON teams.id = team_id WHERE import_id = ? ORDER BY team_spells.id`,
    importId,
  )
}

/** Whom an import there names. */
export function readMentions(database: ReadableDatabase, importId: number): number[] {
  return all<{ id: number }>(
    database,
    'SELECT identity_id AS id FROM identity_mentions WHERE import_id = ? ORDER BY identity_id',
    importId,
  ).map(({ id }) => id)
}

/** The evaluations that reviewers made there, as they stand; calibrations stay behind. */
export function readReviewed(database: ReadableDatabase): ReviewedThere[] {
  return all<ReviewedThere>(
    database,
    `SELECT evaluations.id, evaluations.scorecard_version_id AS versionId, identity_id AS identityId, coalesce(evaluations.contact_ref, reviews.contact_ref) AS contactRef,
       evaluator, evaluated_at AS evaluatedAt, evaluations.day, computed_score AS score, has_failed_critical AS hasFailedCritical, origin, evaluations.comment,
       evaluations.weight, is_representative AS isRepresentative
     FROM evaluations JOIN reviews ON reviews.id = review_id WHERE is_calibration = 0 ORDER BY evaluations.id`,
  )
}

/** An evaluation made by a review. */
export interface ReviewedThere {
  id: number
  versionId: number
  identityId: number | null
  contactRef: string | null
  evaluator: string | null
  evaluatedAt: number | null
  day: number | null
  score: number | null
  hasFailedCritical: number
  origin: string
  comment: string | null
  weight: number | null
  isRepresentative: number
}

/** An answer of one of them. */
export interface AnswerThere {
  questionId: number
  value: string | null
  score: number | null
  points: number | null
  max_points: number | null
  weight: number | null
  is_not_applicable: number
  has_failed_critical: number
  comment: string | null
  automated_value: string | null
  set_by: string | null
  root_causes: string | null
}

/** The answers of an evaluation as they stand. */
export function readAnswersThere(database: ReadableDatabase, evaluationId: number): AnswerThere[] {
  return all<AnswerThere>(
    database,
    `SELECT question_id AS questionId, value, score, points, max_points, weight, is_not_applicable, has_failed_critical, comment, automated_value, set_by, root_causes
     FROM answers WHERE evaluation_id = ? ORDER BY question_id`,
    evaluationId,
  )
}
