import { t } from '#speech'
import { Problem } from '../problem.ts'
import { api } from './base.ts'

export const updatesApi = api.updates.router({
  state: api.updates.state.handler(({ context }) => context.updates.state()),
  choose: api.updates.choose.handler(({ context, input }) => context.updates.choose(input)),
  check: api.updates.check.handler(({ context }) => context.updates.check()),
  fetch: api.updates.fetch.handler(({ context }) => context.updates.fetch()),
  install: api.updates.install.handler(({ context }) => {
    if (context.jobs.list().some(({ state }) => state === 'running' || state === 'queued'))
      throw new Problem(
        'CONFLICT',
        t`Something is still being done here: let it end or cancel it, then install the update. Nothing was changed.`,
      )
    context.updates.install()
    return null
  }),
})
