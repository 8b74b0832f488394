import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** An answer of a review as it stands. */
export interface ReviewAnswerRow {
  questionKey: string
  /** JSON arrays. */
  optionIds: string
  rootCauses: string
  number: number | null
  text: string
  isNotApplicable: number
  setBy: 'reviewer' | 'default' | 'condition' | 'automation'
  note: string
  answeredAt: number
}

/** The answers of a review. */
export function readReviewAnswers(database: ReadableDatabase, reviewId: number): ReviewAnswerRow[] {
  return all<ReviewAnswerRow>(
    database,
    `SELECT question_key AS questionKey, option_ids AS optionIds, root_causes AS rootCauses, number, text, is_not_applicable AS isNotApplicable, set_by AS setBy, note,
       answered_at AS answeredAt
     FROM review_answers WHERE review_id = ?`,
    reviewId,
  )
}

/** Writes an answer, over the one before. */
export function writeReviewAnswer(
  database: WritableDatabase,
  reviewId: number,
  answer: Omit<ReviewAnswerRow, 'optionIds' | 'rootCauses'> & {
    optionIds: readonly string[]
    rootCauses: readonly string[]
  },
): void {
  run(
    database,
    `INSERT INTO review_answers (review_id, question_key, option_ids, number, text, is_not_applicable, set_by, note, root_causes, answered_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET option_ids = excluded.option_ids, number = excluded.number, text = excluded.text, is_not_applicable = excluded.is_not_applicable,
       set_by = excluded.set_by, note = excluded.note, root_causes = excluded.root_causes, answered_at = excluded.answered_at`,
    reviewId,
    answer.questionKey,
    JSON.stringify(answer.optionIds),
    answer.number,
    answer.text,
    answer.isNotApplicable,
    answer.setBy,
    answer.note,
    JSON.stringify(answer.rootCauses),
    answer.answeredAt,
  )
}

/** Takes an answer away. */
export function deleteReviewAnswer(database: WritableDatabase, reviewId: number, questionKey: string): void {
  run(database, 'DELETE FROM review_answers WHERE review_id = ? AND question_key = ?', reviewId, questionKey)
}

/** A span attached to an answer. */
export interface MomentRow {
  questionKey: string
  segment: number
  startChar: number
  endChar: number
  startMs: number | null
  endMs: number | null
  quote: string
}

/** The spans of a review's answers, in their order. */
export function readReviewMoments(database: ReadableDatabase, reviewId: number): MomentRow[] {
  return all<MomentRow>(
    database,
    `SELECT question_key AS questionKey, segment, start_char AS startChar, end_char AS endChar, start_ms AS startMs, end_ms AS endMs, quote
     FROM review_moments WHERE review_id = ? ORDER BY question_key, position`,
    reviewId,
  )
}

/** Attaches exactly these spans to an answer. */
export function writeReviewMoments(
  database: WritableDatabase,
  reviewId: number,
  questionKey: string,
  moments: readonly Omit<MomentRow, 'questionKey'>[],
): void {
  run(database, 'DELETE FROM review_moments WHERE review_id = ? AND question_key = ?', reviewId, questionKey)
  for (const [position, moment] of moments.entries())
    run(
      database,
      `INSERT INTO review_moments (review_id, question_key, position, segment, start_char, end_char, start_ms, end_ms, quote) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      reviewId,
      questionKey,
      position,
      moment.segment,
      moment.startChar,
      moment.endChar,
      moment.startMs,
      moment.endMs,
      moment.quote,
    )
}

/** The words of a turn, or undefined. */
export function readTurnText(
  database: ReadableDatabase,
  transcriptId: number,
  segment: number,
): string | undefined {
  return one<{ text: string }>(
    database,
    'SELECT text FROM segments WHERE transcript_id = ? AND position = ?',
    transcriptId,
    segment,
  )?.text
}
