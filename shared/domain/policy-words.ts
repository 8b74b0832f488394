import type { Capability } from './capabilities.ts'
import { englishDoing } from './doing.ts'
import type { PolicyDocument, Purpose, Role } from './policy.ts'

type Automation = PolicyDocument['automation']
type Scope = PolicyDocument['scope']
type Privacy = PolicyDocument['privacy']
/** What has a clock of its own. */
export type Clock = keyof Privacy['retentionDays']

/**
 * All that is needed to say a policy in a language. Whoever says it in another one gives every word of it; what is built of them (`policyInWords`,
 * `comparePolicies`) is the same in each. A sentence is whole, so that a language can turn it as it needs.
 */
export interface PolicyWords {
  /** To follow "may" or "may not". */
  doing: Record<Capability, string>
  /** Many of a role, to begin a sentence. */
  roles: Record<Role, string>
  /** What is sent for each purpose, to begin a sentence. */
  purposes: Record<Purpose, string>
  /** What each setting of automation means, as a sentence. */
  automation: { [Name in keyof Automation]: Record<Automation[Name], string> }
  titles: Record<'automation' | 'destinations' | 'roles' | 'approvals' | 'scope' | 'keeping', string>
  /** Words as they follow each other in a sentence. */
  listed: (words: readonly string[]) => string
  nowhere: string
  mayGo: (what: string, host: string) => string
  /** The host is named, and what would be sent there is off. */
  mayGoOnceOn: (what: string, host: string) => string
  mayNotGoAnyMore: (what: string, host: string) => string
  mayNothing: (role: string) => string
  may: (role: string, what: string) => string
  mayAlso: (role: string, what: string) => string
  mayNoLonger: (role: string, what: string) => string
  nothingIsApproved: string
  /** What needs approval: some things, listed. */
  areApproved: (what: string) => string
  approvalHolds: (hours: number) => string
  approvalHoldsNow: (hours: number, before: number) => string
  whereThereIsASecond: string
  needsSecond: (what: string) => string
  needsNoSecondAnyMore: (what: string) => string
  passphrase: (isNeeded: boolean) => string
  idle: (minutes: number | null) => string
  supervisorSees: Record<Scope['supervisor'], string>
  reviewerSees: Record<Scope['reviewer'], string>
  /** A length of time that data are kept, to be put into the next two. */
  keptFor: (days: number | null) => string
  kept: Record<Clock, (length: string) => string>
  keptNow: Record<Clock, (length: string, before: string) => string>
  clocksRun: string
  lawfulBasis: Record<Privacy['lawfulBasis'], string>
}

const hours = (n: number) => (n === 1 ? 'one hour' : `${n} hours`)

/** A policy in English: at the terminal, and as what the page's words are held against. */
export const englishPolicyWords: PolicyWords = {
  doing: englishDoing,
  roles: {
    administrator: 'Administrators',
    supervisor: 'Supervisors',
    reviewer: 'Reviewers',
    director: 'Directors',
    agent: 'Agents',
  },
  purposes: {
    transcribe: 'Speech, to be transcribed',
    score: 'Redacted conversations, to be scored',
    draft: 'Redacted moments, to draft questions from',
  },
  automation: {
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
  },
  titles: {
    automation: 'What Debrief does by itself',
    destinations: 'Where data may go',
    roles: 'Who may do what',
    approvals: 'What needs a second person',
    scope: 'Who sees whom',
    keeping: 'How long what is kept',
  },
  listed: (words) =>
    words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`,
  nowhere: 'Nowhere: Debrief sends nothing of this workspace anywhere.',
  mayGo: (what, host) => `${what}, may go to ${host}.`,
  mayGoOnceOn: (what, host) => `${what}, may go to ${host}, but not while that is off.`,
  mayNotGoAnyMore: (what, host) => `${what}, may not go to ${host} any more.`,
  mayNothing: (role) => `${role} may open only what they are given.`,
  may: (role, what) => `${role} may ${what}.`,
  mayAlso: (role, what) => `${role} may also ${what}.`,
  mayNoLonger: (role, what) => `${role} may no longer ${what}.`,
  nothingIsApproved: 'Nothing.',
  areApproved: (what) => `To ${what}.`,
  approvalHolds: (held) => `An approval holds for ${hours(held)}.`,
  approvalHoldsNow: (held, before) => `An approval holds for ${hours(held)}, and not ${hours(before)}.`,
  whereThereIsASecond: 'This can hold only where a second person has a profile that may change the policy.',
  needsSecond: (what) => `To ${what} needs the approval of a second person.`,
  needsNoSecondAnyMore: (what) => `To ${what} needs no second person any more.`,
  passphrase: (isNeeded) => (isNeeded ? 'A profile needs a passphrase.' : 'A profile needs no passphrase.'),
  idle: (minutes) =>
    minutes === null
      ? 'A profile is not left by itself.'
      : `A profile is left after ${minutes === 1 ? 'one minute' : `${minutes.toLocaleString('en')} minutes`} without use.`,
  supervisorSees: {
    'own-teams': 'Supervisors see their own teams.',
    everybody: 'Supervisors see everybody.',
  },
  reviewerSees: {
    'no-names': 'Reviewers do not see the names of agents.',
    names: 'Reviewers see the names of agents.',
  },
  keptFor: (days) =>
    days === null
      ? 'until somebody deletes it'
      : days === 1
        ? 'for one day'
        : `for ${days.toLocaleString('en')} days`,
  kept: {
    audio: (length) => `Audio is kept ${length}.`,
    transcripts: (length) => `What was said is kept ${length}.`,
    scores: (length) => `Scores are kept ${length}.`,
  },
  keptNow: {
    audio: (length, before) => `Audio is kept ${length}, and not ${before}.`,
    transcripts: (length, before) => `What was said is kept ${length}, and not ${before}.`,
    scores: (length, before) => `Scores are kept ${length}, and not ${before}.`,
  },
  clocksRun:
    'What is older is deleted by itself, a day after the policy was put in force at the earliest; what is under legal hold stays.',
  lawfulBasis: {
    required:
      'A conversation without a known lawful basis is not transcribed, scored, searched, quoted or exported.',
    assumed: 'A conversation without a known lawful basis is treated as one that has it.',
  },
}
