import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** A dispute with its evaluation and what was decided. JSON columns as texts; scores 0..1. */
export interface DisputeRow {
  id: number
  evaluationId: number | null
  questionId: number
  label: string
  section: string | null
  form: string
  scorecardId: number
  round: number
  raisedBy: string
  raisedAs: 'agent' | 'supervisor'
  raisedAt: number
  comment: string
  standing: string
  proposed: string
  moment: string | null
  withdrawnAt: number | null
  evaluator: string | null
  evaluatedAt: number | null
  personId: number | null
  contactRef: string | null
  interactionId: number | null
  resolutionId: number | null
  outcome: 'upheld' | 'overturned' | null
  answer: string | null
  resolvedBy: string | null
  resolvedAt: number | null
  remark: string | null
  fault: 'reviewer' | 'goodwill' | null
  mayLower: number | null
  scoreBefore: number | null
  scoreAfter: number | null
}

const DISPUTE = `SELECT disputes.id, evaluation_id AS evaluationId, question_id AS questionId, label, section, scorecards.name AS form, questions.scorecard_id AS scorecardId, round,
    raised_by AS raisedBy, raised_as AS raisedAs, raised_at AS raisedAt, disputes.comment, standing, proposed, moment, withdrawn_at AS withdrawnAt,
    disputes.evaluator, disputes.evaluated_at AS evaluatedAt, identities.person_id AS personId, coalesce(evaluations.contact_ref, interactions.contact_ref) AS contactRef,
    evaluations.interaction_id AS interactionId, dispute_resolutions.id AS resolutionId, outcome, answer, resolved_by AS resolvedBy, resolved_at AS resolvedAt, remark, fault, may_lower AS mayLower,
    score_before AS scoreBefore, score_after AS scoreAfter
  FROM disputes JOIN questions ON questions.id = question_id JOIN scorecards ON scorecards.id = questions.scorecard_id
  LEFT JOIN evaluations ON evaluations.id = evaluation_id LEFT JOIN interactions ON interactions.id = evaluations.interaction_id
  LEFT JOIN identities ON identities.id = coalesce(evaluations.identity_id, interactions.identity_id)
  LEFT JOIN dispute_resolutions ON dispute_id = disputes.id AND undone_at IS NULL`

/** Disputes, open ones first and the oldest of them on top; of those decided the newest. */
export function readDisputes(
  database: ReadableDatabase,
  filter: { state: 'open' | 'resolved' | 'all'; limit: number },
): DisputeRow[] {
  const where = {
    open: 'withdrawn_at IS NULL AND dispute_resolutions.id IS NULL',
    resolved: 'withdrawn_at IS NULL AND dispute_resolutions.id IS NOT NULL',
    all: 'TRUE',
  }[filter.state]
  return all<DisputeRow>(
    database,
    `${DISPUTE} WHERE ${where}
     ORDER BY withdrawn_at IS NOT NULL, resolved_at IS NOT NULL, resolved_at DESC, raised_at, disputes.id LIMIT ?`,
    filter.limit,
  )
}

/** How many are open, decided and withdrawn. */
export function countDisputes(database: ReadableDatabase): {
  open: number
  resolved: number
  withdrawn: number
} {
  return one(
    database,
    `SELECT count(*) FILTER (WHERE withdrawn_at IS NULL AND decided IS NULL) AS open, count(*) FILTER (WHERE withdrawn_at IS NULL AND decided IS NOT NULL) AS resolved,
       count(withdrawn_at) AS withdrawn
     FROM (SELECT withdrawn_at, (SELECT id FROM dispute_resolutions WHERE dispute_id = disputes.id AND undone_at IS NULL) AS decided FROM disputes)`,
  )!
}

/** One dispute, or undefined. */
export function readDispute(database: ReadableDatabase, id: number): DisputeRow | undefined {
  return one<DisputeRow>(database, `${DISPUTE} WHERE disputes.id = ?`, id)
}

/** The disputes of one answer that were not withdrawn, by round. */
export function readRounds(
  database: ReadableDatabase,
  evaluationId: number,
  questionId: number,
): DisputeRow[] {
  return all<DisputeRow>(
    database,
    `${DISPUTE} WHERE evaluation_id = ? AND question_id = ? AND withdrawn_at IS NULL ORDER BY round`,
    evaluationId,
    questionId,
  )
}

