import type { QuestionLink } from '../../shared/contract/worth.ts'
import { outcomeLinks, rankingCache } from '../coaching/index.ts'
import type { EngineContext } from '../context.ts'
import { metricDefinition } from '../metrics/index.ts'
import { draftWithout, questionWorths } from '../quality/index.ts'
import { newestDay, readPreferences } from '../workspace/index.ts'
import { api } from './base.ts'

const customerOutcomes = new Set(['csat_mean', 'csat_top2', 'nps'])

/** What questions are worth on customers' voice and on resolution: the weights of the window that coaching opens with, not estimated anew. */
function linksIn(context: EngineContext): (driverIds: readonly string[]) => QuestionLink[] {
  const to = newestDay(context.read)
  if (to === undefined) return () => []
  const { outcomeMetricId, windowDays } = readPreferences(context.read)
  const ranked = rankingCache(context).get(to, windowDays)
  const voice = customerOutcomes.has(outcomeMetricId) ? outcomeMetricId : 'csat_mean'
  const outcomes = [voice, 'resolved_rate'].map((outcomeId) => ({
    outcomeId,
    outcome: metricDefinition(outcomeId)?.label ?? outcomeId,
    weights: outcomeLinks(context.read, ranked, outcomeId),
  }))
  return (driverIds) =>
    outcomes.flatMap(({ outcomeId, outcome, weights }) => {
      const weight = driverIds.flatMap((id) => weights.get(id) ?? [])[0]
      if (!weight) return []
      const { value, low, high, basis, smallestWorthActing, pairedContacts } = weight
      return [{ outcomeId, outcome, value, low, high, basis, smallestWorthActing, pairedContacts }]
    })
}

export const worthApi = api.worth.router({
  questions: api.worth.questions.handler(({ context, input }) =>
    questionWorths(context.read, input, linksIn(context)),
  ),
  retire: api.worth.retire.handler(async ({ context, input }) => {
    const result = await draftWithout(context, input)
    context.events.emit({ type: 'data.changed', topics: ['scorecards', 'reviews'], job: null })
    return result
  }),
})
