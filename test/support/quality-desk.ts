import type { ScorecardDefinition } from '../../shared/domain/scorecard/definition.ts'
import { plainQuestion } from '../../shared/domain/scorecard/plain-question.ts'
import { contactLens, csv, openWorkspace, type TestWorkspace, type Turn } from './workspace.ts'

const turns: readonly Turn[] = [
  ['AGENT', 0, 4000, 'Good morning, thank you for calling Acme, my name is Anna, how can I help you today?'],
  ['CUSTOMER', 4500, 9000, 'Hello, my bill is wrong and I am really frustrated about it.'],
  ['AGENT', 9500, 14_000, 'I am so sorry about that. May I take your account number to find the bill?'],
  ['CUSTOMER', 14_500, 20_000, 'Yes, it is on the letter, one two three, and the amount is far too high.'],
  ['AGENT', 20_500, 26_000, 'Thank you. I have corrected the bill and you will get a new one by post.'],
  ['CUSTOMER', 26_500, 30_000, 'Great, thank you very much, that is all I needed.'],
  ['AGENT', 30_500, 34_000, 'Is there anything else I can help with? Have a great day, goodbye.'],
]

/** A contact of the workspace that `openDesk` fills: its number, agent and day in March 2026. */
const contacts = (perAgent: number) =>
  ['Ada Byron', 'Grace Hopper'].flatMap((agent, at) =>
    Array.from({ length: perAgent }, (_, index) => ({
      contact: `C-${at + 1}${String(index + 1).padStart(2, '0')}`,
      agent,
      day: `2026-03-${String(10 + (index % 14)).padStart(2, '0')}`,
    })),
  )

/**
 * A workspace with conversations of two agents, `perAgent` each over two weeks of March 2026, read. All say the same, unless they are `toldApart` by
 * their last turn.
 */
export async function openDesk(
  perAgent = 14,
  { toldApart = false }: { toldApart?: boolean } = {},
): Promise<TestWorkspace> {
  const workspace = await openWorkspace()
  const all = contacts(perAgent)
  await workspace.take(
    'contacts.csv',
    csv(
      all.map(({ contact, agent, day }) => ({
        contact_id: contact,
        agent_name: agent,
        team: agent === 'Ada Byron' ? 'North' : 'South',
        queue: 'Billing',
        channel: 'voice',
        started_at: `${day}T09:00:00Z`,
        handle_seconds: 60,
      })),
    ),
    { source: 'acd' },
  )
  const saidOf = (contact: string): readonly Turn[] =>
    toldApart
      ? [...turns, ['CUSTOMER', 34_500, 37_000, `That was the matter of ${contact}, goodbye.`]]
      : turns
  await workspace.takeAll(
    all.map(({ contact }) => ({ name: `${contact}.json`, content: contactLens(contact, saidOf(contact)) })),
    { source: 'calls' },
  )
  await workspace.analyze()
  return workspace
}

/** The row of a contact in the list of conversations. */
export async function conversationOf(workspace: TestWorkspace, contact: string): Promise<number> {
  const { items } = await workspace.client.conversations.list({ limit: 200 })
  return items.find(({ contactRef }) => contactRef === contact)!.interactionId
}

type Question = ScorecardDefinition['questions'][number]

/** A yes/no question with everything else at its default. */
export function aQuestion(id: string, more: Partial<Question> = {}): Question {
  return { ...plainQuestion({ id, sectionId: 'main', title: id, weight: 1 }), ...more }
}

/** A form of these questions in one section. */
export function aForm(
  questions: readonly Question[],
  more: Partial<ScorecardDefinition> = {},
): ScorecardDefinition {
  return {
    title: 'Voice',
    description: '',
    strategy: 'question-weighted',
    sections: [{ id: 'main', title: 'Main', instructions: '', weight: null, parentId: null }],
    questions: [...questions],
    ...more,
  }
}

/** Publishes a form under its title; gives the scorecard's id. */
export async function publishForm(
  { client }: Pick<TestWorkspace, 'client'>,
  definition: ScorecardDefinition,
): Promise<number> {
  const { id } = await client.scorecards.create({ title: definition.title, from: { kind: 'blank' } })
  const { revision } = await client.scorecards.saveDraft({ id, definition, revision: 1 })
  await client.scorecards.publish({ id, revision, note: '' })
  return id
}

/** An answer that chooses one option. */
export const chosen = (questionId: string, ...optionIds: string[]) => ({
  questionId,
  optionIds,
  number: null,
  text: '',
  isNotApplicable: false,
})
