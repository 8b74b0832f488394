import type { PolicyDocument } from '../../../../shared/domain/policy.ts'
import { instantInWords } from '../../../documents/index.ts'
import type { Subject } from '../../about/index.ts'

/** What a package says of itself. */
export interface PackageFacts {
  is: Subject['is']
  /** Of an agent. */
  name: string | null
  madeAt: number
  madeBy: string
  timeZone: string
  sources: readonly string[]
  policy: Pick<PolicyDocument, 'privacy' | 'destinations'>
  soundsLeftOut: readonly string[]
}

const kept = (what: string, days: number | null) =>
  days === null ? `${what}: no limit is set` : `${what}: ${days} days`

/** In which sections of plain sentences it says so: the same in `README.txt` and on the page. */
export function sectionsOf(facts: PackageFacts): { title: string; lines: string[] }[] {
  const { is, madeAt, madeBy, timeZone, sources, policy, soundsLeftOut } = facts
  const { audio, transcripts, scores } = policy.privacy.retentionDays
  return [
    {
      title: 'What this is',
      lines: [
        is === 'agent'
          ? 'A copy of the personal data that a workspace of Debrief holds about one agent (Articles 15 and 20 of the GDPR).'
          : 'A copy of the personal data that a workspace of Debrief holds about one customer (Articles 15 and 20 of the GDPR).',
        `Made on ${instantInWords(madeAt, timeZone)} (${timeZone}) by ${madeBy}.`,
        ...(is === 'agent'
          ? []
          : ['The number or id it was asked with is stored nowhere, and so it does not stand here either.']),
        sources.length === 0 ? 'Nothing was found.' : `It came from: ${sources.join('; ')}.`,
      ],
    },
    {
      title: 'What is in it',
      lines: [
        'index.html: the same to read and to print; it opens in any browser and reaches no network.',
        'data.json: everything, for other programs. Instants are ISO 8601 in UTC, days are dates, durations seconds.',
        'A table (CSV, UTF-8) for each kind of data there is. A cell that a spreadsheet would take for a formula has an apostrophe before it.',
        'sound: the recordings that lie in the workspace. What was redacted in the words is silent.',
        'Numbers such as contact_id and conversation_id tie the tables together.',
      ],
    },
    {
      title: 'What was left out, and why',
      lines: [
        ...(is === 'agent'
          ? [
              'Notes that a coach keeps for themselves, and drafts of reviewers: they are theirs (Article 15, 4). What was shared with you in a session is in it.',
              'Names of colleagues, reviewers, coaches and managers: where a text named one in full, it says "somebody else". A nickname, or a family name alone, may still stand in a text.',
              'Customers: their numbers and ids are not kept, and their words stand redacted.',
              'What other participants of a session were told, and the figures of groups, which are of nobody alone.',
              'Rows of imports that could not be read: only where they stand, since they may hold data of others.',
            ]
          : [
              'How agents were scored on these contacts, measures of how they worked, and what was said about it in coaching: that is about the agents.',
              'Names of agents but for the first name; where a name cannot be told apart from a login, it says "Agent". A nickname, or a family name alone, may still stand in a text.',
              'Rows of imports that could not be read: only where they stand, since they may hold data of others.',
            ]),
        ...soundsLeftOut,
        'Backups of the workspace: they hold the same, as it was.',
      ],
    },
    {
      title: 'What to ask the controller for',
      lines: [
        'Debrief is a program; the controller is the organisation that uses it and gave you this. Ask it for: the purposes and the legal basis, who receives the data, whether a decision rests on it, and what the systems named above hold beyond this.',
        `How long it is kept, as the policy of the workspace says. ${kept('Sound', audio)}; ${kept('words', transcripts)}; ${kept('scores', scores)}.`,
        policy.destinations.length === 0
          ? 'By its policy the workspace sends nothing to other systems.'
          : `By its policy the workspace may send redacted words or speech to: ${policy.destinations.map(({ host, purpose }) => `${host} (${purpose})`).join('; ')}.`,
        'You may ask it to correct or erase data or to limit what is done with it, object, and complain to a supervisory authority.',
      ],
    },
  ]
}

/** The same as a text file. */
export function readmeOf(facts: PackageFacts): string {
  const parts = sectionsOf(facts).map(
    ({ title, lines }) =>
      `${title}\n${'-'.repeat(title.length)}\n${lines.map((line) => `${line}\n`).join('')}`,
  )
  return `${titleOf(facts)}\n\n${parts.join('\n')}`
}

export function titleOf({ is, name }: Pick<PackageFacts, 'is' | 'name'>): string {
  return is === 'agent' ? `What is held about ${name ?? 'an agent'}` : 'What is held about a customer'
}
