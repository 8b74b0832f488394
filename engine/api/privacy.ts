import { t } from '#speech'
import { writing } from '../context.ts'
import { actAtHand } from '../governance/index.ts'
import { forget, liftHold, previewForget, privacyStatus, putOnHold, readHolds } from '../privacy/index.ts'
import type { EngineServices } from '../services.ts'
import { tellEverything } from '../tell-everything.ts'
import { api } from './base.ts'

const by = (context: EngineServices) => ({ who: actAtHand().who, at: context.now() })
const tellPrivacy = (context: EngineServices) =>
  context.events.emit({ type: 'data.changed', topics: ['privacy'], job: null })

export const privacyApi = api.privacy.router({
  status: api.privacy.status.handler(({ context }) => privacyStatus(context)),
  preview: api.privacy.preview.handler(({ context, input }) => previewForget(context, input.subject)),
  forget: api.privacy.forget.handler(async ({ context, input }) => {
    const deletion = await forget(context, input.subject, input.why)
    tellEverything(context)
    tellPrivacy(context)
    await context.jobs.start('clean', t`Cleaning up after a deletion`, {})
    return deletion
  }),
  expire: api.privacy.expire.handler(async ({ context }) => ({
    jobId: await context.jobs.start('expire', t`Deleting what is older than it may be kept`, {}),
  })),
  holds: api.privacy.holds.handler(({ context }) => readHolds(context.read)),
  hold: api.privacy.hold.handler(async ({ context, input }) => {
    const hold = await writing(context, (database) => putOnHold(database, input, by(context)))
    tellPrivacy(context)
    return hold
  }),
  lift: api.privacy.lift.handler(async ({ context, input }) => {
    const hold = await writing(context, (database) => liftHold(database, input.id, by(context)))
    tellPrivacy(context)
    return hold
  }),
})
