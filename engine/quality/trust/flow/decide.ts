import { isDeepStrictEqual } from 'node:util'
import { writeAuditEvent, type WritableDatabase } from '../../../store/index.ts'
import { decideExclusions, decideMove, type MoveFigures } from '../decide-move.ts'
import { startingStanding, type TrustStanding } from '../standing.ts'
import { chanceCorrected, doubleScoredAnswers } from './answers.ts'
import { readScoredQuestions, type ScoredQuestion } from './double-scored.store.ts'
import { readStandings, writeStanding } from './standings.store.ts'

/** Kinds of events a question's trust is told by. */
export const trustEvents = {
  promotion: 'trust.promotion',
  demotion: 'trust.demotion',
  'changed-scorer': 'trust.changed-scorer',
  exclusion: 'trust.exclusion',
  taken: 'trust.taken-back',
} as const satisfies Record<MoveFigures['kind'] | 'exclusion' | 'taken', string>

/** What events about a question and scorer are filed under. */
export function trustSubject({ scorecardId, questionKey, scorerId }: ScoredQuestion): string {
  return `trust/${scorecardId}/${scorerId}/${questionKey}`
}

/** The version each scorer has now, by its id. */
export type ScorerVersions = Readonly<Record<string, string>>

/**
 * Moves every question whose answers say so, step by step until none does, and leaves out groups a scorer fails. Every step is an event with
 * its figures. It does not matter how often this is asked. Gives how many events there were.
 */
export function decideTrust(database: WritableDatabase, versions: ScorerVersions, now: number): number {
  const standings = new Map(readStandings(database).map((kept) => [trustSubject(kept), kept]))
  const questions = new Map(
    readScoredQuestions(database).map((question) => [trustSubject(question), question]),
  )
  for (const [subject, { scorecardId, questionKey, scorerId }] of standings)
    questions.set(subject, { scorecardId, questionKey, scorerId })
  let events = 0
  for (const [subject, question] of questions) {
    const version = versions[question.scorerId]
    if (version === undefined) continue
    const before = standings.get(subject)?.standing
    const { standing, told } = decideQuestion(
      database,
      question,
      before ?? startingStanding(version),
      version,
    )
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
  given: TrustStanding,
  scorerVersion: string,
): { standing: TrustStanding; told: Told[] } {
  const answers = doubleScoredAnswers(database, question)
  const told: Told[] = []
  let standing = given
  for (;;) {
    const move = decideMove(standing, { scorerVersion, answers }, chanceCorrected)
    if (move === null) break
    const { figures, from, to, why, at } = move
    told.push({
      kind: trustEvents[figures.kind],
      figures: { ...question, scorerVersion, from, to, why, at, figures },
    })
    standing = move.standing
  }
  if (standing.scorerVersion !== scorerVersion) standing = startingStanding(scorerVersion)
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
