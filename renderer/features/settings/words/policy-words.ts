import { plural, t } from '@lingui/core/macro'
import { doingInWords } from '../../../../shared/domain/doing.ts'
import { listed } from '../../../../shared/speech/lists.ts'
import type { PolicyWords } from '../../../../shared/domain/policy-words.ts'

/** A policy in the language of the page. A test holds the English against what the terminal says, so that the two stay one. */
export function pagePolicyWords(): PolicyWords {
  return {
    doing: doingInWords(),
    roles: {
      administrator: t`Administrators`,
      supervisor: t`Supervisors`,
      reviewer: t({ message: 'Reviewers', context: 'role' }),
      director: t`Directors`,
      agent: t({ message: 'Agents', context: 'role' }),
    },
    purposes: {
      transcribe: t`Speech, to be transcribed`,
      score: t`Redacted conversations, to be scored`,
      draft: t`Redacted moments, to draft questions from`,
    },
    automation: {
      transcribe: {
        off: t`Recordings are not transcribed.`,
        asked: t`Recordings are transcribed when a person asks for it.`,
        on: t`Recordings may be transcribed as they come in.`,
      },
      score: {
        off: t`No rule and no language model scores a conversation; what they scored before is kept, and neither shown nor counted until they may again.`,
        assist: t`Rules and language models are compared with people, and never answer in their place.`,
        on: t`A rule or language model that has earned trust on a question answers it in place of people.`,
      },
      rank: {
        off: t`People are listed by name, without a rank.`,
        on: t`People are ranked by what coaching them would bring.`,
      },
      draft: {
        off: t`No text is drafted by a language model.`,
        on: t`A language model may draft questions, which a person reads before they are used.`,
      },
    },
    titles: {
      automation: t`What Debrief does by itself`,
      destinations: t`Where data may go`,
      roles: t`Who may do what`,
      approvals: t`What needs a second person`,
      scope: t`Who sees whom`,
      keeping: t`How long what is kept`,
    },
    listed,
    nowhere: t`Nowhere: Debrief sends nothing of this workspace anywhere.`,
    mayGo: (what, host) => t`${what}, may go to ${host}.`,
    mayGoOnceOn: (what, host) => t`${what}, may go to ${host}, but not while that is off.`,
    mayNotGoAnyMore: (what, host) => t`${what}, may not go to ${host} any more.`,
    mayNothing: (role) => t`${role} may open only what they are given.`,
    may: (role, what) => t`${role} may ${what}.`,
    mayAlso: (role, what) => t`${role} may also ${what}.`,
    mayNoLonger: (role, what) => t`${role} may no longer ${what}.`,
    nothingIsApproved: t({ message: 'Nothing.', context: 'needs a second person' }),
    areApproved: (what) => t({ message: `To ${what}.`, context: 'needs a second person' }),
    approvalHolds: (hours) =>
      plural(hours, { one: 'An approval holds for one hour.', other: 'An approval holds for # hours.' }),
    approvalHoldsNow: (hours, before) =>
      t`An approval holds for ${plural(hours, { one: 'one hour', other: '# hours' })}, and not ${plural(before, { one: 'one hour', other: '# hours' })}.`,
    whereThereIsASecond: t`This can hold only where a second person has a profile that may change the policy.`,
    needsSecond: (what) => t`To ${what} needs the approval of a second person.`,
    needsNoSecondAnyMore: (what) => t`To ${what} needs no second person any more.`,
    passphrase: (isNeeded) =>
      isNeeded ? t`A profile needs a passphrase.` : t`A profile needs no passphrase.`,
    idle: (minutes) =>
      minutes === null
        ? t`A profile is not left by itself.`
        : plural(minutes, {
            one: 'A profile is left after one minute without use.',
            other: 'A profile is left after # minutes without use.',
          }),
    supervisorSees: {
      'own-teams': t`Supervisors see their own teams.`,
      everybody: t`Supervisors see everybody.`,
    },
    reviewerSees: {
      'no-names': t`Reviewers do not see the names of agents.`,
      names: t`Reviewers see the names of agents.`,
    },
    keptFor: (days) =>
      days === null
        ? t({ message: 'until somebody deletes it', context: 'kept' })
        : plural(days, { one: 'for one day', other: 'for # days' }),
    kept: {
      audio: (length) => t`Audio is kept ${length}.`,
      transcripts: (length) => t`What was said is kept ${length}.`,
      scores: (length) => t`Scores are kept ${length}.`,
    },
    keptNow: {
      audio: (length, before) => t`Audio is kept ${length}, and not ${before}.`,
      transcripts: (length, before) => t`What was said is kept ${length}, and not ${before}.`,
      scores: (length, before) => t`Scores are kept ${length}, and not ${before}.`,
    },
    clocksRun: t`What is older is deleted by itself, a day after the policy was put in force at the earliest; what is under legal hold stays.`,
    lawfulBasis: {
      required: t`A conversation without a known lawful basis is not transcribed, scored, searched, quoted or exported.`,
      assumed: t`A conversation without a known lawful basis is treated as one that has it.`,
    },
  }
}
