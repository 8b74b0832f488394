import type { EngineContext } from '../context.ts'
import { counting, drawing } from '../counting.ts'
import {
  addWorkTo,
  answerQuestion,
  assign,
  becomeReviewer,
  clearAnswer,
  commentReview,
  conversationOfReview,
  deskOf,
  drawForPlan,
  drawToSettle,
  endPlan,
  estimateScores,
  listPlans,
  listReviews,
  mustReview,
  openReview,
  previewDraw,
  reopenReview,
  requestReview,
  savePlan,
  skip,
  submitReview,
  undoDraw,
  whoReviews,
  type TravellingConversation,
} from '../quality/index.ts'
import { anonymousConversation, blindConversation, travelledConversation } from '../conversations/index.ts'
import { readDirectory } from '../people/index.ts'
import { api } from './base.ts'

function changed({ events }: EngineContext): void {
  events.emit({ type: 'data.changed', topics: ['reviews', 'calibration'], job: null })
}

export const reviewsApi = api.reviews.router({
  me: api.reviews.me.handler(({ context }) => whoReviews(context)),
  setMe: api.reviews.setMe.handler(async ({ context, input }) => {
    await becomeReviewer(context, input.name)
    changed(context)
    return { name: input.name }
  }),
  list: api.reviews.list.handler(({ context, input }) => listReviews(context, input)),
  request: api.reviews.request.handler(async ({ context, input }) => {
    const id = await requestReview(context, input)
    changed(context)
    return { id }
  }),
  assign: api.reviews.assign.handler(async ({ context, input }) => {
    const changedHands = await assign(context, input.ids, input.reviewer)
    changed(context)
    return { changed: changedHands }
  }),
  skip: api.reviews.skip.handler(async ({ context, input }) => {
    const nextId = await skip(context, input.id, input.reason)
    changed(context)
    return { nextId }
  }),
  restore: api.reviews.restore.handler(async ({ context, input }) => {
    await counting(context, (database, affected) => reopenReview(database, input.id, affected))
    return { id: input.id }
  }),
  open: api.reviews.open.handler(({ context, input }) => openReview(context, input.id)),
  conversation: api.reviews.conversation.handler(({ context, input }) => {
    const { interactionId, hidesAgent, travelled } = conversationOfReview(
      context.read,
      mustReview(context.read, input.id),
    )
    if (travelled !== null) return travelledConversation(JSON.parse(travelled) as TravellingConversation)
    if (interactionId === null) return null
    const show = hidesAgent ? anonymousConversation : blindConversation
    return show(context, readDirectory(context.read), interactionId)
  }),
  answer: api.reviews.answer.handler(({ context, input }) => answerQuestion(context, input)),
  clearAnswer: api.reviews.clearAnswer.handler(({ context, input }) =>
    clearAnswer(context, input.id, input.questionId),
  ),
  comment: api.reviews.comment.handler(async ({ context, input }) => {
    await commentReview(context, input.id, input.comment)
    return { isSaved: true }
  }),
  worked: api.reviews.worked.handler(async ({ context, input }) => ({
    activeMs: await addWorkTo(context, input.id, input.activeMs),
  })),
  submit: api.reviews.submit.handler(async ({ context, input }) => {
    const { nextId } = deskOf(context.read, input.id)
    const done = await counting(context, (database, affected) =>
      submitReview(database, input.id, context.now(), affected),
    )
    return { ...done, nextId }
  }),
  reopen: api.reviews.reopen.handler(async ({ context, input }) => {
    await counting(context, (database, affected) => reopenReview(database, input.id, affected))
    return { id: input.id }
  }),
  settle: api.reviews.settle.handler(({ context, input }) =>
    drawing(context, (database, affected) => drawToSettle(database, input, context.now(), affected)),
  ),
  plans: api.reviews.plans.handler(({ context }) => listPlans(context.read)),
  savePlan: api.reviews.savePlan.handler(async ({ context, input }) => {
    const id = await savePlan(context, input)
    changed(context)
    return { id }
  }),
  retirePlan: api.reviews.retirePlan.handler(async ({ context, input }) => {
    const isRetired = await endPlan(context, input.id)
    changed(context)
    return { isRetired }
  }),
  previewDraw: api.reviews.previewDraw.handler(({ context, input }) => previewDraw(context.read, input)),
  draw: api.reviews.draw.handler(({ context, input }) =>
    drawing(context, (database, affected) => drawForPlan(database, input.planId, context.now(), affected)),
  ),
  undoDraw: api.reviews.undoDraw.handler(async ({ context, input }) => ({
    removed: await drawing(context, (database, affected) => undoDraw(database, input.drawId, affected)),
  })),
  estimates: api.reviews.estimates.handler(({ context, input }) =>
    estimateScores(context.read, input.scorecardId, input.days),
  ),
})
