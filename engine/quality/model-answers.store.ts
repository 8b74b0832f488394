import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import { writeEvidence } from './answer-evidence.store.ts'
import type { EvidenceSpan } from './rules/index.ts'

/** What identifies an evaluation of a model: a conversation, a version of a form, and a scorer of one version. */
export interface ModelEvaluationKey {
  transcriptId: number
  versionId: number
  scorerId: string
  scorerVersion: string
}

/** The evaluation a model's answers to a form stand in, made where there is none; undefined where the transcript is gone. */
export function modelEvaluation(
  database: WritableDatabase,
  key: ModelEvaluationKey,
): { id: number; interactionId: number | null } | undefined {
  const { transcriptId, versionId, scorerId, scorerVersion } = key
  run(
    database,
    `INSERT INTO evaluations (import_id, row_number, source_id, transcript_id, scorecard_version_id, identity_id, contact_ref, interaction_id, evaluated_at, day,
                              contact_day, origin, scorer_id, scorer_version)
     SELECT import_id, row_number, source_id, id, ?2, identity_id, contact_ref, interaction_id, started_at, day, contact_day, 'automated', ?3, ?4
     FROM transcripts WHERE id = ?1
     ON CONFLICT (transcript_id, scorecard_version_id, scorer_id, scorer_version) WHERE scorer_id IS NOT NULL DO NOTHING`,
    transcriptId,
    versionId,
    scorerId,
    scorerVersion,
  )
  return one(
    database,
    'SELECT id, interaction_id AS interactionId FROM evaluations WHERE transcript_id = ? AND scorecard_version_id = ? AND scorer_id = ? AND scorer_version = ?',
    transcriptId,
    versionId,
    scorerId,
    scorerVersion,
  )
}

/** A model's answer, or that there is none and why. */
export interface WrittenModelAnswer {
  questionId: number
  outcome: 'answered' | 'abstained' | 'dropped'
  /** The option's id, or `not_applicable`. */
  answer: string | null
  value: string | null
  /** 0..1. */
  score: number | null
  isNotApplicable: boolean
  confidence: number | null
  /** Why there is no answer: a sentence, and the word for it. */
  abstainedBecause: string | null
  reason: string | null
  /** What the model says of its answer. */
  comment: string | null
  conversationSha256: string
  /** JSON. */
  asked: string
  evidence: readonly EvidenceSpan[]
}

/** Writes a model's answer in place of what the same model said of the question before, in whatever version. */
export function writeModelAnswer(
  database: WritableDatabase,
  evaluationId: number,
  { transcriptId, scorerId }: Pick<ModelEvaluationKey, 'transcriptId' | 'scorerId'>,
  answer: WrittenModelAnswer,
): void {
  run(
    database,
    `DELETE FROM answers WHERE question_id = ?1 AND evaluation_id IN (SELECT id FROM evaluations WHERE transcript_id = ?2 AND scorer_id = ?3)`,
    answer.questionId,
    transcriptId,
    scorerId,
  )
  run(
    database,
    `INSERT INTO answers (evaluation_id, question_id, value, score, is_not_applicable, has_failed_critical, comment, confidence, abstained_because)
     VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?)`,
    evaluationId,
    answer.questionId,
    answer.value,
    answer.score,
    Number(answer.isNotApplicable),
    answer.comment,
    answer.confidence,
    answer.abstainedBecause,
  )
  run(
    database,
    `INSERT INTO model_answers (evaluation_id, question_id, outcome, answer, reason, conversation_sha256, asked) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    evaluationId,
    answer.questionId,
    answer.outcome,
    answer.answer,
    answer.reason,
    answer.conversationSha256,
    answer.asked,
  )
  writeEvidence(database, { evaluationId, questionId: answer.questionId }, answer.evidence)
  deleteEmpty(database, transcriptId)
}

/** Takes away what models said of a conversation whose words were others. */
export function deleteModelAnswersOfOtherWords(
  database: WritableDatabase,
  transcriptId: number,
  conversationSha256: string,
): void {
  run(
    database,
    `DELETE FROM answers WHERE (evaluation_id, question_id) IN (
       SELECT evaluation_id, question_id FROM evaluations JOIN model_answers ON evaluation_id = evaluations.id
       WHERE transcript_id = ? AND conversation_sha256 <> ?)`,
    transcriptId,
    conversationSha256,
  )
  deleteEmpty(database, transcriptId)
}

function deleteEmpty(database: WritableDatabase, transcriptId: number): void {
  run(
    database,
    `DELETE FROM evaluations WHERE transcript_id = ? AND scorer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM answers WHERE evaluation_id = evaluations.id)`,
    transcriptId,
  )
}

/** Whether a model said anything of a conversation. */
export function hasModelAnswers(database: ReadableDatabase, transcriptId: number): boolean {
  return (
    one(
      database,
      'SELECT 1 FROM evaluations WHERE transcript_id = ? AND scorer_id IS NOT NULL LIMIT 1',
      transcriptId,
    ) !== undefined
  )
}

/** What models say of the questions of a form in one contact's conversations. */
export interface ModelAnswerRow {
  evaluationId: number
  questionId: number
  stableKey: string
  scorerId: string
  scorerVersion: string
  outcome: 'answered' | 'abstained' | 'dropped'
  answer: string | null
  value: string | null
  score: number | null
  isNotApplicable: number
  confidence: number | null
  abstainedBecause: string | null
  comment: string | null
}

/** Of a contact and a scorecard, in the order they were given. */
export function readModelAnswers(
  database: ReadableDatabase,
  interactionId: number,
  scorecardId: number,
): ModelAnswerRow[] {
  return all<ModelAnswerRow>(
    database,
    `SELECT evaluations.id AS evaluationId, answers.question_id AS questionId, stable_key AS stableKey, scorer_id AS scorerId, scorer_version AS scorerVersion,
       outcome, answer, value, score, is_not_applicable AS isNotApplicable, confidence, abstained_because AS abstainedBecause, answers.comment
     FROM evaluations JOIN answers ON answers.evaluation_id = evaluations.id JOIN model_answers USING (evaluation_id, question_id)
     JOIN questions ON questions.id = answers.question_id
     WHERE evaluations.interaction_id = ? AND questions.scorecard_id = ? ORDER BY evaluations.id`,
    interactionId,
    scorecardId,
  )
}
