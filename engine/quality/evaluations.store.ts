import { mayScore } from '../governance/index.ts'
import { all, type ReadableDatabase } from '../store/index.ts'
import { PICKED_BY_CHANCE } from './counted-reviews.store.ts'

/** An evaluation with its form and person. */
export interface EvaluationRow {
  id: number
  form: string
  formVersion: string
  origin: 'human' | 'automated' | 'assisted'
  isCalibration: number
  /** What it stands for where it was drawn: 1 over its chance; null for imports, and for what was picked otherwise. */
  weight: number | null
  /** Whether a review here made it: 0 or 1. */
  isReviewedHere: number
  personId: number | null
  evaluator: string | null
  at: number | null
  contactDay: number | null
  interactionId: number | null
  transcriptId: number | null
  scorecardId: number
  /** Whether rules that reviewers wrote for the form gave it: 0 or 1. */
  isByOwnRules: number
  contactRef: string | null
  vendorScore: number | null
  computedScore: number | null
  scoreBeforeFail: number | null
  comment: string | null
  /** The language model that made it, as `model:NAME`; null for people, imports and rules. */
  scorerId: string | null
}

/** An answer with its question. */
export interface AnswerRow {
  evaluationId: number
  questionId: number
  stableKey: string
  label: string
  section: string | null
  isCritical: number
  value: string | null
  score: number | null
  isNotApplicable: number
  hasFailedCritical: number
  comment: string | null
  confidence: number | null
  abstainedBecause: string | null
  /** Of a review made here: who answered; null for imports and automated evaluations. */
  setBy: 'reviewer' | 'default' | 'condition' | 'automation' | 'over automation' | null
}

/** A piece of evidence of an automated answer. */
export interface EvidenceRow {
  evaluationId: number
  questionId: number
  segment: number
  startChar: number
  endChar: number
  startMs: number | null
  endMs: number | null
  quote: string
}

/** Which evaluations to read: of one contact, one person, some days (day numbers, both ends included), or the newest. */
export interface EvaluationFilter {
  interactionId?: number
  personId?: number
  days?: { from: number; to: number }
  limit?: number
}

/** What is scored in a calibration is nobody's to see before it is revealed. */
const NOT_HIDDEN = `NOT EXISTS (SELECT 1 FROM reviews AS mine JOIN calibration_items ON calibration_items.id = mine.calibration_item_id
  JOIN calibration_sessions ON calibration_sessions.id = session_id WHERE mine.id = evaluations.review_id AND calibration_sessions.state = 'scoring')`

/** Only what is asked for stands in the statement, so that each question finds its index. */
function chosen(filter: EvaluationFilter): { sql: string; parameters: unknown[] } {
  const wheres = [`(evaluations.is_calibration = 0 OR ${NOT_HIDDEN})`]
  const parameters: unknown[] = []
  if (filter.interactionId !== undefined) {
    wheres.push('evaluations.interaction_id = ?')
    parameters.push(filter.interactionId)
  }
  if (filter.personId !== undefined) {
    wheres.push('identities.person_id = ?')
    parameters.push(filter.personId)
  }
  if (filter.days !== undefined) {
    wheres.push('evaluations.contact_day BETWEEN ? AND ?')
    parameters.push(filter.days.from, filter.days.to)
  }
  return {
    sql: `chosen AS (
      SELECT evaluations.id FROM evaluations LEFT JOIN interactions ON interactions.id = evaluations.interaction_id
      LEFT JOIN identities ON identities.id = coalesce(evaluations.identity_id, interactions.identity_id)
      WHERE ${wheres.join(' AND ')} ORDER BY evaluations.contact_day DESC, evaluations.id DESC ${filter.limit === undefined ? '' : 'LIMIT ?'})`,
    parameters: [...parameters, ...(filter.limit === undefined ? [] : [filter.limit])],
  }
}

