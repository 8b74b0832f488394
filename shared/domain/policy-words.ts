import type { Capability } from './capabilities.ts'
import type { PolicyDocument, Purpose, Role } from './policy.ts'

/** What each capability lets one do, to follow "may" or "may not". */
export const doing: Record<Capability, string> = {
  workspace: 'look into this workspace',
  figures: 'see figures of groups',
  agents: 'see figures of single agents',
  conversations: 'see what was said',
  scores: 'see scores',
  coach: 'coach',
  review: 'score conversations',
  calibrate: 'settle what scores should be',
  forms: 'change forms, questions and rules',
  import: 'bring data in or say who is who',
  export: 'write files that can leave',
  automate: 'let Debrief transcribe, score or draft',
  send: 'let anything leave this computer',
  settings: 'change how this workspace works',
  govern: 'change the policy or who is who in it',
}

/** How each role is called. */
export const roleWords: Record<Role, string> = {
  administrator: 'Administrators',
  supervisor: 'Supervisors',
  reviewer: 'Reviewers',
  director: 'Directors',
  agent: 'Agents',
}

/** What is sent for each purpose, to begin a sentence. */
export const purposeWords: Record<Purpose, string> = {
  transcribe: 'Speech, to be transcribed',
  score: 'Redacted conversations, to be scored',
  draft: 'Redacted moments, to draft questions from',
}

type Automation = PolicyDocument['automation']

/** What each setting of automation means, as a sentence. */
export const automationWords: { [Name in keyof Automation]: Record<Automation[Name], string> } = {
  transcribe: {
    off: 'Recordings are not transcribed.',
    asked: 'Recordings are transcribed when a person asks for it.',
    on: 'Recordings may be transcribed as they come in.',
  },
  score: {
    off: 'No rule and no language model scores a conversation; what they scored before is kept, and neither shown nor counted until they may again.',
    assist: 'Rules and language models are compared with people, and never answer in their place.',
    on: 'A rule or language model that has earned trust on a question answers it in place of people.',
  },
  rank: {
    off: 'People are listed by name, without a rank.',
    on: 'People are ranked by what coaching them would bring.',
  },
  draft: {
    off: 'No text is drafted by a language model.',
    on: 'A language model may draft questions, which a person reads before they are used.',
  },
}

/** One difference between two policies. */
export interface PolicyChange {
  /** Whether the second lets more happen than the first, or less; `differs` where it is neither. */
  direction: 'allows' | 'stops' | 'differs'
  sentence: string
}

const order = ['off', 'asked', 'assist', 'on']

/** A length of time that data are kept, in words. */
export function keptFor(days: number | null): string {
  return days === null ? 'until somebody deletes it' : days === 1 ? 'for one day' : `for ${days} days`
}

const clocks = { audio: 'Audio', transcripts: 'What was said', scores: 'Scores' } as const

/** How much less is kept: null keeps everything. */
function shortens(before: number | null, after: number | null): boolean {
  return after !== null && (before === null || after < before)
}

const allows = (isAllowed: boolean): PolicyChange['direction'] => (isAllowed ? 'allows' : 'stops')

/** What a second policy allows or stops, compared with a first: a sentence for each difference, none where they say the same. */
export function comparePolicies(before: PolicyDocument, after: PolicyDocument): PolicyChange[] {
  return [
    ...automationChanges(before, after),
    ...destinationChanges(before, after),
    ...roleChanges(before, after),
    ...approvalChanges(before, after),
    ...profileChanges(before, after),
    ...privacyChanges(before, after),
  ]
}

function automationChanges(before: PolicyDocument, after: PolicyDocument): PolicyChange[] {
  const names = Object.keys(automationWords) as (keyof Automation)[]
  return names.flatMap((name): PolicyChange[] => {
    const [was, is] = [before.automation[name], after.automation[name]]
    if (was === is) return []
    const words: Record<string, string> = automationWords[name]
    return [{ direction: allows(order.indexOf(is) > order.indexOf(was)), sentence: words[is]! }]
  })
}

function destinationChanges(before: PolicyDocument, after: PolicyDocument): PolicyChange[] {
  const names = ({ destinations }: PolicyDocument) =>
    new Map(destinations.map((one) => [`${one.purpose} ${one.host.toLowerCase()}`, one]))
  const [was, is] = [names(before), names(after)]
  return [
    ...[...is].flatMap(([name, { purpose, host }]): PolicyChange[] =>
      was.has(name)
        ? []
        : [{ direction: 'allows', sentence: `${purposeWords[purpose]}, may go to ${host}.` }],
    ),
    ...[...was].flatMap(([name, { purpose, host }]): PolicyChange[] =>
      is.has(name)
        ? []
        : [{ direction: 'stops', sentence: `${purposeWords[purpose]}, may not go to ${host} any more.` }],
    ),
  ]
}

