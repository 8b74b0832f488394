import { all, type ReadableDatabase } from '../store/index.ts'

/** An evaluation with its form and person. */
export interface EvaluationRow {
  id: number
  form: string
  formVersion: string
  origin: 'human' | 'automated' | 'assisted'
  isCalibration: number
  personId: number | null
  evaluator: string | null
  at: number | null
  contactDay: number | null
  interactionId: number | null
  transcriptId: number | null
  contactRef: string | null
  vendorScore: number | null
  computedScore: number | null
  scoreBeforeFail: number | null
  comment: string | null
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

/** Which evaluations to read: of one contact, one person, or the newest. */
export interface EvaluationFilter {
  interactionId?: number
  personId?: number
  limit: number
}

const CHOSEN = `
  chosen AS (
    SELECT evaluations.id FROM evaluations LEFT JOIN interactions ON interactions.id = evaluations.interaction_id
    LEFT JOIN identities ON identities.id = coalesce(evaluations.identity_id, interactions.identity_id)
    WHERE (?1 IS NULL OR evaluations.interaction_id = ?1) AND (?2 IS NULL OR identities.person_id = ?2)
      AND (?2 IS NULL OR evaluations.identity_id IS NULL OR evaluations.identity_id IN (SELECT id FROM identities WHERE person_id = ?2))
    ORDER BY evaluations.contact_day DESC, evaluations.id DESC LIMIT ?3)`

function parameters(filter: EvaluationFilter): unknown[] {
  return [filter.interactionId ?? null, filter.personId ?? null, filter.limit]
}

/** Evaluations, newest first. */
export function readEvaluations(database: ReadableDatabase, filter: EvaluationFilter): EvaluationRow[] {
  return all<EvaluationRow>(
    database,
    `WITH ${CHOSEN}
     SELECT evaluations.id, scorecards.name AS form, version AS formVersion, origin, is_calibration AS isCalibration, identities.person_id AS personId, evaluator,
       evaluated_at AS at, contact_day AS contactDay, evaluations.interaction_id AS interactionId, transcript_id AS transcriptId, evaluations.contact_ref AS contactRef,
       vendor_score AS vendorScore, computed_score AS computedScore, score_before_fail AS scoreBeforeFail, comment
     FROM chosen JOIN evaluations ON evaluations.id = chosen.id JOIN scorecard_versions ON scorecard_versions.id = scorecard_version_id
     JOIN scorecards ON scorecards.id = scorecard_id LEFT JOIN interactions ON interactions.id = evaluations.interaction_id
     LEFT JOIN identities ON identities.id = coalesce(evaluations.identity_id, interactions.identity_id)
     ORDER BY contact_day DESC, evaluations.id DESC`,
    ...parameters(filter),
  )
}

/** The answers of those evaluations, in the form's order. */
export function readAnswers(database: ReadableDatabase, filter: EvaluationFilter): AnswerRow[] {
  return all<AnswerRow>(
    database,
    `WITH ${CHOSEN}
     SELECT evaluation_id AS evaluationId, question_id AS questionId, stable_key AS stableKey, label, section, is_critical AS isCritical, value, score,
       is_not_applicable AS isNotApplicable, has_failed_critical AS hasFailedCritical, comment, confidence, abstained_because AS abstainedBecause
     FROM chosen JOIN answers ON evaluation_id = chosen.id JOIN questions ON questions.id = question_id ORDER BY evaluation_id, position, question_id`,
    ...parameters(filter),
  )
}

/** The evidence of those evaluations' automated answers. */
export function readEvidence(database: ReadableDatabase, filter: EvaluationFilter): EvidenceRow[] {
  return all<EvidenceRow>(
    database,
    `WITH ${CHOSEN}
     SELECT evaluation_id AS evaluationId, question_id AS questionId, segment, start_char AS startChar, end_char AS endChar, start_ms AS startMs, end_ms AS endMs, quote
     FROM chosen JOIN answer_evidence ON evaluation_id = chosen.id ORDER BY evaluation_id, question_id, position`,
    ...parameters(filter),
  )
}
