import { t } from '#speech'
import type { TrustEvent, TrustedQuestion } from '../../../../shared/contract/trust.ts'
import { wilsonInterval, LOOKS } from '../../../statistics/index.ts'
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
import { groupInWords, trustReasonInWords } from '../kept-reasons.ts'
import type { TrustStanding } from '../standing.ts'
import { watchSeries } from '../watch-series.ts'
import { weightedShare } from '../weighted-share.ts'
import { chanceCorrected } from './answers.ts'
import type { GivenAnswer } from './disputed.store.ts'
import type { QuestionScored } from './questions-scored.ts'
import { scorerName } from './scorer.ts'

/** How much a scorer answered in the weeks that are looked at, and how often it failed the question. */
export type Automation = { conversations: number; answered: number; fails: number }

/** What a standing is shown with. */
export interface Evidence {
  answers: readonly DoubleScoredAnswer[]
  automated: Automation | undefined
  imported: TrustedQuestion['imported']
  given: readonly GivenAnswer[]
  ledBy: string | null
  lost: TrustedQuestion['lost']
}

/** Where a question and scorer stand, with all it rests on. */
export function viewOf(
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
      value: groupInWords(group.value),
      why: group.why === null ? null : trustReasonInWords(group.why),
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
export function lostOf(history: readonly TrustEvent[]): TrustedQuestion['lost'] {
  const last = history.find(({ kind }) => kind !== 'reference-corrected' && kind !== 'exclusion')
  if (last?.kind !== 'demotion' && last?.kind !== 'taken-back' && last?.kind !== 'disputed') return null
  return { at: last.at, from: last.from, why: last.why }
}

function missingOf(
  { isPublished }: QuestionScored,
  next: { missing: string } | null,
  ledBy: string | null,
): string {
  if (ledBy !== null && next === null)
    return t`${{ ledBy }} agrees more surely with people and fills in instead.`
  if (!isPublished)
    return t`Only answers were imported: write the form down under Scorecards to review on it.`
  return next?.missing ?? t`One answer in twenty is checked blind, and errors there take the trust back.`
}

function nextOf(
  standing: TrustStanding,
  answers: readonly DoubleScoredAnswer[],
): { missing: string; gate: NonNullable<TrustedQuestion['next']> } | null {
  const gate = nextGate(standing, answers, chanceCorrected)
  if (gate === null) return null
  return {
    missing: gate.missing ?? t`Ready for the next step.`,
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
    return { isGiven: false, reason: t`The scorer fails fewer than its false alarms alone would make.` }
  return { isGiven: true, share: rate, low, high }
}