/** Evaluations, newest first. */
export function readEvaluations(database: ReadableDatabase, filter: EvaluationFilter): EvaluationRow[] {
  const { sql, parameters } = chosen(filter)
  const isScored = mayScore(database) ? 'TRUE' : 'FALSE'
  return all<EvaluationRow>(
    database,
    `WITH ${sql}
     SELECT evaluations.id, scorecards.name AS form, version AS formVersion, origin, is_calibration AS isCalibration, evaluations.weight, review_id IS NOT NULL AS isReviewedHere, identities.person_id AS personId, evaluator,
       evaluated_at AS at, contact_day AS contactDay, evaluations.interaction_id AS interactionId, evaluations.transcript_id AS transcriptId, scorecards.id AS scorecardId,
       evaluations.id IN (SELECT evaluation_id FROM rule_evaluations) AS isByOwnRules, evaluations.contact_ref AS contactRef,
       vendor_score AS vendorScore, computed_score AS computedScore, score_before_fail AS scoreBeforeFail, comment, scorer_id AS scorerId
     FROM chosen JOIN evaluations ON evaluations.id = chosen.id JOIN scorecard_versions ON scorecard_versions.id = scorecard_version_id
     JOIN scorecards ON scorecards.id = scorecard_id LEFT JOIN interactions ON interactions.id = evaluations.interaction_id
     LEFT JOIN identities ON identities.id = coalesce(evaluations.identity_id, interactions.identity_id)
     WHERE ${isScored} OR origin <> 'automated'
     ORDER BY contact_day DESC, evaluations.id DESC`,
    ...parameters,
  )
}

/** The answers of those evaluations, in the form's order. */
export function readAnswers(database: ReadableDatabase, filter: EvaluationFilter): AnswerRow[] {
  const { sql, parameters } = chosen(filter)
  return all<AnswerRow>(
    database,
    `WITH ${sql}
     SELECT evaluation_id AS evaluationId, question_id AS questionId, stable_key AS stableKey, label, section, is_critical AS isCritical, value, score,
       is_not_applicable AS isNotApplicable, has_failed_critical AS hasFailedCritical, comment, confidence, abstained_because AS abstainedBecause, set_by AS setBy
     FROM chosen JOIN answers ON evaluation_id = chosen.id JOIN questions ON questions.id = question_id ORDER BY evaluation_id, position, question_id`,
    ...parameters,
  )
}

/** The evidence of those evaluations' automated answers. */
export function readEvidence(database: ReadableDatabase, filter: EvaluationFilter): EvidenceRow[] {
  const { sql, parameters } = chosen(filter)
  return all<EvidenceRow>(
    database,
    `WITH ${sql}
     SELECT evaluation_id AS evaluationId, question_id AS questionId, segment, start_char AS startChar, end_char AS endChar, start_ms AS startMs, end_ms AS endMs, quote
     FROM chosen JOIN answer_evidence ON evaluation_id = chosen.id ORDER BY evaluation_id, question_id, position`,
    ...parameters,
  )
}

/** The scores human evaluations of one form gave in some days, of drawn reviews or of imports; calibrations do not count. */
export interface FormScores {
  form: string
  isDrawn: number
  /** What they stand for: of imports 1 each. */
  weight: number
  /** Of weight times score, 0..1. */
  sum: number
}

/** By form, drawn reviews apart from imports: what the evaluations of some days with a score stand for, and their weighted sum. */
export function readFormScores(database: ReadableDatabase, days: { from: number; to: number }): FormScores[] {
  return all<FormScores>(
    database,
    `SELECT scorecards.name AS form, fact.weight IS NOT NULL AS isDrawn, sum(ifnull(fact.weight, 1)) AS weight,
       sum(ifnull(fact.weight, 1) * coalesce(vendor_score, computed_score)) AS sum
     FROM evaluations AS fact JOIN scorecard_versions ON scorecard_versions.id = scorecard_version_id JOIN scorecards ON scorecards.id = scorecard_id
     WHERE contact_day BETWEEN ? AND ? AND origin <> 'automated' AND is_calibration = 0 AND ${PICKED_BY_CHANCE}
       AND coalesce(vendor_score, computed_score) IS NOT NULL
     GROUP BY scorecards.id, isDrawn`,
    days.from,
    days.to,
  )
}
