import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** A session of calibration with its form. */
export interface SessionRow {
  id: number
  uid: string
  workspaceUid: string
  isOurs: number
  secret: string | null
  name: string
  mode: 'expert' | 'consensus'
  expert: string | null
  scorecardId: number
  versionId: number
  form: string
  version: string
  state: 'scoring' | 'revealed' | 'settled'
  items: number
  createdAt: number
  revealedAt: number | null
  settledAt: number | null
}

const SESSION = `SELECT calibration_sessions.id, uid, workspace_uid AS workspaceUid, is_ours AS isOurs, secret, calibration_sessions.name, mode, expert,
    calibration_sessions.scorecard_id AS scorecardId, scorecard_version_id AS versionId, scorecards.name AS form, version, calibration_sessions.state,
    (SELECT count(*) FROM calibration_items WHERE session_id = calibration_sessions.id) AS items, created_at AS createdAt, revealed_at AS revealedAt, settled_at AS settledAt
  FROM calibration_sessions JOIN scorecards ON scorecards.id = calibration_sessions.scorecard_id
  JOIN scorecard_versions ON scorecard_versions.id = scorecard_version_id`

/** Every session, those still open first, then the newest. */
export function readSessions(database: ReadableDatabase): SessionRow[] {
  return all<SessionRow>(
    database,
    `${SESSION} ORDER BY calibration_sessions.state = 'settled', created_at DESC, calibration_sessions.id DESC`,
  )
}

/** One session, or undefined. */
export function readSession(database: ReadableDatabase, id: number): SessionRow | undefined {
  return one<SessionRow>(database, `${SESSION} WHERE calibration_sessions.id = ?`, id)
}

/** The session of a random id, or undefined. */
export function findSession(database: ReadableDatabase, uid: string): SessionRow | undefined {
  return one<SessionRow>(database, `${SESSION} WHERE uid = ?`, uid)
}

/** A reviewer's part as far as it is. */
export interface PartRow {
  sessionId: number
  reviewer: string
  isLeftOut: number
  exportedAt: number | null
  ticket: string | null
  submitted: number
  skipped: number
  total: number
}

/** The parts of all sessions, in the order the reviewers were named. */
export function readParts(database: ReadableDatabase): PartRow[] {
  return all<PartRow>(
    database,
    `SELECT calibration_reviewers.session_id AS sessionId, calibration_reviewers.reviewer, is_left_out AS isLeftOut, exported_at AS exportedAt, ticket,
       coalesce(sum(reviews.state = 'submitted'), 0) AS submitted, coalesce(sum(reviews.state = 'skipped'), 0) AS skipped, count(reviews.id) AS total
     FROM calibration_reviewers LEFT JOIN calibration_items ON calibration_items.session_id = calibration_reviewers.session_id
     LEFT JOIN reviews ON calibration_item_id = calibration_items.id AND reviews.reviewer = calibration_reviewers.reviewer
     GROUP BY calibration_reviewers.session_id, calibration_reviewers.reviewer ORDER BY calibration_reviewers.session_id, calibration_reviewers.position`,
  )
}

/** A conversation of a session; interaction and contact are those of this workspace. */
export interface ItemRow {
  id: number
  sessionId: number
  uid: string
  position: number
  /** JSON, where it came with the session. */
  conversation: string | null
  interactionId: number | null
  contactRef: string | null
  personId: number | null
  at: number | null
}

const ITEM = `SELECT calibration_items.id, session_id AS sessionId, uid, calibration_items.position, conversation, mine.interaction_id AS interactionId,
    mine.contact_ref AS contactRef, identities.person_id AS personId, interactions.started_at AS at
  FROM calibration_items
  LEFT JOIN reviews AS mine ON mine.id = (SELECT min(id) FROM reviews WHERE calibration_item_id = calibration_items.id)
  LEFT JOIN interactions ON interactions.id = mine.interaction_id LEFT JOIN identities ON identities.id = interactions.identity_id`

