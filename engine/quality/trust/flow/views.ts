import type { TrustEvent, TrustedQuestion, TrustState } from '../../../../shared/contract/trust.ts'
import { wilsonInterval, LOOKS } from '../../../statistics/index.ts'
import { readAuditEvents, type ReadableDatabase } from '../../../store/index.ts'
import { newestDay } from '../../../workspace/index.ts'
import { starterScorecard } from '../../rules/index.ts'
import { correctedFailRate } from '../corrected-fail-rate.ts'
import { nextGate } from '../decide-move.ts'
import {
  blindAnswers,
  isAgreement,
  type CountedAnswer,
  type DoubleScoredAnswer,
  type Outcome,
} from '../double-scored.ts'
import { groupErrors } from '../group-errors.ts'
import { startingStanding, type TrustStanding } from '../standing.ts'
import { watchSeries } from '../watch-series.ts'
import { weightedShare } from '../weighted-share.ts'
import { chanceCorrected, doubleScoredAnswers } from './answers.ts'
import { countAutomated, countOtherScorers, readImportedPairs } from './automated.store.ts'
import type { ScorerVersions } from './decide.ts'
import { readGivenAnswers, type GivenAnswer } from './disputed.store.ts'
import type { ScoredQuestion } from './double-scored.store.ts'
import { questionsScored, type QuestionScored } from './questions-scored.ts'
import { inOrderOfTrust } from './leading.ts'
import { OWN_RULE_SCORER, scorerName } from './scorer.ts'
import { readStandings, type KeptStanding } from './standings.store.ts'
import { trustEvents, trustSubject } from './subject.ts'

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

type Automation = { conversations: number; answered: number; fails: number }

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

interface Evidence {
  answers: readonly DoubleScoredAnswer[]
  automated: Automation | undefined
  imported: TrustedQuestion['imported']
  given: readonly GivenAnswer[]
  ledBy: string | null
  lost: TrustedQuestion['lost']
}

function viewOf(
  question: QuestionScored,
  standing: TrustStanding,
  { answers, automated, imported, given, ledBy, lost }: Evidence,
): TrustedQuestion {
  const blind = blindAnswers(answers, standing.scorerVersion)
  const uniform = blind.filter(({ draw }) => draw === 'uniform')
  const failed = blind.filter(({ human }) => human.isFail)
  const next = nextOf(standing, answers)
  return {
    scorecardId: question.scorecardId,
    questionId: question.questionKey,
    scorerId: question.scorerId,
    form: question.form,
    title: question.title,
    scorer: scorerName(question.scorerId),
    scorerVersion: standing.scorerVersion,
    state: standing.state,
    since: standing.since,
    lost,
    missing: missingOf(question, next, ledBy),
    ledBy,
    next: next?.gate ?? null,
    agreement: blind.length === 0 ? null : { ...weightedShare(blind, isAgreement), n: blind.length },
    ac1: chanceCorrected(uniform.map(({ automated, human }) => [automated.option, human.option])),
    failRecall:
      failed.length === 0
        ? null
        : { ...weightedShare(failed, ({ automated }) => automated.isFail), n: failed.length },
    confusion: confusionOf(blind),
    groups: groupErrors(blind).map((group) => ({
      ...group,
      isExcluded: standing.excludedGroups.some(
        ({ stratum, value }) => stratum === group.stratum && value === group.value,
      ),
    })),
    charts: watchSeries(standing, answers).map(({ watched, design, values }) => ({
      watched,
      limit: design.limit,
      values,
      expected: design.inControlShare,
      alarming: design.outOfControlShare,
    })),
    correctedReferences: blind.filter(({ isCorrected }) => isCorrected).length,
    disputed: disputedOf(given, standing.scorerVersion),
    leftOut: leftOutOf(answers, standing.scorerVersion),
    imported,
    automation: automated ? { conversations: automated.conversations, answered: automated.answered } : null,
    correctedFailRate: correctedOf(automated, blind),
  }
}

/** The step by which it lost trust, where no step came after it. */
function lostOf(history: readonly TrustEvent[]): TrustedQuestion['lost'] {
  const last = history.find(({ kind }) => kind !== 'reference-corrected' && kind !== 'exclusion')
  if (last?.kind !== 'demotion' && last?.kind !== 'taken-back' && last?.kind !== 'disputed') return null
  return { at: last.at, from: last.from, why: last.why }
}

function missingOf(
  { isPublished }: QuestionScored,
  next: { missing: string } | null,
  ledBy: string | null,
): string {
  if (ledBy !== null && next === null) return `${ledBy} agrees more surely with people and fills in instead.`
  if (!isPublished) return 'Only answers were imported: write the form down under Scorecards to review on it.'
  return next?.missing ?? 'One answer in twenty is checked blind, and errors there take the trust back.'
}

