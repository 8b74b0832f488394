import { t } from '#speech'
import {
  samplingSettings,
  type SamplingPlan,
  type SamplingSettings,
} from '../../../shared/contract/reviews.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { writing, type EngineContext } from '../../context.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { eligibleFor, newestPeriod } from './eligible.ts'
import { insertPlan, readDraws, readPlans, retirePlan, updatePlan, type PlanRow } from './plans.store.ts'
import { riskOf } from './risk.ts'

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
      throw new Problem('NOT_FOUND', t`That plan is no longer in use.`)
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
