import { usableNow } from '../../lawful-basis/index.ts'
import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import {
  insertAutomatedEvaluation,
  type AutomatedSubject,
  type AutomatedWriting,
} from '../automated.store.ts'

const WITH_WORDS = `read_version IS NOT NULL AND transcripts.id NOT IN (SELECT id FROM shadowed_transcripts)
  AND EXISTS (SELECT 1 FROM segments WHERE transcript_id = transcripts.id)`
/** `?1`: pairs of a form and the state of its rules. */
const NOT_AS_THEY_ARE = `EXISTS (
  SELECT 1 FROM json_each(?1) WHERE NOT EXISTS (
    SELECT 1 FROM rule_evaluations WHERE scorecard_id = value ->> 0 AND rule_evaluations.transcript_id = transcripts.id AND basis = value ->> 1))`

type FormState = { scorecardId: number; basis: string }

const pairs = (forms: readonly FormState[]) =>
  JSON.stringify(forms.map(({ scorecardId, basis }) => [scorecardId, basis]))

/** How many read conversations that may be used have no answers of these rules as they are, and how many evaluations rest on forms no rule answers any more. */
export function countOutOfDate(
  database: ReadableDatabase,
  forms: readonly FormState[],
): { unanswered: number; leftOver: number } {
  const unanswered =
    forms.length === 0
      ? 0
      : one<{ n: number }>(
          database,
          `SELECT count(*) AS n FROM transcripts WHERE ${WITH_WORDS} AND ${NOT_AS_THEY_ARE} AND ${usableNow(database, 'transcripts')}`,
          pairs(forms),
        )!.n
  const leftOver = one<{ n: number }>(
    database,
    'SELECT count(*) AS n FROM rule_evaluations WHERE scorecard_id NOT IN (SELECT value ->> 0 FROM json_each(?1))',
    pairs(forms),
  )!.n
  return { unanswered, leftOver }
}

/** Some of the conversations that have no answers of these rules as they are, newest first. */
export function readOutOfDate(
  database: ReadableDatabase,
  forms: readonly FormState[],
  limit: number,
): number[] {
  return all<{ id: number }>(
    database,
    `SELECT id FROM transcripts WHERE ${WITH_WORDS} AND ${NOT_AS_THEY_ARE} AND ${usableNow(database, 'transcripts')} ORDER BY id DESC LIMIT ?2`,
    pairs(forms),
    limit,
  ).map(({ id }) => id)
}

/** The forms whose answers about a conversation stand as their rules are. */
export function readUpToDate(
  database: ReadableDatabase,
  transcriptId: number,
): { scorecardId: number; basis: string }[] {
  return all(
    database,
    'SELECT scorecard_id AS scorecardId, basis FROM rule_evaluations WHERE transcript_id = ?',
    transcriptId,
  )
}

/** Takes away some evaluations of forms no rule answers any more; gives the days they were about. */
export function deleteLeftOver(
  database: WritableDatabase,
  forms: readonly FormState[],
  limit: number,
): (number | null)[] {
  return all<{ day: number | null }>(
    database,
    `DELETE FROM evaluations WHERE id IN (
       SELECT evaluation_id FROM rule_evaluations WHERE scorecard_id NOT IN (SELECT value ->> 0 FROM json_each(?1)) LIMIT ?2)
     RETURNING contact_day AS day`,
    pairs(forms),
    limit,
  ).map(({ day }) => day)
}

/** Puts an evaluation by a form's rules in the place of the one they gave before. */
export function writeRuleEvaluation(
  database: WritableDatabase,
  form: FormState & { versionId: number; versions: Readonly<Record<string, string>> },
  subject: AutomatedSubject,
  answers: readonly AutomatedWriting[],
): void {
  const { scorecardId, versionId, basis, versions } = form
  run(
    database,
    `DELETE FROM evaluations WHERE id IN (SELECT evaluation_id FROM rule_evaluations WHERE scorecard_id = ? AND transcript_id = ?)`,
    scorecardId,
    subject.transcriptId,
  )
  const evaluationId = insertAutomatedEvaluation(database, versionId, subject, answers)
  run(
    database,
    'INSERT INTO rule_evaluations (evaluation_id, scorecard_id, transcript_id, basis, versions) VALUES (?, ?, ?, ?, ?)',
    evaluationId,
    scorecardId,
    subject.transcriptId,
    basis,
    JSON.stringify(versions),
  )
}