function nextOf(
  standing: TrustStanding,
  answers: readonly DoubleScoredAnswer[],
): { missing: string; gate: NonNullable<TrustedQuestion['next']> } | null {
  const gate = nextGate(standing, answers, chanceCorrected)
  if (gate === null) return null
  return {
    missing: gate.missing ?? 'Ready for the next step.',
    gate: {
      to: standing.state === 'shadow' ? 'assist' : 'trusted',
      n: gate.n,
      look: LOOKS.find((look) => look > gate.n) ?? null,
      fails: gate.fails,
      failsNeeded: gate.failsNeeded,
      criteria: gate.criteria,
    },
  }
}

function confusionOf(blind: readonly CountedAnswer[]): TrustedQuestion['confusion'] {
  const wordOf = ({ option, isFail }: Outcome) =>
    option === 'not applicable' ? option : isFail ? 'fail' : 'pass'
  const counts = Map.groupBy(blind, ({ human, automated }) => `${wordOf(human)}|${wordOf(automated)}`)
  return (['pass', 'fail', 'not applicable'] as const).flatMap((human) =>
    (['pass', 'fail'] as const).map((automated) => ({
      human,
      automated,
      n: counts.get(`${human}|${automated}`)?.length ?? 0,
    })),
  )
}

/** Disputes of the answers of this version that were filled in and submitted as they were. */
function disputedOf(given: readonly GivenAnswer[], version: string): TrustedQuestion['disputed'] {
  const own = given.filter(({ scorerVersion }) => scorerVersion === version)
  const count = (has: (answer: GivenAnswer) => number) => own.filter((answer) => has(answer) === 1).length
  const decided = count(({ isDecided }) => isDecided)
  const overturned = count(({ isOverturned }) => isOverturned)
  return {
    given: own.length,
    decided,
    overturned,
    errors: count(({ isError }) => isError),
    rate: decided === 0 ? null : wilsonInterval(overturned, decided)!,
  }
}

/** Each answer that does not count, under the first of these reasons. */
function leftOutOf(answers: readonly DoubleScoredAnswer[], version: string): TrustedQuestion['leftOut'] {
  const leftOut = { abstained: 0, filledIn: 0, notDrawn: 0, otherVersion: 0 }
  for (const { scorerVersion, automated, isBlind, draw, probability } of answers)
    if (scorerVersion !== version) leftOut.otherVersion += 1
    else if (automated === null) leftOut.abstained += 1
    else if (!isBlind) leftOut.filledIn += 1
    else if (draw === 'chosen' || probability === null) leftOut.notDrawn += 1
  return leftOut
}

function correctedOf(
  automated: Evidence['automated'],
  blind: readonly CountedAnswer[],
): TrustedQuestion['correctedFailRate'] {
  const observed = automated ? { n: automated.answered, fails: automated.fails } : { n: 0, fails: 0 }
  const corrected = correctedFailRate(observed, blind)
  if (corrected.rate === null) return { isGiven: false, reason: corrected.reason }
  const { rate, low, high } = corrected
  // nothing is left of the interval: what was scored twice is not like what the rate is of
  if (high <= 0)
    return { isGiven: false, reason: 'The scorer fails fewer than its false alarms alone would make.' }
  return { isGiven: true, share: rate, low, high }
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

const kindOf: Record<keyof typeof trustEvents, TrustEvent['kind']> = {
  promotion: 'promotion',
  demotion: 'demotion',
  disputed: 'disputed',
  corrected: 'reference-corrected',
  'changed-scorer': 'changed-scorer',
  exclusion: 'exclusion',
  taken: 'taken-back',
}
const kinds = new Map(
  Object.entries(trustEvents).map(([kind, name]) => [
    name as string,
    kindOf[kind as keyof typeof trustEvents],
  ]),
)

/** The steps of a question's scorer, newest first. */
export function trustHistory(database: ReadableDatabase, question: ScoredQuestion): TrustEvent[] {
  return readAuditEvents(database, trustSubject(question)).map(({ figures, kind, ...event }) => {
    // our own JSON, written with the event
    const told = JSON.parse(figures) as Pick<TrustEvent, 'from' | 'to' | 'why' | 'figures'>
    const { id, at, who } = event
    return {
      id,
      at,
      who,
      kind: kinds.get(kind) as TrustEvent['kind'],
      from: told.from,
      to: told.to,
      why: told.why,
      figures: told.figures,
    }
  })
}
