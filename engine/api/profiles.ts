import { t } from '#speech'
import { packetFor, sessionsOfPerson, sayToSession } from '../own-sessions.ts'
import {
  changeProfile,
  checkPassphrase,
  createProfile,
  enterProfile,
  listProfiles,
  mustProfile,
  personBehind,
  personOfIdentity,
  policyInForce,
  profileDetails,
  removeProfile,
  restoreProfile,
  whoIsHere,
  writePassphrase,
} from '../governance/index.ts'
import { Problem } from '../problem.ts'
import type { EngineServices } from '../services.ts'
import { readPreferences } from '../workspace/index.ts'
import { api } from './base.ts'

const ok = { ok: true as const }

/** Who is here, in the workspace's time zone. */
const here = (context: EngineServices) => ({
  ...whoIsHere(context),
  timeZone: readPreferences(context.read).timeZone,
})

/** The profile behind this call; `SIGN_IN` where nobody has entered one. */
function mustBeIn(context: EngineServices) {
  const { document } = policyInForce(context.read)
  const profile = personBehind(context.read, document, context.signedIn, context.caller)?.profile
  if (!profile) throw new Problem('SIGN_IN', t`Enter your profile first.`)
  return profile
}

/** The person an agent's profile belongs to. */
function mustBeAgent(context: EngineServices): number {
  const { role, identityId } = mustBeIn(context)
  const personId = identityId === null ? null : personOfIdentity(context.whole ?? context.read, identityId)
  if (role !== 'agent' || personId === null)
    throw new Problem('NOT_ALLOWED', t`Own sessions are there for profiles of agents.`)
  return personId
}

export const profilesApi = api.profiles.router({
  list: api.profiles.list.handler(({ context }) => listProfiles(context.read)),
  me: api.profiles.me.handler(({ context }) => here(context)),
  enter: api.profiles.enter.handler(async ({ context, input }) => {
    await enterProfile(context, input.id, input.passphrase)
    return here(context)
  }),
  leave: api.profiles.leave.handler(({ context }) => {
    context.signedIn.leave(context.caller)
    return here(context)
  }),
  stay: api.profiles.stay.handler(({ context }) => {
    context.signedIn.profileOf(context.caller)
    return here(context)
  }),
  setPassphrase: api.profiles.setPassphrase.handler(async ({ context, input }) => {
    const { id, passphrase } = mustBeIn(context)
    if (passphrase !== null) await checkPassphrase(context, id, input.old)
    await writePassphrase(context, id, input.passphrase)
    context.signedIn.leaveAll(id)
    context.signedIn.enter(context.caller, id)
    return ok
  }),
  details: api.profiles.details.handler(({ context }) => profileDetails(context)),
  create: api.profiles.create.handler(async ({ context, input }) => {
    const isFirst = listProfiles(context.read).length === 0
    const made = await createProfile(context, input)
    if (isFirst) context.signedIn.enter(context.caller, made.id)
    return made
  }),
  change: api.profiles.change.handler(({ context, input }) =>
    changeProfile(context, context.signedIn, input),
  ),
  remove: api.profiles.remove.handler(async ({ context, input }) => {
    await removeProfile(context, context.signedIn, input.id)
    return ok
  }),
  restore: api.profiles.restore.handler(({ context, input }) => restoreProfile(context, input.id)),
  resetPassphrase: api.profiles.resetPassphrase.handler(async ({ context, input }) => {
    mustProfile(context.read, input.id)
    await writePassphrase(context, input.id, input.passphrase)
    context.signedIn.leaveAll(input.id)
    return ok
  }),
  mySessions: api.profiles.mySessions.handler(({ context }) =>
    sessionsOfPerson(context, mustBeAgent(context)),
  ),
  myPacket: api.profiles.myPacket.handler(({ context, input, signal }) =>
    packetFor(context, input.id, mustBeAgent(context), signal),
  ),
  myReply: api.profiles.myReply.handler(async ({ context, input }) => {
    await sayToSession(context, input.id, mustBeAgent(context), input)
    return ok
  }),
})
