import { z } from 'zod'
import { capabilities, type Capability } from './capabilities.ts'

/** What somebody may be in a workspace that has profiles; without profiles whoever opens it may do everything the policy lets anybody do. */
export const roles = ['administrator', 'supervisor', 'reviewer', 'director', 'agent'] as const
export type Role = (typeof roles)[number]

/** What something may be sent for. */
export const purposes = ['transcribe', 'score', 'draft'] as const
export type Purpose = (typeof purposes)[number]

const capability = z.enum(capabilities)
const someCapabilities = z.array(capability).max(capabilities.length)
const days = z.int().min(1).max(36_500).nullable()

/** A policy as it stands in `policy.json`: what may be done in a workspace, by whom, where data may go, and how long it is kept. */
export const policyDocument = z.strictObject({
  format: z.literal('debrief-policy-1'),
  name: z.string().trim().min(1).max(80),
  automation: z.strictObject({
    /** Never; when a person asks for it; by itself. */
    transcribe: z.enum(['off', 'asked', 'on']),
    /** Never; beside a reviewer's own answers; also in their place, once trusted. */
    score: z.enum(['off', 'assist', 'on']),
    /** People by name; or ranked by what coaching them would bring. */
    rank: z.enum(['off', 'on']),
    /** Whether a language model may draft texts, which a person always reads before they are used. */
    draft: z.enum(['off', 'on']),
  }),
  /** Where data may go, and for what. Nowhere else. */
  destinations: z
    .array(
      z.strictObject({
        purpose: z.enum(purposes),
        /** Host, and port where it is not the usual one, as in an address: `127.0.0.1:11434`. */
        host: z
          .string()
          .trim()
          .min(1)
          .max(260)
          .regex(/^[^\s/@?#]+$/),
      }),
    )
    .max(50),
  /** What needs the approval of a second person, who may give it for a while. */
  approvals: someCapabilities,
  /** How long an approval holds. */
  approvalHours: z.int().min(1).max(168),
  roles: z.strictObject({
    /** Must have `govern`: somebody has to be able to change the policy. */
    administrator: someCapabilities,
    supervisor: someCapabilities,
    reviewer: someCapabilities,
    director: someCapabilities,
    agent: someCapabilities,
  }),
  profiles: z.strictObject({
    /** Whether each profile has a passphrase. */
    passphrase: z.boolean(),
    /** After how many minutes without a call a profile is left; null for never. */
    idleMinutes: z.int().min(1).max(1440).nullable(),
  }),
  scope: z.strictObject({
    /** Whom a supervisor sees. */
    supervisor: z.enum(['own-teams', 'everybody']),
    /** Whether a reviewer sees the names of agents. */
    reviewer: z.enum(['names', 'no-names']),
  }),
  privacy: z.strictObject({
    /** Whether a recording without a known lawful basis may be transcribed, searched and exported. */
    lawfulBasis: z.enum(['required', 'assumed']),
    /** After how many days each is deleted; null keeps it. */
    retentionDays: z.strictObject({ audio: days, transcripts: days, scores: days }),
  }),
})
export type PolicyDocument = z.infer<typeof policyDocument>

/** Whether anything is deleted once it is old enough. */
export function hasClocks({ privacy }: PolicyDocument): boolean {
  return Object.values(privacy.retentionDays).some((days) => days !== null)
}

/** Whether what is sent for a purpose is done at all under a policy. */
export function isDone({ automation }: PolicyDocument, purpose: Purpose): boolean {
  return automation[purpose] !== 'off'
}

const supervisor: Capability[] = [
  'workspace',
  'figures',
  'agents',
  'conversations',
  'scores',
  'coach',
  'export',
]
const reviewer: Capability[] = ['workspace', 'conversations', 'scores', 'review', 'calibrate']
const director: Capability[] = ['workspace', 'figures']

/** What a new workspace has: everything stays here, and a person decides. */
const strict: PolicyDocument = {
  format: 'debrief-policy-1',
  name: 'Strict',
  automation: { transcribe: 'on', score: 'assist', rank: 'on', draft: 'off' },
  destinations: [],
  approvals: ['send'],
  approvalHours: 8,
  roles: { administrator: [...capabilities], supervisor, reviewer, director, agent: [] },
  profiles: { passphrase: true, idleMinutes: 30 },
  scope: { supervisor: 'own-teams', reviewer: 'no-names' },
  privacy: { lawfulBasis: 'assumed', retentionDays: { audio: null, transcripts: null, scores: null } },
}

/** Where employees are represented: no ranking of people, no scoring by machines, short clocks, and two people for what leaves or changes the rules. */
const worksCouncil: PolicyDocument = {
  ...strict,
  name: 'EU works council',
  automation: { transcribe: 'asked', score: 'off', rank: 'off', draft: 'off' },
  approvals: ['send', 'export', 'govern'],
  approvalHours: 4,
  profiles: { passphrase: true, idleMinutes: 15 },
  privacy: { lawfulBasis: 'required', retentionDays: { audio: 90, transcripts: 180, scores: 730 } },
}

/** Few people who trust each other, on one computer. */
const smallTeam: PolicyDocument = {
  ...strict,
  name: 'Small team',
  automation: { transcribe: 'on', score: 'on', rank: 'on', draft: 'on' },
  approvals: [],
  roles: {
    ...strict.roles,
    supervisor: [...supervisor, 'review', 'calibrate', 'forms', 'import', 'automate', 'settings'],
    director: [...director, 'agents', 'conversations', 'scores'],
  },
  profiles: { passphrase: false, idleMinutes: null },
  scope: { supervisor: 'everybody', reviewer: 'names' },
}

/** Policies to start from. */
export const starterPolicies = { strict, 'works-council': worksCouncil, 'small-team': smallTeam } as const
export type StarterPolicy = keyof typeof starterPolicies
