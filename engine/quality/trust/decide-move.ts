import { LOOKS, promotionGate, type PromotionGate } from '../../statistics/index.ts'
import { blindAnswers, isAgreement, type CountedAnswer, type DoubleScoredAnswer } from './double-scored.ts'
import { groupErrors, isExcluded, type GroupErrors } from './group-errors.ts'
import { startingStanding, type ExcludedGroup, type TrustStanding, type TrustState } from './standing.ts'
import { startWatches, watchAnswer, type Watch } from './watch.ts'
import { keptPercent, keptReason } from './kept-reasons.ts'

/** Gwet's AC1 of two raters with its lower 95% bound; null where it cannot be had. */
export type ChanceCorrected = (pairs: readonly [automated: string, human: string][]) => {
  value: number
  low: number
} | null

/** Answers filled in since the last step and submitted as they were, and what disputes proved of them. */
export interface DisputeFigures {
  kind: 'disputed'
  said: 'pass' | 'fail'
  answers: number
  decided: number
  errors: number
  tolerated: number
  /** Of so many errors or more, if the share borne were the true one. */
  p: number
}

export type MoveFigures =
  | DisputeFigures
  | { kind: 'promotion'; gate: PromotionGate; disagreement: number; excluded: GroupErrors[] }
  | { kind: 'demotion'; watch: Watch }
  | { kind: 'changed-scorer'; from: string; to: string }

/** A step of trust: what an audit event records, and the standing from then on. */
export interface TrustMove {
  from: TrustState
  to: TrustState
  why: string
  figures: MoveFigures
  /** When the answer was given that decided it; null where the scorer itself changed. */
  at: number | null
  standing: TrustStanding
}

/** The promotion gate over the first so many answers. */
function gateOf(answers: readonly CountedAnswer[], ac1: ChanceCorrected | null): PromotionGate {
  const failed = answers.filter(({ human }) => human.isFail)
  return promotionGate({
    n: answers.length,
    agreements: answers.filter(isAgreement).length,
    ac1: ac1 === null ? null : ac1(answers.map(({ automated, human }) => [automated.option, human.option])),
    fails: failed.length,
    failsFound: failed.filter(({ automated }) => automated.isFail).length,
  })
}

function promotionOf(
  standing: TrustStanding,
  to: TrustState,
  gate: PromotionGate,
  counted: readonly CountedAnswer[],
  all: readonly CountedAnswer[],
): TrustMove {
  const at = counted.at(-1)!.at
  const excluded = groupErrors(all.filter((answer) => answer.at <= at)).filter(
    ({ verdict }) => verdict === 'fails',
  )
  const excludedGroups = withGroups(standing.excludedGroups, excluded)
  const kept = counted.filter(({ strata }) => !isExcluded(strata, excludedGroups))
  const disagreement = kept.length === 0 ? 0 : 1 - kept.filter(isAgreement).length / kept.length
  const agreements = counted.filter(isAgreement).length
  const found = gate.criteria.find(({ id }) => id === 'fail-recall')!
  const values = { agreements, n: gate.n, found: keptPercent(found.value!), fails: gate.fails }
  const groups = excludedGroups.map(({ value }) => value).join(', ')
  return {
    from: standing.state,
    to,
    why: groups === '' ? keptReason('promoted', values) : keptReason('promotedBut', { ...values, groups }),
    figures: { kind: 'promotion', gate, disagreement, excluded },
    at,
    standing: { ...standing, state: to, since: at, disagreementAtPromotion: disagreement, excludedGroups },
  }
}

function demotionOf(standing: TrustStanding, watch: Watch, at: number): TrustMove {
  const to = standing.state === 'trusted' ? 'assist' : 'shadow'
  const { run, design } = watch
  return {
    from: standing.state,
    to,
    why: keptReason(watch.watched === 'disagreement' ? 'disagreed' : 'missed', {
      events: run.events,
      observations: run.observations,
      expected: keptPercent(design.inControlShare),
    }),
    figures: { kind: 'demotion', watch },
    at,
    standing: { ...standing, state: to, since: at },
  }
}

