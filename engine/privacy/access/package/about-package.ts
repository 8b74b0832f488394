import { t } from '#speech'
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

/** In which sections of plain sentences it says so: the same in `README.txt` and on the page. */
export function sectionsOf(facts: PackageFacts): { title: string; lines: string[] }[] {
  const { is, madeAt, madeBy, timeZone, sources, policy, soundsLeftOut } = facts
  const { audio, transcripts, scores } = policy.privacy.retentionDays
  return [
    {
      title: t`What this is`,
      lines: [
        is === 'agent'
          ? t`A copy of the personal data that a workspace of Debrief holds about one agent (Articles 15 and 20 of the GDPR).`
          : t`A copy of the personal data that a workspace of Debrief holds about one customer (Articles 15 and 20 of the GDPR).`,
        t`Made on ${{ at: instantInWords(madeAt, timeZone) }} (${{ timeZone }}) by ${{ madeBy }}.`,
        ...(is === 'agent'
          ? []
          : [t`The number or id it was asked with is stored nowhere, and so it does not stand here either.`]),
        sources.length === 0 ? t`Nothing was found.` : t`It came from: ${{ sources: sources.join('; ') }}.`,
      ],
    },
    {
      title: t`What is in it`,
      lines: [
        t`index.html: the same to read and to print; it opens in any browser and reaches no network.`,
        t`data.json: everything, for other programs. Instants are ISO 8601 in UTC, days are dates, durations seconds.`,
        t`A table (CSV, UTF-8) for each kind of data there is. A cell that a spreadsheet would take for a formula has an apostrophe before it.`,
        t`sound: the recordings that lie in the workspace. What was redacted in the words is silent.`,
        t`Numbers such as contact_id and conversation_id tie the tables together.`,
      ],
    },
    {
      title: t`What was left out, and why`,
      lines: [
        ...(is === 'agent'
          ? [
              t`Notes that a coach keeps for themselves, and drafts of reviewers: they are theirs (Article 15, 4). What was shared with you in a session is in it.`,
              t`Names of colleagues, reviewers, coaches and managers: where a text named one in full, it says "somebody else". A nickname, or a family name alone, may still stand in a text.`,
              t`Customers: their numbers and ids are not kept, and their words stand redacted.`,
              t`What other participants of a session were told, and the figures of groups, which are of nobody alone.`,
              t`Rows of imports that could not be read: only where they stand, since they may hold data of others.`,
            ]
          : [
              t`How agents were scored on these contacts, measures of how they worked, and what was said about it in coaching: that is about the agents.`,
              t`Names of agents but for the first name; where a name cannot be told apart from a login, it says "Agent". A nickname, or a family name alone, may still stand in a text.`,
              t`Rows of imports that could not be read: only where they stand, since they may hold data of others.`,
            ]),
        ...soundsLeftOut,
        t`Backups of the workspace: they hold the same, as it was.`,
      ],
    },
    {
      title: t`What to ask the controller for`,
      lines: [
        t`Debrief is a program; the controller is the organisation that uses it and gave you this. Ask it for: the purposes and the legal basis, who receives the data, whether a decision rests on it, and what the systems named above hold beyond this.`,
        t`How long it is kept, as the policy of the workspace says. Sound: ${{ sound: keptFor(audio) }}; words: ${{ words: keptFor(transcripts) }}; scores: ${{ scores: keptFor(scores) }}.`,
        policy.destinations.length === 0
          ? t`By its policy the workspace sends nothing to other systems.`
          : t`By its policy the workspace may send redacted words or speech to: ${{ destinations: policy.destinations.map(destinationInWords).join('; ') }}.`,
        t`You may ask it to correct or erase data or to limit what is done with it, object, and complain to a supervisory authority.`,
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
  if (is === 'customer') return t`What is held about a customer`
  return name === null ? t`What is held about an agent` : t`What is held about ${{ name }}`
}

const keptFor = (days: number | null) => (days === null ? t`no limit is set` : t`${{ days }} days`)

function destinationInWords({ host, purpose }: PolicyDocument['destinations'][number]): string {
  switch (purpose) {
    case 'transcribe':
      return t`${{ host }} (transcribe)`
    case 'score':
      return t`${{ host }} (score)`
    case 'draft':
      return t`${{ host }} (draft)`
  }
}
