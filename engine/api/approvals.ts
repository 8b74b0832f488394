import { answerQuestion, approvalsFor, askForApproval, withdrawApproval } from '../governance/index.ts'
import type { EngineServices } from '../services.ts'
import { api } from './base.ts'
import { whoeverCalls } from './whoever-calls.ts'

const list = (context: EngineServices) => approvalsFor(context.read, whoeverCalls(context), context.now())

async function changed(context: EngineServices, work: Promise<void>) {
  await work
  context.events.emit({ type: 'data.changed', topics: ['approvals'], job: null })
  return list(context)
}

export const approvalsApi = api.approvals.router({
  ask: api.approvals.ask.handler(({ context, input }) =>
    changed(context, askForApproval(context, whoeverCalls(context), input)),
  ),
  list: api.approvals.list.handler(({ context }) => list(context)),
  waiting: api.approvals.waiting.handler(({ context }) => ({
    count: whoeverCalls(context)?.may.has('govern')
      ? list(context).filter(({ state, isMine }) => state === 'open' && !isMine).length
      : 0,
  })),
  grant: api.approvals.grant.handler(({ context, input }) =>
    changed(context, answerQuestion(context, whoeverCalls(context), input.id, 'granted')),
  ),
  decline: api.approvals.decline.handler(({ context, input }) =>
    changed(context, answerQuestion(context, whoeverCalls(context), input.id, 'declined')),
  ),
  withdraw: api.approvals.withdraw.handler(({ context, input }) =>
    changed(context, withdrawApproval(context, whoeverCalls(context), input.id)),
  ),
})
