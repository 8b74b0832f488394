import { z } from 'zod'
import { t } from '#speech'
import { capabilities } from '../domain/capabilities.ts'
import { roles } from '../domain/policy.ts'
import { instantMs, isoDay } from '../domain/time.ts'
import { call } from './base.ts'
import { acknowledgement, commitment } from './session.ts'

const id = z.int().positive()
const name = z
  .string()
  .trim()
  .min(1, { error: () => t`give it a name` })
  .max(100)
const role = z.enum(roles)
const passphrase = z.string().max(1000)
const newPassphrase = passphrase.min(8, { error: () => t`take at least eight characters` })
const done = z.object({ ok: z.literal(true) })

/** A team of a supervisor by its name, from the first to the last day; null without an end. */
const ownTeam = z.object({
  team: z.string().trim().min(1).max(200),
  from: isoDay.nullable(),
  to: isoDay.nullable(),
})

const profile = z.object({
  id,
  name: z.string(),
  role,
  teams: z.array(ownTeam),
  /** Whose sessions an agent sees. */
  agentId: z.int().nullable(),
  hasPassphrase: z.boolean(),
  madeAt: instantMs,
})
export type ProfileView = z.infer<typeof profile>

const profileDetails = profile.extend({
  /** Who made it, as the log tells; null where it does not. */
  madeBy: z.string().nullable(),
  /** When somebody last entered it or, while they are in it, made a call; null where nobody has. */
  lastHereAt: instantMs.nullable(),
})
export type ProfileDetails = z.infer<typeof profileDetails>

/** Who makes calls, and what they may do. */
const whoIsHere = z.object({
  /** Null for whoever opens a workspace without profiles, and while nobody has entered one. */
  profile: z.object({ id, name: z.string(), role, hasPassphrase: z.boolean() }).nullable(),
  /** The workspace has profiles, and nobody has entered one here. */
  mustEnter: z.boolean(),
  may: z.array(z.enum(capabilities)),
  /** False for whoever sees some people alone: what rests on everybody is nothing for them to ask for. */
  seesEverybody: z.boolean(),
  /** After how many minutes without a call a profile is left. */
  idleMinutes: z.int().nullable(),
  asksPassphrase: z.boolean(),
  /** Of the workspace, for whoever may not ask for more of it. */
  timeZone: z.string(),
})
export type WhoIsHere = z.infer<typeof whoIsHere>

/** A session as the agent it was held with may see it. */
const mySession = z.object({
  id: z.int(),
  title: z.string(),
  /** Null until it is held. */
  heldAt: instantMs.nullable(),
  plannedAt: instantMs.nullable(),
  coach: z.string(),
  commitments: z.array(
    commitment.pick({ id: true, behaviour: true, seenBy: true, dueOn: true, state: true, isOverdue: true }),
  ),
  acknowledgement: acknowledgement.nullable(),
})
export type MySession = z.infer<typeof mySession>

/** Who works here: profiles, entering and leaving them. */
export const profilesContract = {
  /** To choose from when entering. */
  list: call.output(z.array(profile.pick({ id: true, name: true, role: true, hasPassphrase: true }))),
  me: call.output(whoIsHere),
  enter: call.input(z.object({ id, passphrase: passphrase.default('') })).output(whoIsHere),
  leave: call.output(whoIsHere),
  /** Somebody is at work in a page that has nothing to ask: counts as a call, which `me` does not. */
  stay: call.output(whoIsHere),
  /** One's own, with the old one. */
  setPassphrase: call
    .input(z.object({ old: passphrase.default(''), passphrase: newPassphrase }))
    .output(done),
  details: call.output(z.array(profileDetails)),
  /** Makes a profile. The first is an administrator's, and whoever makes it has entered it. */
  create: call
    .input(
      z.object({
        name,
        role,
        passphrase: newPassphrase.nullable().default(null),
        teams: z.array(ownTeam).max(200).default([]),
        agentId: z.int().nullable().default(null),
      }),
    )
    .output(profile),
  /** Changes what is named and nothing else; teams are replaced whole. */
  change: call
    .input(
      z.object({
        id,
        name: name.optional(),
        role: role.optional(),
        teams: z.array(ownTeam).max(200).optional(),
        agentId: z.int().nullable().optional(),
      }),
    )
    .output(profile),
  remove: call.input(z.object({ id })).output(done),
  restore: call.input(z.object({ id })).output(profile),
  /** Gives somebody a new passphrase, or none; they are left everywhere. */
  resetPassphrase: call.input(z.object({ id, passphrase: newPassphrase.nullable() })).output(done),
  /** Sessions with the agent whose profile was entered. */
  mySessions: call.output(z.array(mySession)),
  /** The packet of one of them. */
  myPacket: call
    .input(z.object({ id: z.int() }))
    .output(z.object({ fileName: z.string(), mimeType: z.string(), base64: z.base64() })),
  /** What that agent says to it. */
  myReply: call
    .input(z.object({ id: z.int(), agrees: z.boolean(), comment: z.string().max(10_000).default('') }))
    .output(done),
}