/** The conversations of a session, in their order. */
export function readItems(database: ReadableDatabase, sessionId: number): ItemRow[] {
  return all<ItemRow>(database, `${ITEM} WHERE session_id = ? ORDER BY calibration_items.position`, sessionId)
}

/** One of them, or undefined. */
export function readItem(database: ReadableDatabase, id: number): ItemRow | undefined {
  return one<ItemRow>(database, `${ITEM} WHERE calibration_items.id = ?`, id)
}

/** A review that is part of a session. */
export interface PartReviewRow {
  id: number
  itemId: number
  reviewer: string
  state: 'waiting' | 'draft' | 'submitted' | 'skipped'
  position: number
  answered: number
  submittedAt: number | null
  activeMs: number
  comment: string
  score: number | null
}

const PART_REVIEW = `SELECT reviews.id, calibration_item_id AS itemId, reviewer, reviews.state, calibration_items.position, submitted_at AS submittedAt,
    (SELECT count(*) FROM review_answers WHERE review_id = reviews.id AND set_by = 'reviewer') AS answered,
    active_ms AS activeMs, reviews.comment, computed_score AS score
  FROM calibration_items JOIN reviews ON calibration_item_id = calibration_items.id LEFT JOIN evaluations ON evaluations.review_id = reviews.id`

/** The reviews of a session, by conversation. */
export function readPartReviews(database: ReadableDatabase, sessionId: number): PartReviewRow[] {
  return all<PartReviewRow>(
    database,
    `${PART_REVIEW} WHERE session_id = ? ORDER BY calibration_items.position, reviews.id`,
    sessionId,
  )
}

/** A reviewer's review of one conversation of a session, or undefined. */
export function readPartReview(
  database: ReadableDatabase,
  itemId: number,
  reviewer: string,
): PartReviewRow | undefined {
  return one<PartReviewRow>(
    database,
    `${PART_REVIEW} WHERE calibration_items.id = ? AND reviewer = ?`,
    itemId,
    reviewer,
  )
}

/** Makes a session; gives its id. */
export function insertSession(
  database: WritableDatabase,
  session: Pick<
    SessionRow,
    'uid' | 'workspaceUid' | 'secret' | 'name' | 'mode' | 'expert' | 'scorecardId' | 'versionId'
  > & {
    isOurs: boolean
    at: number
  },
): number {
  return run(
    database,
    `INSERT INTO calibration_sessions (uid, workspace_uid, is_ours, secret, name, mode, expert, scorecard_id, scorecard_version_id, state, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'scoring', ?)`,
    session.uid,
    session.workspaceUid,
    Number(session.isOurs),
    session.secret,
    session.name,
    session.mode,
    session.expert,
    session.scorecardId,
    session.versionId,
    session.at,
  ).id
}

/** Names a reviewer of a session. */
export function insertPart(
  database: WritableDatabase,
  part: { sessionId: number; reviewer: string; position: number; ticket: string | null },
): void {
  run(
    database,
    'INSERT INTO calibration_reviewers (session_id, reviewer, position, ticket) VALUES (?, ?, ?, ?)',
    part.sessionId,
    part.reviewer,
    part.position,
    part.ticket,
  )
}

/** Puts a conversation into a session; gives its id. */
export function insertItem(
  database: WritableDatabase,
  item: { sessionId: number; uid: string; position: number; conversation: string | null },
): number {
  return run(
    database,
    'INSERT INTO calibration_items (session_id, uid, position, conversation) VALUES (?, ?, ?, ?)',
    item.sessionId,
    item.uid,
    item.position,
    item.conversation,
  ).id
}