/** The standing overturns of an evaluation, in the order they were decided. */
export function readOverturns(database: ReadableDatabase, evaluationId: number): DisputeRow[] {
  return all<DisputeRow>(
    database,
    `${DISPUTE} WHERE evaluation_id = ? AND withdrawn_at IS NULL AND outcome = 'overturned' ORDER BY resolved_at, dispute_resolutions.id`,
    evaluationId,
  )
}

/** A dispute as it is raised. */
export interface NewDispute {
  evaluationId: number
  questionId: number
  round: number
  raisedBy: string
  raisedAs: 'agent' | 'supervisor'
  at: number
  comment: string
  standing: unknown
  proposed: unknown
  moment: unknown
  fileKey: string | null
}

/** Writes a dispute, with what finds its evaluation again; gives its id. */
export function insertDispute(database: WritableDatabase, dispute: NewDispute): number {
  return run(
    database,
    `INSERT INTO disputes (evaluation_id, question_id, review_id, source_id, evaluation_ref, content_key, evaluated_at, evaluator, round, raised_by, raised_as, raised_at,
       comment, standing, proposed, moment, file_key)
     SELECT id, ?2, review_id, source_id, evaluation_ref, content_key, evaluated_at, evaluator, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 FROM evaluations WHERE id = ?1`,
    dispute.evaluationId,
    dispute.questionId,
    dispute.round,
    dispute.raisedBy,
    dispute.raisedAs,
    dispute.at,
    dispute.comment,
    JSON.stringify(dispute.standing),
    JSON.stringify(dispute.proposed),
    dispute.moment === null ? null : JSON.stringify(dispute.moment),
    dispute.fileKey,
  ).id
}

/** Takes a dispute back. */
export function withdrawDispute(database: WritableDatabase, id: number, at: number): void {
  // the file it came with may bring it again
  run(database, 'UPDATE disputes SET withdrawn_at = ?, file_key = NULL WHERE id = ?', at, id)
}

/** Whether an entry of a file was taken before. */
export function isFileEntryKnown(database: ReadableDatabase, fileKey: string): boolean {
  return one(database, 'SELECT 1 FROM disputes WHERE file_key = ?', fileKey) !== undefined
}

/** Writes what was decided. */
export function insertResolution(
  database: WritableDatabase,
  resolution: {
    disputeId: number
    outcome: 'upheld' | 'overturned'
    answer: unknown
    by: string
    at: number
    remark: string
    fault: 'reviewer' | 'goodwill' | null
    mayLower: boolean
    scoreBefore: number | null
  },
): void {
  run(
    database,
    `INSERT INTO dispute_resolutions (dispute_id, outcome, answer, resolved_by, resolved_at, remark, fault, may_lower, score_before, score_after) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)`,
    resolution.disputeId,
    resolution.outcome,
    resolution.answer === null ? null : JSON.stringify(resolution.answer),
    resolution.by,
    resolution.at,
    resolution.remark,
    resolution.fault,
    Number(resolution.mayLower),
    resolution.scoreBefore,
  )
}

/** Notes the evaluation's score after a decision. */
export function writeScoreAfter(database: WritableDatabase, disputeId: number, score: number | null): void {
  run(
    database,
    'UPDATE dispute_resolutions SET score_after = ? WHERE dispute_id = ? AND undone_at IS NULL',
    score,
    disputeId,
  )
}

/** Takes a decision back; it stays on record. */
export function undoResolution(database: WritableDatabase, disputeId: number, at: number): void {
  run(
    database,
    'UPDATE dispute_resolutions SET undone_at = ? WHERE dispute_id = ? AND undone_at IS NULL',
    at,
    disputeId,
  )
}

/** Decisions of a dispute that were taken back, oldest first. */
export function readUndone(
  database: ReadableDatabase,
  disputeId: number,
): { outcome: 'upheld' | 'overturned'; by: string; at: number; undoneAt: number }[] {
  return all(
    database,
    `SELECT outcome, resolved_by AS by, resolved_at AS at, undone_at AS undoneAt FROM dispute_resolutions WHERE dispute_id = ? AND undone_at IS NOT NULL ORDER BY id`,
    disputeId,
  )
}

/** Whether a review's evaluation was disputed, and the dispute was not withdrawn. */
export function isReviewDisputed(database: ReadableDatabase, reviewId: number): boolean {
  return (
    one(database, 'SELECT 1 FROM disputes WHERE review_id = ? AND withdrawn_at IS NULL', reviewId) !==
    undefined
  )
}
