import { all, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** What a question of a conversation is settled at. */
export interface SettlementRow {
  itemId: number
  questionKey: string
  basis: 'settled' | 'alike' | 'expert'
  /** JSON. */
  answer: string
  takenFrom: string | null
  remark: string
  settledBy: string | null
  settledAt: number
}

/** What is settled in a session. */
export function readSettlements(database: ReadableDatabase, sessionId: number): SettlementRow[] {
  return all<SettlementRow>(
    database,
    `SELECT item_id AS itemId, question_key AS questionKey, basis, answer, taken_from AS takenFrom, remark, settled_by AS settledBy, settled_at AS settledAt
     FROM calibration_settlements JOIN calibration_items ON calibration_items.id = item_id WHERE session_id = ?`,
    sessionId,
  )
}

/** Settles a question of a conversation, over what was settled before. */
export function writeSettlement(database: WritableDatabase, settlement: SettlementRow): void {
  run(
    database,
    `INSERT INTO calibration_settlements (item_id, question_key, basis, answer, taken_from, remark, settled_by, settled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET basis = excluded.basis, answer = excluded.answer, taken_from = excluded.taken_from, remark = excluded.remark,
       settled_by = excluded.settled_by, settled_at = excluded.settled_at`,
    settlement.itemId,
    settlement.questionKey,
    settlement.basis,
    settlement.answer,
    settlement.takenFrom,
    settlement.remark,
    settlement.settledBy,
    settlement.settledAt,
  )
}

/** Takes a settlement back. */
export function deleteSettlement(database: WritableDatabase, itemId: number, questionKey: string): void {
  run(
    database,
    'DELETE FROM calibration_settlements WHERE item_id = ? AND question_key = ?',
    itemId,
    questionKey,
  )
}

/** Takes back what nobody settled, but followed from the answers when the session was closed. */
export function deleteImplied(database: WritableDatabase, sessionId: number): void {
  run(
    database,
    `DELETE FROM calibration_settlements WHERE basis <> 'settled' AND item_id IN (SELECT id FROM calibration_items WHERE session_id = ?)`,
    sessionId,
  )
}

/** Settled answers of closed sessions to one question, the newest first, with a span one of the reviewers put to the same conversation and question. */
export function readSettledWithQuotes(
  database: ReadableDatabase,
  scorecardId: number,
  questionKey: string,
): {
  answer: string
  remark: string
  itemId: number
  interactionId: number | null
  quote: string
  given: string
  isGivenNotApplicable: number
}[] {
  return all(
    database,
    `SELECT answer, remark, item_id AS itemId, reviews.interaction_id AS interactionId, quote, option_ids AS given, review_answers.is_not_applicable AS isGivenNotApplicable
     FROM calibration_settlements JOIN calibration_items ON calibration_items.id = item_id JOIN calibration_sessions ON calibration_sessions.id = session_id
     JOIN reviews ON calibration_item_id = item_id AND reviews.state = 'submitted'
     JOIN review_answers ON review_answers.review_id = reviews.id AND review_answers.question_key = calibration_settlements.question_key
     JOIN review_moments ON review_moments.review_id = reviews.id AND review_moments.question_key = calibration_settlements.question_key
     WHERE calibration_sessions.scorecard_id = ? AND calibration_settlements.question_key = ? AND calibration_sessions.state = 'settled'
     ORDER BY calibration_settlements.settled_at DESC, item_id, reviews.id, review_moments.position`,
    scorecardId,
    questionKey,
  )
}
