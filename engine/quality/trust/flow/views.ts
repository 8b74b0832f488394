import type { TrustedQuestion, TrustState } from '../../../../shared/contract/trust.ts'
import { wilsonInterval } from '../../../statistics/index.ts'
import type { ReadableDatabase } from '../../../store/index.ts'
import { newestDay } from '../../../workspace/index.ts'
import { starterScorecard } from '../../rules/index.ts'
import { startingStanding } from '../standing.ts'
import { doubleScoredAnswers } from './answers.ts'
import { countAutomated, countOtherScorers, readImportedPairs } from './automated.store.ts'
import type { ScorerVersions } from './decide.ts'
import { readGivenAnswers } from './disputed.store.ts'
import type { ScoredQuestion } from './double-scored.store.ts'
import { trustHistory } from './history.ts'
import { inOrderOfTrust } from './leading.ts'
import { lostOf, viewOf, type Automation } from './question-view.ts'
import { questionsScored, type QuestionScored } from './questions-scored.ts'
import { OWN_RULE_SCORER, scorerName } from './scorer.ts'
import { readStandings, type KeptStanding } from './standings.store.ts'
import { trustSubject } from './subject.ts'

const DAYS_MEASURED = 84
const rank: Record<TrustState, number> = { trusted: 0, assist: 1, shadow: 2 }

/** Where every question stands that people and a scorer answer, with all it rests on. */
export function listTrust(database: ReadableDatabase, versionOf: ScorerVersions): TrustedQuestion[] {
  const automationOf = automationHere(database)
  const kept = readStandings(database)
  const standings = new Map(kept.map((one) => [trustSubject(one), one.standing]))
  const leaderOf = leadersOf(database, kept)
  const questions = questionsScored(database)
  const imported = importedAgreement(database, questions)
  return questions
    .map((question) => {
      const before = standings.get(trustSubject(question))
      const answers = doubleScoredAnswers(database, question)
      const version = versionOf(question) ?? before?.scorerVersion ?? answers.at(-1)?.scorerVersion ?? ''
      // a changed scorer has not been decided on before the next answer or reading: until then it stands where it will
      const standing = before?.scorerVersion === version ? before : startingStanding(version)
      const leader = standing.state === 'shadow' ? undefined : leaderOf.get(leaderKey(question))
      return viewOf(question, standing, {
        answers,
        automated: automationOf(question),
        imported: question.askedKey === null ? null : (imported.get(question.id ?? -1) ?? null),
        given: readGivenAnswers(database, question),
        ledBy: leader === undefined || leader === question.scorerId ? null : scorerName(leader),
        lost: lostOf(trustHistory(database, question)),
      })
    })
    .toSorted(
      (a, b) =>
        rank[a.state] - rank[b.state] ||
        Number(b.lost !== null) - Number(a.lost !== null) ||
        (b.agreement?.n ?? 0) - (a.agreement?.n ?? 0) ||
        a.form.localeCompare(b.form) ||
        a.title.localeCompare(b.title),
    )
}

const leaderKey = ({ scorecardId, questionKey }: Omit<ScoredQuestion, 'scorerId'>) =>
  `${scorecardId} ${questionKey}`

/** Of several promoted scorers of a question the one that fills in. */
function leadersOf(database: ReadableDatabase, kept: readonly KeptStanding[]): Map<string, string> {
  return new Map(
    [...Map.groupBy(kept, leaderKey)].flatMap(([key, standings]) => {
      const [first] = inOrderOfTrust(database, standings)
      return first === undefined ? [] : [[key, first.scorerId] as const]
    }),
  )
}

/** How much each scorer answered in the last twelve weeks. */
function automationHere(database: ReadableDatabase): (question: QuestionScored) => Automation | undefined {
  const to = newestDay(database)
  if (to === undefined) return () => undefined
  const days = { from: to - DAYS_MEASURED + 1, to }
  const byRules = new Map(
    countAutomated(database, starterScorecard().id, days).map((row) => [row.questionKey, row]),
  )
  const byOthers = new Map(
    countOtherScorers(database, OWN_RULE_SCORER, days).map((row) => [trustSubject(row), row]),
  )
  return (question) =>
    question.askedKey === null ? byOthers.get(trustSubject(question)) : byRules.get(question.askedKey)
}

function importedAgreement(
  database: ReadableDatabase,
  questions: readonly QuestionScored[],
): Map<number, NonNullable<TrustedQuestion['imported']>> {
  const asked = questions.flatMap(({ id, askedKey }) =>
    id === null || askedKey === null ? [] : [[id, askedKey] as const],
  )
  return new Map(
    readImportedPairs(database, starterScorecard().id, asked).map(({ questionId, n, agreements }) => [
      questionId,
      { ...wilsonInterval(agreements, n)!, n },
    ]),
  )
}
