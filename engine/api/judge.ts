import { writable } from '../context.ts'
import {
  allowDrafts,
  allowHost,
  batchOf,
  changeSettings,
  countRequests,
  estimateOrder,
  keepKey,
  languageModelState,
  listRuns,
  modelForms,
  readRequests,
  setModelQuestion,
  tryModel,
  withdrawHost,
  type BatchPayload,
} from '../judging/index.ts'
import { Problem } from '../problem.ts'
import type { EngineServices } from '../services.ts'
import { api } from './base.ts'

/** The state after a change. Where nothing may be sent any more, what is under way or waits stops. */
async function changedState(context: EngineServices) {
  const state = languageModelState(context)
  if (!state.isAllowed)
    for (const { id, kind, state } of context.jobs.list())
      if (kind === 'judge' && (state === 'running' || state === 'queued' || state === 'paused'))
        await context.jobs.cancel(id)
  context.events.emit({ type: 'data.changed', topics: ['judge'], job: null })
  return state
}

export const judgeApi = api.judge.router({
  state: api.judge.state.handler(({ context }) => languageModelState(context)),
  setSettings: api.judge.setSettings.handler(async ({ context, input }) => {
    await changeSettings(context, input)
    return changedState(context)
  }),
  allow: api.judge.allow.handler(async ({ context, input }) => {
    await allowHost(context, input.host)
    return changedState(context)
  }),
  allowDrafts: api.judge.allowDrafts.handler(async ({ context, input }) => {
    await allowDrafts(context, input.isAllowed)
    return changedState(context)
  }),
  withdraw: api.judge.withdraw.handler(async ({ context }) => {
    await withdrawHost(context)
    return changedState(context)
  }),
  setKey: api.judge.setKey.handler(async ({ context, input }) => {
    await keepKey(context, input.key)
    return changedState(context)
  }),
  try: api.judge.try.handler(({ context }) => tryModel(context)),
  questions: api.judge.questions.handler(({ context }) => modelForms(context.read)),
  setQuestion: api.judge.setQuestion.handler(async ({ context, input }) => {
    await setModelQuestion(context, input)
    context.events.emit({ type: 'data.changed', topics: ['judge'], job: null })
    return modelForms(context.read)
  }),
  estimate: api.judge.estimate.handler(({ context, input, signal }) =>
    estimateOrder(context, input, signal ?? new AbortController().signal),
  ),
  start: api.judge.start.handler(async ({ context, input }) => {
    writable(context)
    const { isAllowed, host, settings } = languageModelState(context)
    if (!isAllowed || host === null)
      throw new Problem(
        'UNSUPPORTED',
        'Conversations may not be sent to a language model here; nothing was sent. Allow it first, under Quality, Language model.',
      )
    const { form, days, questions } = batchOf(context.read, input)
    const payload: BatchPayload = {
      scorecardId: form.scorecardId,
      days,
      questionIds: questions.map(({ id }) => id),
      host,
      model: settings.model,
    }
    return {
      jobId: await context.jobs.start(
        'judge',
        `Asking ${settings.model} about ${form.definition.title}`,
        payload,
      ),
    }
  }),
  runs: api.judge.runs.handler(({ context }) => listRuns(context.read)),
  requests: api.judge.requests.handler(({ context, input }) => ({
    items: readRequests(context.read, input.before, input.limit),
    total: countRequests(context.read),
  })),
})