/** What of one set is not in another. */
const lacking = <One>(of: ReadonlySet<One>, other: ReadonlySet<One>): One[] =>
  [...of].filter((one) => !other.has(one))

/** Who may do what more, or less: one sentence for each role and direction. */
function roleChanges(before: PolicyDocument, after: PolicyDocument): PolicyChange[] {
  const names = Object.keys(roleWords) as Role[]
  return names.flatMap((role): PolicyChange[] => {
    const [was, is] = [new Set(before.roles[role]), new Set(after.roles[role])]
    const more = lacking(is, was).map((one) => doing[one])
    const less = lacking(was, is).map((one) => doing[one])
    return [
      ...(more.length > 0
        ? [{ direction: 'allows' as const, sentence: `${roleWords[role]} may also ${listed(more)}.` }]
        : []),
      ...(less.length > 0
        ? [{ direction: 'stops' as const, sentence: `${roleWords[role]} may no longer ${listed(less)}.` }]
        : []),
    ]
  })
}

function approvalChanges(before: PolicyDocument, after: PolicyDocument): PolicyChange[] {
  const [was, is] = [new Set(before.approvals), new Set(after.approvals)]
  return [
    ...lacking(is, was).map((one): PolicyChange => ({
      direction: 'stops',
      sentence: `To ${doing[one]} needs the approval of a second person.`,
    })),
    ...lacking(was, is).map((one): PolicyChange => ({
      direction: 'allows',
      sentence: `To ${doing[one]} needs no second person any more.`,
    })),
    ...(before.approvalHours === after.approvalHours
      ? []
      : [
          {
            direction: allows(after.approvalHours > before.approvalHours),
            sentence: `An approval holds for ${hours(after.approvalHours)}, and not ${hours(before.approvalHours)}.`,
          },
        ]),
  ]
}

function profileChanges(before: PolicyDocument, after: PolicyDocument): PolicyChange[] {
  const changes: PolicyChange[] = []
  if (before.profiles.passphrase !== after.profiles.passphrase)
    changes.push({
      direction: allows(!after.profiles.passphrase),
      sentence: after.profiles.passphrase
        ? 'A profile needs a passphrase.'
        : 'A profile needs no passphrase.',
    })
  if (before.profiles.idleMinutes !== after.profiles.idleMinutes)
    changes.push({
      direction: allows(!shortens(before.profiles.idleMinutes, after.profiles.idleMinutes)),
      sentence:
        after.profiles.idleMinutes === null
          ? 'A profile is not left by itself.'
          : `A profile is left after ${after.profiles.idleMinutes} minutes without use.`,
    })
  if (before.scope.supervisor !== after.scope.supervisor)
    changes.push({
      direction: allows(after.scope.supervisor === 'everybody'),
      sentence: `Supervisors see ${after.scope.supervisor === 'everybody' ? 'everybody' : 'their own teams'}.`,
    })
  if (before.scope.reviewer !== after.scope.reviewer)
    changes.push({
      direction: allows(after.scope.reviewer === 'names'),
      sentence: `Reviewers ${after.scope.reviewer === 'names' ? 'see' : 'do not see'} the names of agents.`,
    })
  return changes
}

function privacyChanges(before: PolicyDocument, after: PolicyDocument): PolicyChange[] {
  const { lawfulBasis, retentionDays } = after.privacy
  const names = Object.keys(clocks) as (keyof typeof clocks)[]
  return [
    ...(before.privacy.lawfulBasis === lawfulBasis
      ? []
      : [
          {
            direction: allows(lawfulBasis === 'assumed'),
            sentence:
              lawfulBasis === 'assumed'
                ? 'A recording without a known lawful basis is treated as one that has it.'
                : 'A recording without a known lawful basis is not transcribed, searched or exported.',
          },
        ]),
    ...names.flatMap((name): PolicyChange[] => {
      const [was, is] = [before.privacy.retentionDays[name], retentionDays[name]]
      if (was === is) return []
      return [
        {
          direction: allows(!shortens(was, is)),
          sentence: `${clocks[name]} ${name === 'scores' ? 'are' : 'is'} kept ${keptFor(is)}, and not ${keptFor(was)}.`,
        },
      ]
    }),
  ]
}

const hours = (n: number) => (n === 1 ? 'one hour' : `${n} hours`)

/** Words as they follow each other in a sentence. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
