import { samplingSettings } from '../../../shared/contract/reviews.ts'
import { drawing } from '../../counting.ts'
import { readDirectory } from '../../people/index.ts'
import {
  drawForPlan,
  drawToSettle,
  listReviews,
  pickConversations,
  requestReview,
  savePlan,
} from '../../quality/index.ts'
import { addDays, dayStartMs } from '../days.ts'
import { INDIVIDUAL_PROBLEMS } from '../planted.ts'
import { CALENDAR, instantOf } from './calendar.ts'
import { REVIEWERS } from './reviewers.ts'
import { at, type Telling } from './telling.ts'

const EXPECTED_BY_RISK = 10
const SETTLED_OF_ONE = 3
const REASONS = [
  'The customer complained about this call.',
  'Asked for by the team lead, to praise it in the huddle.',
]

/** A plan that draws where something speaks for trouble, and its one draw. */
export async function drawByRisk({ context, seed, endDay, form }: Telling): Promise<void> {
  const { drawn, upTo } = CALENDAR.riskDraw
  const clock = at(context, instantOf(endDay, drawn, 8))
  const planId = await savePlan(clock, {
    id: null,
    name: 'Calls that may have gone wrong',
    kind: 'risk',
    scorecardId: form.scorecardId,
    settings: samplingSettings.parse({
      periodDays: 28,
      expected: EXPECTED_BY_RISK,
      reviewers: REVIEWERS.map(({ name }) => name),
    }),
  })
  const again = { seed, upTo: addDays(endDay, -upTo) }
  await drawing(clock, (database, affected) => drawForPlan(database, planId, clock.now(), affected, again))
}

/** Conversations somebody asked for, and some of one agent of whom the ranking cannot tell. */
export async function askForReviews({ context, seed, endDay, form, conversations }: Telling): Promise<void> {
  const { asked, settleUpTo } = CALENDAR.requests
  const clock = at(context, instantOf(endDay, asked, 14))
  const { scorecardId } = form
  const doubted = INDIVIDUAL_PROBLEMS.find(({ driver }) => driver === 'interruptions_per_minute')!.name
  const agent = [...readDirectory(context.read).people.values()].find(({ name }) => name === doubted)
  if (agent)
    await drawing(clock, (database, affected) =>
      drawToSettle(
        database,
        { agentId: agent.id, scorecardId, about: 'Let the customer explain', n: SETTLED_OF_ONE },
        clock.now(),
        affected,
        { seed, upTo: addDays(endDay, -settleUpTo) },
      ),
    )
  const refs = conversations.map(({ contactId }) => contactId)
  const { items } = pickConversations(context.read, scorecardId, { kind: 'contacts', refs })
  const before = dayStartMs(addDays(endDay, -asked))
  const queued = listReviews(context, {
    states: ['waiting', 'draft', 'submitted', 'skipped'],
    scorecardId,
    limit: 1000,
  })
  const known = new Set(queued.items.map(({ interactionId }) => interactionId))
  const unseen = items
    .filter(
      ({ at: when, channel, interactionId }) =>
        when !== null && when < before && channel !== 'chat' && !known.has(interactionId),
    )
    .slice(-REASONS.length)
  for (const [place, { interactionId }] of unseen.entries())
    await requestReview(clock, { interactionId, scorecardId, reason: REASONS[place]!, reviewer: null })
}
