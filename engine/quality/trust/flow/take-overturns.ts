import { formAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { writeAuditEvent, type ReadableDatabase, type WritableDatabase } from '../../../store/index.ts'
import { definitionOf } from '../../scorecards/definition-of.ts'
import { readVersion } from '../../scorecards/versions.store.ts'
import { blindAnswers, isAgreement } from '../double-scored.ts'
import { keptReason } from '../kept-reasons.ts'
import { doubleScoredAnswers } from './answers.ts'
import {
  readCorrectable,
  readOverturnedReferences,
  writeCorrection,
  type CorrectedRow,
  type OverturnedReference,
} from './disputed.store.ts'
import { optionsTaken, outcomeOfAnswer, type AnswerOutcome } from './outcome-of-answer.ts'
import { readStandings } from './standings.store.ts'
import { trustEvents, trustSubject } from './subject.ts'

/**
 * Brings the answers scorers are compared with in line with disputes: where a person's answer stands overturned because it was wrong, what was
 * decided takes its place, in every figure from then on; where the decision is taken back, the person's holds again. Goodwill corrects nothing.
 * Each change of a blind answer is an event with the agreement before and after. Gives how many there were.
 */
export function takeOverturns(database: WritableDatabase, now: number): number {
  const decided = new Map<string, { outcome: AnswerOutcome; option: string }>()
  const overturned = readOverturnedReferences(database)
  for (const reference of overturned) {
    const outcome = outcomeOf(database, reference)
    if (outcome) decided.set(keyOf(reference), outcome)
  }
  let events = 0
  for (const row of readCorrectable(
    database,
    overturned.map(({ reviewId }) => reviewId),
  )) {
    const to = decided.get(keyOf(row)) ?? null
    if (row.corrected === (to?.outcome ?? null) && row.correctedOption === (to?.option ?? null)) continue
    const before = agreementOf(database, row)
    writeCorrection(database, row, to)
    if (row.isCounted === 0) continue
    events += 1
    tell(database, row, { to: to?.outcome ?? null, before, now })
  }
  return events
}

const keyOf = ({ reviewId, questionKey }: { reviewId: number; questionKey: string }) =>
  `${reviewId} ${questionKey}`

function outcomeOf(database: ReadableDatabase, { versionId, questionKey, answer }: OverturnedReference) {
  const version = readVersion(database, versionId)
  const question = version && definitionOf(version)?.questions.find(({ id }) => id === questionKey)
  const given = formAnswer.strip().safeParse(JSON.parse(answer))
  if (!question || !given.success) return undefined
  const outcome = outcomeOfAnswer(question, given.data)
  return outcome && { outcome, option: optionsTaken(given.data) }
}

interface Agreement {
  n: number
  agreements: number
}

/** Blind answers of the version that stands, and how many of them agree. */
function agreementOf(database: ReadableDatabase, row: CorrectedRow): Agreement {
  const standing = standingOf(database, row)
  if (!standing) return { n: 0, agreements: 0 }
  const blind = blindAnswers(doubleScoredAnswers(database, row), standing.scorerVersion)
  return { n: blind.length, agreements: blind.filter(isAgreement).length }
}

function standingOf(database: ReadableDatabase, row: CorrectedRow) {
  const subject = trustSubject(row)
  return readStandings(database).find((kept) => trustSubject(kept) === subject)?.standing
}

function tell(
  database: WritableDatabase,
  row: CorrectedRow,
  { to, before, now }: { to: AnswerOutcome | null; before: Agreement; now: number },
): void {
  const { scorecardId, questionKey, scorerId, reviewId } = row
  const standing = standingOf(database, row)
  const state = standing?.state ?? 'shadow'
  const after = agreementOf(database, row)
  const values = { before: before.agreements, all: before.n, after: after.agreements, allNow: after.n }
  writeAuditEvent(database, {
    at: now,
    kind: trustEvents.corrected,
    subject: trustSubject(row),
    who: null,
    figures: {
      scorecardId,
      questionKey,
      scorerId,
      scorerVersion: standing?.scorerVersion ?? null,
      from: state,
      to: state,
      why:
        to === null
          ? keptReason('takenBack', { human: String(row.human), ...values })
          : keptReason('corrected', { from: String(row.corrected ?? row.human), to, ...values }),
      at: now,
      figures: {
        kind: 'corrected',
        reviewId,
        human: row.human,
        before: row.corrected,
        after: to,
        agreement: { before, after },
      },
    },
  })
}
