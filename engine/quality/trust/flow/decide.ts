import { isDeepStrictEqual } from 'node:util'
import { writeAuditEvent, type WritableDatabase } from '../../../store/index.ts'
import { decideByDisputes } from '../decide-by-disputes.ts'
import { decideExclusions, decideMove, type TrustMove } from '../decide-move.ts'
import { startingStanding, type TrustStanding } from '../standing.ts'
import { chanceCorrected, doubleScoredAnswers } from './answers.ts'
import { readGivenAnswers } from './disputed.store.ts'
import { lastCountedAt, readScoredQuestions, type ScoredQuestion } from './double-scored.store.ts'
import { readStandings, writeStanding } from './standings.store.ts'
import { trustEvents, trustSubject } from './subject.ts'
import { takeOverturns } from './take-overturns.ts'

/** The version a scorer of a question has now; undefined where nobody can say: then it is what it was. */
export type ScorerVersions = (question: ScoredQuestion) => string | undefined

/**
 * Brings answers in line with disputes, moves every question whose answers say so, step by step until none does, and leaves out groups a
 * scorer fails. Every step is an event with its figures. It does not matter how often this is asked. Gives how many events there were.
 */
export function decideTrust(database: WritableDatabase, versionOf: ScorerVersions, now: number): number {
  let events = takeOverturns(database, now)
  const standings = new Map(readStandings(database).map((kept) => [trustSubject(kept), kept]))
  const questions = new Map(
    readScoredQuestions(database).map((question) => [trustSubject(question), question]),
  )
  for (const [subject, { scorecardId, questionKey, scorerId }] of standings)
    questions.set(subject, { scorecardId, questionKey, scorerId })
  for (const [subject, question] of questions) {
    const before = standings.get(subject)?.standing
    const version =
      versionOf(question) ??
      before?.scorerVersion ??
      doubleScoredAnswers(database, question).at(-1)?.scorerVersion
    if (version === undefined) continue
    const given = before ?? startingStanding(version)
    const { standing, told } = decideQuestion(database, question, { given, version, now })
    for (const { kind, figures } of told)
      writeAuditEvent(database, { at: now, kind, subject, who: null, figures })
    if (!isDeepStrictEqual(before, standing)) writeStanding(database, { ...question, standing })
    events += told.length
  }
  return events
}

interface Told {
  kind: string
  figures: unknown
}

function decideQuestion(
  database: WritableDatabase,
  question: ScoredQuestion,
  { given, version: scorerVersion, now }: { given: TrustStanding; version: string; now: number },
): { standing: TrustStanding; told: Told[] } {
  const answers = doubleScoredAnswers(database, question)
  const told: Told[] = []
  let standing = given
  const take = ({ figures, from, to, why, at, standing: next }: TrustMove) => {
    told.push({
      kind: trustEvents[figures.kind],
      figures: { ...question, scorerVersion, from, to, why, at, figures },
    })
    standing = next
  }
  for (;;) {
    const move = decideMove(standing, { scorerVersion, answers }, chanceCorrected)
    if (move === null) break
    take(move)
  }
  if (standing.scorerVersion !== scorerVersion) standing = startingStanding(scorerVersion)
  if (standing.state !== 'shadow') {
    const disputed = decideByDisputes(
      standing,
      { given: readGivenAnswers(database, question), answers },
      Math.max(now, lastCountedAt(database) ?? 0),
    )
    if (disputed !== null) take(disputed)
  }
  const excluded = decideExclusions(standing, answers)
  for (const group of excluded.groups)
    told.push({
      kind: trustEvents.exclusion,
      figures: {
        ...question,
        scorerVersion,
        from: standing.state,
        to: standing.state,
        why: group.why,
        at: null,
        figures: group,
      },
    })
  return { standing: excluded.standing, told }
}