/** A reviewer's review of a conversation of a session. `interactionId` is null where the conversation came with it. */
export function insertPartReview(
  database: WritableDatabase,
  review: {
    itemId: number
    scorecardId: number
    versionId: number
    interactionId: number | null
    reviewer: string
    why: string
    at: number
  },
): void {
  run(
    database,
    `INSERT INTO reviews (calibration_item_id, scorecard_id, scorecard_version_id, interaction_id, source_id, contact_ref, day, selection, why, state, reviewer, created_at)
     SELECT ?1, ?2, ?3, contact.id, contact.source_id, contact.contact_ref, contact.day, 'calibration', ?5, 'waiting', ?6, ?7
     FROM (SELECT 1) LEFT JOIN interactions AS contact ON contact.id = ?4`,
    review.itemId,
    review.scorecardId,
    review.versionId,
    review.interactionId,
    review.why,
    review.reviewer,
    review.at,
  )
}

/** Notes how far a session is. */
export function writeState(
  database: WritableDatabase,
  session: { id: number; state: SessionRow['state']; revealedAt: number | null; settledAt: number | null },
): void {
  run(
    database,
    'UPDATE calibration_sessions SET state = ?, revealed_at = ?, settled_at = ? WHERE id = ?',
    session.state,
    session.revealedAt,
    session.settledAt,
    session.id,
  )
}

/** Notes that a reviewer's file was written. */
export function writeExported(
  database: WritableDatabase,
  part: { sessionId: number; reviewer: string; at: number },
): void {
  run(
    database,
    'UPDATE calibration_reviewers SET exported_at = ? WHERE session_id = ? AND reviewer = ?',
    part.at,
    part.sessionId,
    part.reviewer,
  )
}

/** Notes that a session goes on without a reviewer; what they had open is over. */
export function leaveOut(
  database: WritableDatabase,
  part: { sessionId: number; reviewer: string; at: number },
): void {
  run(
    database,
    'UPDATE calibration_reviewers SET is_left_out = 1 WHERE session_id = ? AND reviewer = ?',
    part.sessionId,
    part.reviewer,
  )
  run(
    database,
    `UPDATE reviews SET state = 'skipped', skipped_at = ?, skip_reason = 'The calibration was revealed without this part.'
     WHERE reviewer = ? AND state IN ('waiting', 'draft') AND calibration_item_id IN (SELECT id FROM calibration_items WHERE session_id = ?)`,
    part.at,
    part.reviewer,
    part.sessionId,
  )
}

/** Takes a session away with everything that is part of it. */
export function deleteSession(database: WritableDatabase, id: number): void {
  run(database, 'DELETE FROM calibration_sessions WHERE id = ?', id)
}

/** The contacts of these ids that have a conversation, the earliest import first. */
export function findContacts(
  database: ReadableDatabase,
  refs: readonly string[],
): { interactionId: number; contactRef: string }[] {
  return all(
    database,
    `SELECT min(interactions.id) AS interactionId, contact_ref AS contactRef FROM interactions
     WHERE contact_ref IN (SELECT value FROM json_each(?)) AND EXISTS (SELECT 1 FROM transcripts WHERE interaction_id = interactions.id)
     GROUP BY contact_ref`,
    JSON.stringify(refs),
  )
}

/** What one chooses a conversation by, without whose it is. */
export function readCandidates(
  database: ReadableDatabase,
  ids: readonly number[],
): {
  interactionId: number
  contactRef: string | null
  at: number | null
  queue: string | null
  channel: string | null
  durationMs: number | null
}[] {
  return all(
    database,
    `SELECT interactions.id AS interactionId, contact_ref AS contactRef, started_at AS at, queues.name AS queue, channels.name AS channel,
       coalesce((SELECT max(duration_ms) FROM transcripts WHERE interaction_id = interactions.id), handle_ms) AS durationMs
     FROM interactions LEFT JOIN strata ON strata.id = stratum_id LEFT JOIN labels AS queues ON queues.id = queue_id LEFT JOIN labels AS channels ON channels.id = channel_id
     WHERE interactions.id IN (SELECT value FROM json_each(?)) ORDER BY started_at, interactions.id`,
    JSON.stringify(ids),
  )
}
