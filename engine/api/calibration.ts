import type { EngineContext } from '../context.ts'
import { counting } from '../counting.ts'
import { anonymousConversation } from '../conversations/index.ts'
import { readDirectory } from '../people/index.ts'
import {
  closeSession,
  createSession,
  exportFile,
  gradeQuestions,
  gradeReviewers,
  importFile,
  listSessions,
  pickConversations,
  removeSession,
  reopenSession,
  revealSession,
  sessionPage,
  settleAnswer,
  unsettleAnswer,
  type TravellingConversation,
} from '../quality/index.ts'
import { api } from './base.ts'

function changed({ events }: EngineContext): void {
  events.emit({ type: 'data.changed', topics: ['calibration', 'reviews', 'conversations'], job: null })
}

/** A conversation as it leaves the workspace: what a reviewer of a calibration may see, and no more. */
function toTravel(context: EngineContext): (interactionId: number) => TravellingConversation {
  const directory = readDirectory(context.read)
  return (interactionId) => {
    const { channel, languageCode, durationMs, segments } = anonymousConversation(
      context,
      directory,
      interactionId,
    )
    return {
      channel,
      languageCode,
      durationMs,
      turns: segments.map(({ index, role, startMs, endMs, text }) => ({ index, role, startMs, endMs, text })),
    }
  }
}

export const calibrationApi = api.calibration.router({
  list: api.calibration.list.handler(({ context }) => listSessions(context.read)),
  get: api.calibration.get.handler(({ context, input }) => sessionPage(context.read, input.id)),
  pick: api.calibration.pick.handler(({ context, input }) =>
    pickConversations(context.read, input.scorecardId, input.from),
  ),
  create: api.calibration.create.handler(async ({ context, input }) => {
    const id = await createSession(context, input)
    changed(context)
    return { id }
  }),
  remove: api.calibration.remove.handler(async ({ context, input }) => {
    await removeSession(context, input.id)
    changed(context)
    return { isGone: true }
  }),
  reveal: api.calibration.reveal.handler(async ({ context, input }) => {
    await revealSession(context, input.id, input.leaveOut)
    changed(context)
    return sessionPage(context.read, input.id)
  }),
  settle: api.calibration.settle.handler(async ({ context, input }) => {
    const id = await settleAnswer(context, input)
    changed(context)
    return sessionPage(context.read, id)
  }),
  unsettle: api.calibration.unsettle.handler(async ({ context, input }) => {
    const id = await unsettleAnswer(context, input.itemId, input.questionId)
    changed(context)
    return sessionPage(context.read, id)
  }),
  close: api.calibration.close.handler(async ({ context, input }) => {
    await closeSession(context, input.id)
    changed(context)
    return sessionPage(context.read, input.id)
  }),
  reopen: api.calibration.reopen.handler(async ({ context, input }) => {
    await reopenSession(context, input.id)
    changed(context)
    return sessionPage(context.read, input.id)
  }),
  export: api.calibration.export.handler(async ({ context, input }) => {
    const file = await exportFile(context, { id: input.id, reviewer: input.reviewer }, toTravel(context))
    changed(context)
    return file
  }),
  import: api.calibration.import.handler(({ context, input }) =>
    counting(context, (database, affected) => importFile(database, input, context.now(), affected)),
  ),
  reviewers: api.calibration.reviewers.handler(({ context, input }) =>
    gradeReviewers(context.read, input.scorecardId, input.days),
  ),
  questions: api.calibration.questions.handler(({ context, input }) =>
    gradeQuestions(context.read, input.scorecardId, input.days),
  ),
})
