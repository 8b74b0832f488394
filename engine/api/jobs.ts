import { t } from '#speech'
import { madeAt } from '../backups/index.ts'
import { api } from './base.ts'

export const jobsApi = api.jobs.router({
  // in a backup nothing goes on that went on when it was made
  list: api.jobs.list.handler(({ context }) =>
    madeAt(context.workspaceDir) === null
      ? context.jobs.list()
      : context.jobs.list().filter(({ endedAt }) => endedAt !== null),
  ),
  cancel: api.jobs.cancel.handler(({ context, input }) => context.jobs.cancel(input.jobId)),
  pause: api.jobs.pause.handler(({ context, input }) => context.jobs.pause(input.jobId)),
  resume: api.jobs.resume.handler(({ context, input }) => context.jobs.resume(input.jobId)),
  analyze: api.jobs.analyze.handler(async ({ context }) => ({
    jobId: await context.jobs.start('analyze', t`Reading conversations`, {}),
  })),
  watch: api.jobs.watch.handler(({ context, signal }) => context.events.listen(signal)),
})
