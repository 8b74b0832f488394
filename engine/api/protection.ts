import { api } from './base.ts'

export const protectionApi = api.protection.router({
  status: api.protection.status.handler(({ context }) => context.protection.view()),
  unlock: api.protection.unlock.handler(async ({ context, input }) => {
    await context.protection.unlock(input.text)
    return { opened: true as const }
  }),
  prepare: api.protection.prepare.handler(async ({ context, input }) => ({
    recoveryKey: await context.protection.prepare(input.way),
  })),
  start: api.protection.start.handler(({ context, input }) => {
    context.protection.start(input.lastGroup)
    return { begun: true as const }
  }),
  turnOff: api.protection.turnOff.handler(async ({ context, input }) => {
    await context.protection.turnOff(input.text)
    return { begun: true as const }
  }),
  changeWayIn: api.protection.changeWayIn.handler(async ({ context, input }) => {
    await context.protection.changeWayIn(input.text, input.way)
    return context.protection.view()
  }),
  newRecoveryKey: api.protection.newRecoveryKey.handler(async ({ context, input }) => ({
    recoveryKey: await context.protection.newRecoveryKey(input.text),
  })),
})
