import { all, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** An answer somebody gave, as it was taken in; `disputes` is JSON. */
export interface AnswerRow {
  sessionId: number
  notedId: number
  how: 'in-session' | 'file'
  /** When the page it answers was made; null where that is not known. */
  madeAt: number | null
  takenAt: number
  /** Null where nothing was asked to be agreed on. */
  agrees: 0 | 1 | null
  comment: string
  disputes: string
}

/** Every answer given about one session, the newest first. */
export function readAnswers(database: ReadableDatabase, sessionId: number): AnswerRow[] {
  return all<AnswerRow>(
    database,
    `SELECT session_id AS sessionId, person_id AS notedId, how, made_at AS madeAt, taken_at AS takenAt, agrees, comment, disputes
     FROM session_answers WHERE session_id = ? ORDER BY taken_at DESC, id DESC`,
    sessionId,
  )
}

/** Keeps an answer. */
export function insertAnswer(database: WritableDatabase, answer: AnswerRow): void {
  run(
    database,
    'INSERT INTO session_answers (session_id, person_id, how, made_at, taken_at, agrees, comment, disputes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    answer.sessionId,
    answer.notedId,
    answer.how,
    answer.madeAt,
    answer.takenAt,
    answer.agrees,
    answer.comment,
    answer.disputes,
  )
}
