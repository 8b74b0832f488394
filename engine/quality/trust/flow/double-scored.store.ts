import type { Selection } from '../../../../shared/contract/reviews.ts'
import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../../store/index.ts'
import type { AnswerOutcome } from './outcome-of-answer.ts'

/** What a scorer said of a question of a review when it was opened. */
export interface ScorerSaid {
  reviewId: number
  questionKey: string
  scorerId: string
  scorecardId: number
  scorerVersion: string
  /** NULL where it abstained. */
  automated: 'pass' | 'fail' | null
  /** The option it took, by its id; NULL where it only says passed or failed. */
  automatedOption: string | null
  confidence: number | null
  /** The scorer, this or another, whose answer stood in the form before the person answered. */
  filledBy: string | null
  draw: 'uniform' | 'weighted' | null
  chance: number
  isAudit: boolean
  team: string | null
  language: string | null
  wordCount: number | null
  recognitionConfidence: number | null
}

/** Keeps what a scorer said; what was kept before stays. */
export function keepScorerSaid(database: WritableDatabase, said: ScorerSaid): void {
  run(
    database,
    `INSERT INTO double_scored (review_id, question_key, scorer_id, scorecard_id, scorer_version, automated, automated_option, confidence, filled_by, draw, chance,
       is_audit, team, language, word_count, recognition_confidence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    said.reviewId,
    said.questionKey,
    said.scorerId,
    said.scorecardId,
    said.scorerVersion,
    said.automated,
    said.automatedOption,
    said.confidence,
    said.filledBy,
    said.draw,
    said.chance,
    Number(said.isAudit),
    said.team,
    said.language,
    said.wordCount,
    said.recognitionConfidence,
  )
}

/** The questions of a review of which something is kept. */
export function readKeptQuestions(database: ReadableDatabase, reviewId: number): Set<string> {
  return new Set(
    all<{ key: string }>(
      database,
      'SELECT DISTINCT question_key AS key FROM double_scored WHERE review_id = ?',
      reviewId,
    ).map(({ key }) => key),
  )
}

/** Keeps the first answer of a person; a later one changes nothing. */
export function keepFirstAnswer(
  database: WritableDatabase,
  answer: { reviewId: number; questionKey: string; human: AnswerOutcome; option: string; at: number },
): void {
  run(
    database,
    'UPDATE double_scored SET human = ?, human_option = ?, answered_at = ? WHERE review_id = ? AND question_key = ? AND human IS NULL',
    answer.human,
    answer.option,
    answer.at,
    answer.reviewId,
    answer.questionKey,
  )
}

/**
 * Lets the first answers of a submitted review count from now on, once: taking a review back and submitting it again moves nothing. Instants
 * grow from review to review, even where the clock does not.
 */
export function countFirstAnswers(database: WritableDatabase, reviewId: number, at: number): void {
  run(
    database,
    `UPDATE double_scored SET counted_at = max(?2, ifnull((SELECT max(counted_at) + 1 FROM double_scored), 0))
     WHERE review_id = ?1 AND human IS NOT NULL AND counted_at IS NULL`,
    reviewId,
    at,
  )
}

/** When the last answer was counted; undefined where none was. */
export function lastCountedAt(database: ReadableDatabase): number | undefined {
  return (
    one<{ at: number | null }>(database, 'SELECT max(counted_at) AS at FROM double_scored')?.at ?? undefined
  )
}

/** Who filled in the answers of a review, and as which version. */
export function readFilled(
  database: ReadableDatabase,
  reviewId: number,
): { questionKey: string; scorerId: string; scorerVersion: string }[] {
  return all(
    database,
    `SELECT question_key AS questionKey, scorer_id AS scorerId, scorer_version AS scorerVersion FROM double_scored
     WHERE review_id = ? AND filled_by = scorer_id`,
    reviewId,
  )
}

/** Which scorers were asked about a review, as which version, and since when a person's answer beside theirs counts. */
export function readAsked(
  database: ReadableDatabase,
  reviewId: number,
): { questionKey: string; scorerId: string; scorerVersion: string; countedAt: number | null }[] {
  return all(
    database,
    `SELECT question_key AS questionKey, scorer_id AS scorerId, scorer_version AS scorerVersion, counted_at AS countedAt FROM double_scored WHERE review_id = ?`,
    reviewId,
  )
}

/** A question and scorer about which something is kept. */
export interface ScoredQuestion {
  scorecardId: number
  questionKey: string
  scorerId: string
}

/** The questions and scorers that were answered by people, too. */
export function readScoredQuestions(database: ReadableDatabase): ScoredQuestion[] {
  return all<ScoredQuestion>(
    database,
    `SELECT DISTINCT scorecard_id AS scorecardId, question_key AS questionKey, scorer_id AS scorerId FROM double_scored WHERE counted_at IS NOT NULL
     ORDER BY scorecard_id, question_key, scorer_id`,
  )
}

/** One answer scored twice, as it is kept. */
export interface DoubleScoredRow extends Omit<ScorerSaid, 'isAudit' | 'scorecardId'> {
  isAudit: number
  human: AnswerOutcome
  humanOption: string | null
  /** What a standing dispute made of the person's answer. */
  corrected: AnswerOutcome | null
  correctedOption: string | null
  countedAt: number
  selection: Selection
  reviewChance: number | null
}

/** The counted answers to a question beside those of a scorer, oldest first. */
export function readDoubleScored(
  database: ReadableDatabase,
  { scorecardId, questionKey, scorerId }: ScoredQuestion,
): DoubleScoredRow[] {
  return all<DoubleScoredRow>(
    database,
    `SELECT review_id AS reviewId, question_key AS questionKey, scorer_id AS scorerId, scorer_version AS scorerVersion, automated,
       automated_option AS automatedOption, confidence, filled_by AS filledBy, human_option AS humanOption, corrected, corrected_option AS correctedOption, draw, double_scored.chance, is_audit AS isAudit, team, language, word_count AS wordCount,
       recognition_confidence AS recognitionConfidence, human, counted_at AS countedAt, selection, reviews.chance AS reviewChance
     FROM double_scored JOIN reviews ON reviews.id = review_id
     WHERE double_scored.scorecard_id = ? AND question_key = ? AND scorer_id = ? AND counted_at IS NOT NULL ORDER BY counted_at, review_id`,
    scorecardId,
    questionKey,
    scorerId,
  )
}