/** Groups added to those excluded before, each once: an exclusion stands until the scorer changes. */
function withGroups(already: readonly ExcludedGroup[], more: readonly ExcludedGroup[]): ExcludedGroup[] {
  const added = more.filter(
    ({ stratum, value }) => !already.some((one) => one.stratum === stratum && one.value === value),
  )
  return [...already, ...added.map(({ stratum, value }) => ({ stratum, value }))]
}

/** Blind, uniformly drawn answers since the last move, oldest first: what looks and charts go by. */
export function answersSince(standing: TrustStanding, blind: readonly CountedAnswer[]): CountedAnswer[] {
  return blind.filter(
    ({ draw, at }) => draw === 'uniform' && (standing.since === null || at > standing.since),
  )
}

/** How far a question is on the way to its next promotion; null where it is trusted. */
export function nextGate(
  standing: TrustStanding,
  answers: readonly DoubleScoredAnswer[],
  ac1: ChanceCorrected,
): PromotionGate | null {
  if (standing.state === 'trusted') return null
  const counted = answersSince(standing, blindAnswers(answers, standing.scorerVersion))
  return gateOf(counted, LOOKS.includes(counted.length) ? ac1 : null)
}

/**
 * The next move of a question's scorer, or null where it stays. Answers are taken one by one in the order people gave them, so
 * that it does not matter how often, or how late, this is asked: a look is always at the first 50, 100, 200, 400 answers since the
 * last move. Every step up needs looks of its own; the charts of a step start quiet. A signal takes a trusted scorer back to
 * assist, an assisting one to shadow. Only blind, uniformly drawn answers count, and on the charts only those of groups for which
 * it is trusted; oversampled ones would raise the alarm by being picked for their doubt. A changed scorer starts in shadow.
 */
export function decideMove(
  given: TrustStanding,
  evidence: { scorerVersion: string; answers: readonly DoubleScoredAnswer[] },
  ac1: ChanceCorrected,
): TrustMove | null {
  if (evidence.scorerVersion !== given.scorerVersion && given.state !== 'shadow')
    return startAnew(given, evidence.scorerVersion)
  const standing =
    evidence.scorerVersion === given.scorerVersion ? given : startingStanding(evidence.scorerVersion)
  const blind = blindAnswers(evidence.answers, standing.scorerVersion)
  const counted = answersSince(standing, blind)
  const up = standing.state === 'shadow' ? 'assist' : standing.state === 'assist' ? 'trusted' : null
  let watches =
    standing.state === 'shadow' || standing.disagreementAtPromotion === null
      ? []
      : startWatches(standing.disagreementAtPromotion)
  for (let n = 1; n <= counted.length; n++) {
    const answer = counted[n - 1]!
    if (!isExcluded(answer.strata, standing.excludedGroups)) watches = watchAnswer(watches, answer)
    const signalled = watches.find(({ state }) => state.signalledAt !== null)
    if (signalled !== undefined) return demotionOf(standing, signalled, answer.at)
    if (up !== null && LOOKS.includes(n)) {
      const seen = counted.slice(0, n)
      const gate = gateOf(seen, ac1)
      if (gate.isPassed) return promotionOf(standing, up, gate, seen, blind)
    }
  }
  return null
}

/** The move of a changed scorer back to shadow. */
function startAnew(standing: TrustStanding, scorerVersion: string): TrustMove {
  return {
    from: standing.state,
    to: 'shadow',
    why: keptReason('changed'),
    figures: { kind: 'changed-scorer', from: standing.scorerVersion, to: scorerVersion },
    at: null,
    standing: startingStanding(scorerVersion),
  }
}

/**
 * Groups that a scorer, assisting or trusted, has begun to fail: an audit event each, after which it is not trusted for them.
 * They are added to the standing and stay until the scorer changes.
 */
export function decideExclusions(
  standing: TrustStanding,
  answers: readonly DoubleScoredAnswer[],
): { groups: GroupErrors[]; standing: TrustStanding } {
  if (standing.state === 'shadow') return { groups: [], standing }
  const failed = groupErrors(blindAnswers(answers, standing.scorerVersion)).filter(
    ({ verdict, ...group }) =>
      verdict === 'fails' &&
      !standing.excludedGroups.some(
        ({ stratum, value }) => stratum === group.stratum && value === group.value,
      ),
  )
  return {
    groups: failed,
    standing: { ...standing, excludedGroups: withGroups(standing.excludedGroups, failed) },
  }
}
