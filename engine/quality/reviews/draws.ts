import { randomInt } from 'node:crypto'
import { t } from '#speech'
import { samplingSettings, type SamplingSettings } from '../../../shared/contract/reviews.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import type { AffectedDays } from '../../affected-days.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import {
  drawAtRandom,
  drawByRisk,
  probabilitiesAtRandom,
  probabilitiesByRisk,
  seededRandom,
} from '../../statistics/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { readPublished } from '../scorecards/versions.store.ts'
import { readEligible, type EligibleRow } from './eligible.store.ts'
import { eligibleFor, newestPeriod } from './eligible.ts'
import { deleteUntouched, isBuiltOn, readDraws, readPlan, type PlanRow } from './plans.store.ts'
import { riskOf } from './risk.ts'
import { reweigh, takePicks } from './take-picks.ts'
import { keptWhy } from './kept-why.ts'

const SETTLE_DAYS = 56

/** How a draw is made again as it was: with the same seed, and from data up to the same day. */
export interface DrawAgain {
  seed?: number
  /** `YYYY-MM-DD`; the newest there are data of where it is left out. */
  upTo?: string
}

const newSeed = () => randomInt(2 ** 31)

/**
 * Draws for a plan: from the days since its last draw, or the last period. Every conversation it looked at keeps the probability with which it
 * would have been picked, and the draw its seed. What was reviewed before on these days stands for less from now on: adds its days to `affected`.
 * `CONFLICT` where there is nothing new.
 */
export function drawForPlan(
  database: WritableDatabase,
  planId: number,
  at: number,
  affected: AffectedDays,
  again: DrawAgain = {},
): { drawId: number; picked: number; alreadyThere: number } {
  const row = readPlan(database, planId)
  if (!row) throw new Problem('NOT_FOUND', t`That plan is no longer in use.`)
  const plan = { ...row, settings: samplingSettings.parse(JSON.parse(row.settings)) }
  mustScoreOn(database, plan.scorecardId)
  const period = newestPeriod(database, plan.settings.periodDays, again.upTo)
  const last = readDraws(database).find((draw) => draw.planId === planId)
  const from = last === undefined ? period.from : Math.max(period.from, last.toDay + 1)
  if (from > period.to)
    throw new Problem(
      'CONFLICT',
      t`This plan has drawn up to ${{ to: dayOfNumber(period.to) }}, and there is nothing newer yet.`,
    )
  const days = { from, to: period.to }
  const eligible = eligibleFor(database, readDirectory(database), plan, days)
  const seed = again.seed ?? newSeed()
  const { chances, picked } = pick(plan, eligible, seed)
  if (picked.length === 0)
    throw new Problem('CONFLICT', t`No conversation of these days fits the plan, so nothing was drawn.`)
  const why =
    plan.kind === 'random'
      ? keptWhy('drawnOfEach', { n: plan.settings.perAgent, plan: plan.name })
      : keptWhy('drawnForTrouble', { plan: plan.name })
  return takePicks(database, at, affected, {
    planId,
    scorecardId: plan.scorecardId,
    kind: plan.kind,
    name: plan.name,
    settings: row.settings,
    reviewers: plan.settings.reviewers,
    seed,
    days,
    eligible,
    chances,
    picked,
    why,
  })
}

function pick(
  plan: { kind: PlanRow['kind']; settings: SamplingSettings },
  eligible: readonly EligibleRow[],
  seed: number,
): { chances: Map<number, number>; picked: number[] } {
  const random = seededRandom(seed)
  const id = ({ interactionId }: EligibleRow) => String(interactionId)
  if (plan.kind === 'random') {
    const candidates = eligible.map((one) => ({ id: id(one), stratum: String(one.personId) }))
    const chances = probabilitiesAtRandom(candidates, plan.settings.perAgent)
    const picked = drawAtRandom(candidates, plan.settings.perAgent, random)
    return {
      chances: new Map([...chances].map(([one, chance]) => [Number(one), chance])),
      picked: picked.map((one) => Number(one.id)),
    }
  }
  const candidates = eligible.map((one) => ({ id: id(one), risk: riskOf(one) }))
  const chances = probabilitiesByRisk(
    candidates.map(({ risk }) => risk),
    plan.settings.expected,
  )
  return {
    chances: new Map(candidates.map((one, at) => [Number(one.id), chances[at]!])),
    picked: drawByRisk(candidates, plan.settings.expected, random).map((one) => Number(one.id)),
  }
}

/**
 * Draws `n` of an agent's conversations of the last eight weeks that nobody has reviewed on the form, to settle what the ranking cannot tell. Each
 * one of these weeks keeps the chance n / (all without a review), which together with earlier draws makes its probability exact. Adds the days to
 * `affected` whose reviews stand for less by it.
 */
export function drawToSettle(
  database: WritableDatabase,
  request: { agentId: number; scorecardId: number; about: string; n: number },
  at: number,
  affected: AffectedDays,
  again: DrawAgain = {},
): { picked: number; eligible: number } {
  mustScoreOn(database, request.scorecardId)
  const days = newestPeriod(database, SETTLE_DAYS, again.upTo)
  const settings = samplingSettings.parse({ periodDays: SETTLE_DAYS, perAgent: request.n })
  const own = readEligible(database, days, request.scorecardId, 0).filter(
    ({ personId }) => personId === request.agentId,
  )
  const fresh = own.filter(({ reviewId }) => reviewId === null)
  if (fresh.length === 0)
    throw new Problem(
      'CONFLICT',
      t`Every conversation of this agent in the last eight weeks is in the queue or reviewed already.`,
    )
  const seed = again.seed ?? newSeed()
  const candidates = fresh.map(({ interactionId }) => ({ id: String(interactionId), stratum: 'all' }))
  const picked = drawAtRandom(candidates, request.n, seededRandom(seed)).map(({ id }) => Number(id))
  const chance = Math.min(1, request.n / fresh.length)
  takePicks(database, at, affected, {
    planId: null,
    scorecardId: request.scorecardId,
    kind: 'settle',
    name: request.about,
    settings: JSON.stringify(settings),
    reviewers: [],
    seed,
    days,
    eligible: own,
    chances: new Map(own.map(({ interactionId }) => [interactionId, chance])),
    picked,
    why: keptWhy('drawnToSettle', { about: request.about }),
  })
  return { picked: picked.length, eligible: fresh.length }
}

/**
 * Takes the picks of a draw back that nobody has opened; gives how many. Adds the days to `affected` whose reviews stand for more again. `CONFLICT`
 * where a later draw counted on them.
 */
export function undoDraw(database: WritableDatabase, drawId: number, affected: AffectedDays): number {
  if (isBuiltOn(database, drawId))
    throw new Problem(
      'CONFLICT',
      t`A later draw found these conversations in the queue and counts on them; take that one back first.`,
    )
  const { removed, scorecardId } = deleteUntouched(database, drawId)
  if (scorecardId === null) throw new Problem('NOT_FOUND', t`That draw is gone already.`)
  reweigh(database, scorecardId, affected)
  return removed
}

function mustScoreOn(database: ReadableDatabase, scorecardId: number): void {
  if (!readPublished(database, scorecardId))
    throw new Problem(
      'CONFLICT',
      t`That scorecard has no version to score on yet; publish its draft first, under Scorecards.`,
    )
}
