import { t } from '#speech'
import type { PolicyDocument } from '../../shared/domain/policy.ts'
import { writable } from '../context.ts'
import { policyInForce, withDestination } from '../governance/index.ts'
import {
  batchOf,
  changeSettings,
  countRequests,
  estimateOrder,
  hostToAllow,
  keepKey,
  languageModelState,
  listRuns,
  modelForms,
  readRequests,
  setModelQuestion,
  tryModel,
  type BatchPayload,
} from '../judging/index.ts'
import { Problem } from '../problem.ts'
import type { EngineServices } from '../services.ts'
import { api } from './base.ts'
import { adoptNext } from './policy.ts'

/** The state after a change. */
function changedState(context: EngineServices) {
  context.events.emit({ type: 'data.changed', topics: ['judge'], job: null })
  return languageModelState(context)
}

/** The policy with or without a host for some purposes. */
const allowing =
  (host: string, allowed: Partial<Record<'score' | 'draft', boolean>>) => (document: PolicyDocument) =>
    (['score', 'draft'] as const).reduce((next, purpose) => {
      const isAllowed = allowed[purpose]
      const isNamed = next.destinations.some((one) => one.purpose === purpose && one.host === host)
      return isAllowed === undefined || isAllowed === isNamed
        ? next
        : withDestination(next, { purpose, host, isAllowed })
    }, document)

/** Takes back what the policy lets go to a host, if it lets anything. */
async function takeBack(context: EngineServices, host: string | null): Promise<void> {
  const { document } = policyInForce(context.read)
  if (host === null || allowing(host, { score: false, draft: false })(document) === document) return
  await adoptNext(context, allowing(host, { score: false, draft: false }))
}

export const judgeApi = api.judge.router({
  state: api.judge.state.handler(({ context }) => languageModelState(context)),
  setSettings: api.judge.setSettings.handler(async ({ context, input }) => {
    const before = languageModelState(context).host
    await changeSettings(context, input)
    // whoever names another server has done with the one before; a policy of IT stays as it is
    if (languageModelState(context).host !== before && context.lockedPolicy === null)
      await takeBack(context, before)
    return changedState(context)
  }),
  allow: api.judge.allow.handler(async ({ context, input }) => {
    const host = hostToAllow(context.read, input.host)
    const { document } = policyInForce(context.read)
    if (document.automation.score === 'off')
      throw new Problem(
        'CONFLICT',
        t`The policy says that nothing is scored by a language model; change that first, under Settings, Policy.`,
      )
    if (!languageModelState(context).isAllowed) await adoptNext(context, allowing(host, { score: true }))
    return changedState(context)
  }),
  allowDrafts: api.judge.allowDrafts.handler(async ({ context, input }) => {
    const { isAllowed, host, draftsQuestions } = languageModelState(context)
    if (!isAllowed || host === null)
      throw new Problem('CONFLICT', t`Allow the host first: nothing may be sent to a language model here.`)
    if (draftsQuestions !== input.isAllowed)
      await adoptNext(context, (document) =>
        withDestination(document, { purpose: 'draft', host, isAllowed: input.isAllowed }),
      )
    return changedState(context)
  }),
  withdraw: api.judge.withdraw.handler(async ({ context }) => {
    await takeBack(context, languageModelState(context).host)
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
        t`Conversations may not be sent to a language model here; nothing was sent. Allow it first, under Quality, Language model.`,
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
        t`Asking ${{ model: settings.model }} about ${{ title: form.definition.title }}`,
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
