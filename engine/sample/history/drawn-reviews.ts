import { drawing, submitTogether } from '../../counting.ts'
import { samplingSettings, type ReviewItem } from '../../../shared/contract/reviews.ts'
import { drawForPlan, listReviews, savePlan, skip } from '../../quality/index.ts'
import { addDays } from '../days.ts'
import { CALENDAR, instantOf } from './calendar.ts'
import { fillIn, type ToFillIn } from './filling-in.ts'
import { REVIEWERS } from './reviewers.ts'
import { at, type Telling } from './telling.ts'

const PERIOD_DAYS = 14
const ANSWERS_BEGUN = 4
const PAUSE_MS = 150_000
const SUBMIT_EVERY_MS = 20_000

/** Draws of every agent at random, by one plan that both reviewers share; gives the plan. */
export async function drawAtRandom(
  { context, seed, endDay, form }: Telling,
  { drawn, upTo, perAgent }: { drawn: number; upTo: number; perAgent: number },
  known: number | null,
): Promise<number> {
  const clock = at(context, instantOf(endDay, drawn, 8))
  const settings = { periodDays: PERIOD_DAYS, perAgent, reviewers: REVIEWERS.map(({ name }) => name) }
  const planId = await savePlan(clock, {
    id: known,
    name: 'Of every agent, at random',
    kind: 'random',
    scorecardId: form.scorecardId,
    settings: samplingSettings.parse(settings),
  })
  const again = { seed: seed + drawn, upTo: addDays(endDay, -upTo) }
  await drawing(clock, (database, affected) => drawForPlan(database, planId, clock.now(), affected, again))
  return planId
}

/**
 * Draws as the calendar says and scores what was drawn, with what came into the queue and was agreed `meanwhile`, draw by draw; gives the plan. What was drawn together is kept as drafts
 * until the days on which it is submitted, so that the reviewers see nothing of each other's before: in the first draw more than a hundred answers are
 * given while every rule is in shadow, which is enough for the first look at each, and a good part of the second.
 */
export async function scoreDraws(
  telling: Telling,
  meanwhile: readonly (() => Promise<void>)[],
): Promise<number | null> {
  const { context, endDay } = telling
  let planId: number | null = null
  for (const [index, draw] of CALENDAR.draws.entries()) {
    planId = await drawAtRandom(telling, draw, planId)
    await meanwhile[index]?.()
    const waiting = await withoutChats(telling, draw.scoredOn[0])
    const { scoredOn, submittedOn } = draw
    const perLot = Math.ceil(scoredOn.length / submittedOn.length)
    for (const [lot, submitDay] of submittedOn.entries()) {
      telling.refuseCancelled()
      const days = scoredOn.slice(lot * perLot, (lot + 1) * perLot)
      const own = waiting.filter((_, place) => place % submittedOn.length === lot)
      const done = await fillIn(context, dealtOverDays(telling, own, days), telling)
      const from = instantOf(endDay, submitDay, 18)
      const drafts = done
        .toSorted((a, b) => a.doneAt - b.doneAt)
        .map(({ id }, place) => ({ id, at: from + place * SUBMIT_EVERY_MS }))
      await submitTogether(at(context, from + done.length * SUBMIT_EVERY_MS), drafts)
    }
  }
  return planId
}

/** The draw that waits in the queue: each reviewer has begun one. */
export async function beginLastDraw(telling: Telling, planId: number | null): Promise<void> {
  const draw = CALENDAR.lastDraw
  await drawAtRandom(telling, draw, planId)
  const calls = openReviews(telling).filter(({ channel }) => channel !== 'chat')
  const firsts = REVIEWERS.flatMap(({ name }) =>
    calls.filter(({ reviewer }) => reviewer === name).slice(0, 1),
  )
  const begun = dealtOverDays(telling, firsts, [draw.begun])
  await fillIn(
    telling.context,
    begun.map((review) => ({ ...review, stopAfter: ANSWERS_BEGUN })),
    telling,
  )
}

/** The telephone system's log names no channel, so a plan cannot leave chats out; the form is for calls, and reviewers set them aside. */
async function withoutChats(telling: Telling, daysBack: number): Promise<ReviewItem[]> {
  const { context, endDay } = telling
  const waiting = openReviews(telling)
  for (const { id, channel } of waiting)
    if (channel === 'chat')
      await skip(at(context, instantOf(endDay, daysBack, 8.5)), id, 'A chat; this form is for calls.')
  return waiting.filter(({ channel }) => channel !== 'chat')
}

/** What waits in the queue on the form, with nobody's parts of calibrations. */
function openReviews({ context, form }: Telling): ReviewItem[] {
  return listReviews(context, {
    states: ['waiting'],
    scorecardId: form.scorecardId,
    limit: 1000,
  }).items.filter(({ selection }) => selection !== 'calibration')
}

/** Deals reviews over some days, each reviewer's one after the other from nine in the morning. */
function dealtOverDays(
  { endDay }: Pick<Telling, 'endDay'>,
  reviews: readonly Pick<ReviewItem, 'id' | 'contactRef' | 'reviewer'>[],
  days: readonly number[],
): ToFillIn[] {
  return REVIEWERS.flatMap((reviewer, place) => {
    const own = reviews.filter((review) =>
      review.reviewer === null ? place === review.id % REVIEWERS.length : review.reviewer === reviewer.name,
    )
    const perDay = Math.ceil(own.length / days.length)
    return own.flatMap(({ id, contactRef }, index) => {
      if (contactRef === null) return []
      const daysBack = days[Math.floor(index / perDay)]!
      const openedAt =
        instantOf(endDay, daysBack, 9) + (index % perDay) * (reviewer.secondsPerReview * 1250 + PAUSE_MS)
      return [{ id, contactRef, reviewer, openedAt, daysBack }]
    })
  })
}
