import type { Acknowledgement, SessionAnswer } from '../../../shared/contract/session.ts'
import type { PacketReply } from '../../../shared/domain/packet-reply.ts'
import type { WritableDatabase } from '../../store/index.ts'
import { insertAnswer, readAnswers, type AnswerRow } from './answers.store.ts'
import { updateAcknowledgement, type SessionPersonRow } from './sessions.store.ts'

type Disputes = Acknowledgement['disputes']

/** What became of an answer: it stands now, was there already, or is kept beside a newer one or as words from before the session. */
type Taken = 'stands' | 'known' | 'older' | 'before'

const disputesOf = ({ disputes }: AnswerRow) => JSON.parse(disputes) as Disputes

/** An answer in one text, which travels with a session where it is merged elsewhere. */
function inOne(comment: string, disputes: Disputes): string {
  const lines = disputes.map(({ title, comment: words }) => `On “${title}”: ${words}`)
  return [comment, ...lines].filter((line) => line !== '').join('\n')
}

/** Whether an answer is what stands as somebody's acknowledgement. */
function isStanding(row: AnswerRow, person: SessionPersonRow): boolean {
  return (
    row.agrees !== null &&
    row.notedId === person.notedId &&
    row.takenAt === person.acknowledgedAt &&
    row.how === (person.acknowledgedHow ?? 'in-session') &&
    row.agrees === person.agrees &&
    inOne(row.comment, disputesOf(row)) === person.comment
  )
}

/** What somebody said of the session, as it stands; null while they said nothing. */
export function acknowledgementOf(
  person: SessionPersonRow,
  answers: readonly AnswerRow[],
): Acknowledgement | null {
  if (person.acknowledgedAt === null) return null
  const kept = answers.find((row) => isStanding(row, person))
  return {
    at: person.acknowledgedAt,
    how: person.acknowledgedHow ?? 'in-session',
    agrees: person.agrees === 1,
    comment: kept?.comment ?? person.comment ?? '',
    disputes: kept ? disputesOf(kept) : [],
  }
}

/** Somebody's other answers: those before the one that stands, and words from before the session. */
export function otherAnswers(person: SessionPersonRow, answers: readonly AnswerRow[]): SessionAnswer[] {
  return answers
    .filter((row) => row.notedId === person.notedId && !isStanding(row, person))
    .map((row) => ({
      at: row.takenAt,
      how: row.how,
      agrees: row.agrees === null ? null : row.agrees === 1,
      comment: row.comment,
      disputes: disputesOf(row),
    }))
}

/** Keeps what stands where it is nowhere else: said in the session, or taken in before answers were kept. */
export function keepStanding(
  database: WritableDatabase,
  person: SessionPersonRow,
  answers: readonly AnswerRow[],
): void {
  if (person.acknowledgedAt === null || answers.some((row) => isStanding(row, person))) return
  insertAnswer(database, {
    sessionId: person.sessionId,
    notedId: person.notedId,
    how: person.acknowledgedHow ?? 'in-session',
    madeAt: null,
    takenAt: person.acknowledgedAt,
    agrees: person.agrees ?? 1,
    comment: person.comment ?? '',
    disputes: '[]',
  })
}

/**
 * Takes in an answer from a file. One that is there already changes nothing; one to an older page than the answer that stands is kept beside it; a newer
 * one stands from now, and what stood before stays readable.
 */
export function takeAnswer(
  database: WritableDatabase,
  person: SessionPersonRow,
  reply: Pick<PacketReply, 'madeAt' | 'agrees' | 'comment'> & { disputes: Disputes },
  now: number,
): Taken {
  const answers = readAnswers(database, person.sessionId).filter(({ notedId }) => notedId === person.notedId)
  const comment = reply.comment.trim()
  const text = inOne(comment, reply.disputes)
  const agrees = reply.agrees === null ? null : reply.agrees && reply.disputes.length === 0 ? 1 : 0
  const isSame = (row: AnswerRow) =>
    row.how === 'file' && row.agrees === agrees && inOne(row.comment, disputesOf(row)) === text
  const same = answers.find((row) => row.madeAt === reply.madeAt && isSame(row))
  // taken in before answers were kept
  const wasTaken =
    person.acknowledgedHow === 'file' &&
    person.agrees === agrees &&
    person.comment === text &&
    !answers.some((row) => isStanding(row, person))
  if (wasTaken || (same && (agrees === null || person.acknowledgedAt !== null))) return 'known'
  const newest = Math.max(
    ...answers.flatMap((row) => (row.how === 'file' && row.agrees !== null ? (row.madeAt ?? []) : [])),
  )
  const isOlder = agrees !== null && person.acknowledgedAt !== null && newest > reply.madeAt
  const takenAt = same?.takenAt ?? now
  keepStanding(database, person, answers)
  if (!same)
    insertAnswer(database, {
      sessionId: person.sessionId,
      notedId: person.notedId,
      how: 'file',
      madeAt: reply.madeAt,
      takenAt,
      agrees,
      comment,
      disputes: JSON.stringify(reply.disputes),
    })
  if (agrees === null) return 'before'
  if (isOlder) return 'older'
  updateAcknowledgement(database, person.sessionId, person.notedId, {
    at: takenAt,
    how: 'file',
    agrees: agrees === 1,
    comment: text,
  })
  return 'stands'
}
