import { randomInt } from 'node:crypto'
import {
  samplingSettings,
  type SamplingPlan,
  type SamplingSettings,
} from '../../../shared/contract/reviews.ts'
import { dayNumber, dayOfNumber } from '../../../shared/domain/time.ts'
import type { AffectedDays } from '../../affected-days.ts'
import { writing, type EngineContext } from '../../context.ts'
import { readDirectory, type Directory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import {
  drawAtRandom,
  drawByRisk,
  probabilitiesAtRandom,
  probabilitiesByRisk,
  seededRandom,
} from '../../statistics/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { newestDay } from '../../workspace/index.ts'
import { readPublished } from '../scorecards/versions.store.ts'
import { readEligible, type EligibleRow } from './eligible.store.ts'
import {
  countOpen,
  deleteUntouched,
  insertChance,
  insertDraw,
  insertPlan,
  isBuiltOn,
  readDraws,
  readPlan,
  readPlans,
  refreshChances,
  refreshWeights,
  retirePlan,
  turnIntoDrawn,
  updatePlan,
  type PlanRow,
} from './plans.store.ts'
import { insertReview } from './reviews.store.ts'
import { riskOf } from './risk.ts'

const SETTLE_DAYS = 56
const MOST_DRAWS_SHOWN = 12

/** The plans with their latest draws. */
export function listPlans(database: ReadableDatabase): SamplingPlan[] {
  const draws = Map.groupBy(readDraws(database), ({ planId }) => planId)
  return readPlans(database).map(({ settings, ...plan }) => ({
    ...plan,
    settings: samplingSettings.parse(JSON.parse(settings)),
    draws: (draws.get(plan.id) ?? [])
      .slice(0, MOST_DRAWS_SHOWN)
      .map(({ planId: _, fromDay, toDay, ...draw }) => ({
        ...draw,
        from: dayOfNumber(fromDay),
        to: dayOfNumber(toDay),
      })),
  }))
}

/** Makes a plan, or changes one; gives its id. */
export function savePlan(
  context: EngineContext,
  plan: Omit<PlanRow, 'id' | 'form' | 'settings'> & { id: number | null; settings: SamplingSettings },
): Promise<number> {
  return writing(context, (database) => {
    const settings = JSON.stringify(plan.settings)
    if (plan.id === null) return insertPlan(database, { ...plan, settings, at: context.now() })
    if (!updatePlan(database, { ...plan, id: plan.id, settings }))
      throw new Problem('NOT_FOUND', 'That plan is no longer in use.')
    return plan.id
  })
}

/** Takes a plan out of use. */
export function endPlan(context: EngineContext, id: number): Promise<boolean> {
  return writing(context, (database) => retirePlan(database, id, context.now()))
}

/** What a draw would look at now, and how many it would pick. */
export function previewDraw(
  database: ReadableDatabase,
  plan: { kind: PlanRow['kind']; scorecardId: number; settings: SamplingSettings },
): {
  from: string
  to: string
  eligible: number
  agents: number
  agentsShort: number
  picks: number
} {
  const { from, to } = newestPeriod(database, plan.settings.periodDays)
  const eligible = eligibleFor(database, readDirectory(database), plan, { from, to })
  const perAgent = [...Map.groupBy(eligible, ({ personId }) => personId).values()].map(({ length }) => length)
  const picks =
    plan.kind === 'random'
      ? perAgent.reduce((sum, n) => sum + Math.min(n, plan.settings.perAgent), 0)
      : Math.min(plan.settings.expected, eligible.filter((one) => riskOf(one) > 0).length)
  return {
    from: dayOfNumber(from),
    to: dayOfNumber(to),
    eligible: eligible.length,
    agents: perAgent.length,
    agentsShort: plan.kind === 'random' ? perAgent.filter((n) => n < plan.settings.perAgent).length : 0,
    picks,
  }
}

/** How a draw is made again as it was: with the same seed, and from data up to the same day. */
export interface DrawAgain {
  seed?: number
  /** `YYYY-MM-DD`; the newest there are data of where it is left out. */
  upTo?: string
}

/** The last days there are data of. `CONFLICT` where there are none. */
function newestPeriod(database: ReadableDatabase, days: number, upTo?: string): { from: number; to: number } {
  const newest = newestDay(database)
  if (newest === undefined)
    throw new Problem('CONFLICT', 'There are no conversations yet; import some first.')
  const to = upTo === undefined ? newest : Math.min(newest, dayNumber(upTo))
  return { from: to - days + 1, to }
}

const newSeed = () => randomInt(2 ** 31)

function eligibleFor(
  database: ReadableDatabase,
  directory: Directory,
  { scorecardId, settings }: { scorecardId: number; settings: SamplingSettings },
  days: { from: number; to: number },
): EligibleRow[] {
  const isOneOf = <Value>(chosen: readonly Value[], value: Value | null) =>
    chosen.length === 0 || (value !== null && chosen.includes(value))
  return readEligible(database, days, scorecardId, settings.leastSeconds).filter(
    ({ personId, day, queue, channel }) =>
      isOneOf(settings.queues, queue) &&
      isOneOf(settings.channels, channel) &&
      isOneOf(settings.teamIds, directory.teamAt(personId, day)),
  )
}

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
  if (!row) throw new Problem('NOT_FOUND', 'That plan is no longer in use.')
  const plan = { ...row, settings: samplingSettings.parse(JSON.parse(row.settings)) }
  mustScoreOn(database, plan.scorecardId)
  const period = newestPeriod(database, plan.settings.periodDays, again.upTo)
  const last = readDraws(database).find((draw) => draw.planId === planId)
  const from = last === undefined ? period.from : Math.max(period.from, last.toDay + 1)
  if (from > period.to)
    throw new Problem(
      'CONFLICT',
      `This plan has drawn up to ${dayOfNumber(period.to)}, and there is nothing newer yet.`,
    )
  const days = { from, to: period.to }
  const eligible = eligibleFor(database, readDirectory(database), plan, days)
  const seed = again.seed ?? newSeed()
  const { chances, picked } = pick(plan, eligible, seed)
  if (picked.length === 0)
    throw new Problem('CONFLICT', 'No conversation of these days fits the plan, so nothing was drawn.')
  const why =
    plan.kind === 'random'
      ? `Drawn at random: ${plan.settings.perAgent} of each agent (${plan.name}).`
      : `Drawn for signs of trouble (${plan.name}).`
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

interface Draw {
  planId: number | null
  scorecardId: number
  kind: 'random' | 'risk' | 'settle'
  name: string
  settings: string
  reviewers: readonly string[]
  seed: number
  days: { from: number; to: number }
  eligible: readonly EligibleRow[]
  chances: ReadonlyMap<number, number>
  picked: readonly number[]
  why: string
}

/** Notes a draw and puts its picks into the queue, each reviewer's in turn, who has least first. */
function takePicks(
  database: WritableDatabase,
  at: number,
  affected: AffectedDays,
  draw: Draw,
): { drawId: number; picked: number; alreadyThere: number } {
  const drawId = insertDraw(database, {
    ...draw,
    fromDay: draw.days.from,
    toDay: draw.days.to,
    eligible: draw.eligible.length,
    picked: draw.picked.length,
    at,
  })
  for (const [interactionId, chance] of draw.chances)
    if (chance > 0) insertChance(database, drawId, interactionId, chance)
  const reviewOf = new Map(draw.eligible.map(({ interactionId, reviewId }) => [interactionId, reviewId]))
  const deal = dealer(draw.reviewers, countOpen(database))
  let alreadyThere = 0
  for (const interactionId of draw.picked) {
    const there = reviewOf.get(interactionId) ?? null
    const { why } = draw
    if (there !== null) {
      alreadyThere += 1
      turnIntoDrawn(database, { id: there, selection: draw.kind, drawId, why })
    } else
      insertReview(database, {
        scorecardId: draw.scorecardId,
        interactionId,
        selection: draw.kind,
        drawId,
        why,
        chance: null,
        reviewer: deal(),
        at,
      })
  }
  reweigh(database, draw.scorecardId, affected)
  return { drawId, picked: draw.picked.length, alreadyThere }
}

/** Chances after a draw came or went, and what evaluations stand for by them. */
function reweigh(database: WritableDatabase, scorecardId: number, affected: AffectedDays): void {
  refreshChances(database, scorecardId)
  for (const day of refreshWeights(database, { scorecardId })) affected.changed('evaluations', day)
}

/** Gives the next pick to whoever has least to do; to nobody where nobody is named. */
function dealer(reviewers: readonly string[], open: ReadonlyMap<string, number>): () => string | null {
  const load = new Map(reviewers.map((name) => [name, open.get(name) ?? 0]))
  return () => {
    const [next] = [...load].toSorted((a, b) => a[1] - b[1])
    if (next === undefined) return null
    load.set(next[0], next[1] + 1)
    return next[0]
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
      'Every conversation of this agent in the last eight weeks is in the queue or reviewed already.',
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
    why: `Drawn at random of this agent, to settle: ${request.about}`,
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
      'A later draw found these conversations in the queue and counts on them; take that one back first.',
    )
  const { removed, scorecardId } = deleteUntouched(database, drawId)
  if (scorecardId === null) throw new Problem('NOT_FOUND', 'That draw is gone already.')
  reweigh(database, scorecardId, affected)
  return removed
}

function mustScoreOn(database: ReadableDatabase, scorecardId: number): void {
  if (!readPublished(database, scorecardId))
    throw new Problem(
      'CONFLICT',
      'That scorecard has no version to score on yet; publish its draft first, under Scorecards.',
    )
}
