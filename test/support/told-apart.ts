import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeCall } from './a-call.ts'
import { contactLens, csv, openWorkspace, type TestWorkspace } from './workspace.ts'

/** Words that stand in what belongs to one customer or one agent, and nowhere else; each is a word of its own in the search index. */
export const marks = {
  customer: {
    ref: 'KDNR-7781-ALPHA',
    contact: 'CT-ALPHA-1',
    said: 'quibblefrost',
    description: 'marzipanlantern',
    comment: 'velvetgherkin',
    remark: 'tundrabassoon',
  },
  other: { ref: 'KDNR-9902-OMEGA', contact: 'CT-OMEGA-1', said: 'plovercastle', comment: 'brasspelican' },
  agent: {
    name: 'Ulrike Zwirnbaum',
    email: 'ulrike.zwirnbaum@acme.example',
    id: 'AG-UZ-551',
    said: 'cinnamonanvil',
    remark: 'gossamerrivet',
  },
} as const

const colleague = { name: 'Bo Stone', email: 'bo.stone@acme.example', id: 'AG-BS-100' }

const agentOf = (contact: string) =>
  contact.includes('ALPHA') || contact.startsWith('CT-UZ')
    ? { agent_name: marks.agent.name, agent_id: marks.agent.id, agent_email: marks.agent.email }
    : { agent_name: colleague.name, agent_id: colleague.id, agent_email: colleague.email }

const contacts = [
  {
    contact: marks.customer.contact,
    customer: marks.customer.ref,
    day: '2026-03-10',
    said: marks.customer.said,
  },
  { contact: 'CT-ALPHA-2', customer: marks.customer.ref, day: '2026-03-12', said: marks.customer.said },
  { contact: marks.other.contact, customer: marks.other.ref, day: '2026-03-11', said: marks.other.said },
  { contact: 'CT-UZ-1', customer: 'KDNR-1', day: '2026-03-13', said: marks.agent.said },
  { contact: 'CT-BS-1', customer: 'KDNR-2', day: '2026-03-14', said: 'nothing in particular' },
]

/** The files of the world, by name: contacts, surveys, reviews, shifts, a roster, and a conversation for each contact. */
export const filesToldApart: readonly { name: string; content: string; source: string }[] = [
  {
    name: 'contacts.csv',
    source: 'acd',
    content: csv(
      contacts.map(({ contact, customer, day }) => ({
        contact_id: contact,
        ...agentOf(contact),
        team: 'North',
        queue: 'Billing',
        channel: 'voice',
        customer_id: customer,
        started_at: `${day}T09:00:00Z`,
        handle_seconds: 300,
        description:
          contact === marks.customer.contact ? `About the ${marks.customer.description}` : 'A bill',
      })),
    ),
  },
  {
    name: 'surveys.csv',
    source: 'surveys',
    content: csv(
      contacts.map(({ contact, day }, at) => ({
        response_id: `R-${contact}`,
        contact_id: contact,
        ...agentOf(contact),
        responded_at: `${day}T12:00:00Z`,
        csat: 1 + (at % 5),
        comment:
          contact === marks.customer.contact
            ? `Not happy, ${marks.customer.comment}`
            : contact === marks.other.contact
              ? marks.other.comment
              : 'Fine',
      })),
    ),
  },
  {
    name: 'reviews.csv',
    source: 'qa',
    content: csv(
      contacts.flatMap(({ contact, day }, at) =>
        ['Greeting', 'Solution'].map((question, place) => ({
          evaluation_id: `E-${contact}`,
          contact_id: contact,
          ...agentOf(contact),
          form: 'Voice',
          evaluator: 'Quinn Reyes',
          evaluated_at: `${day}T15:00:00Z`,
          question,
          answer: (at + place) % 2 ? 'Yes' : 'No',
          score: (at + place) % 2,
          max_score: 1,
          comment:
            contact === marks.customer.contact
              ? `See ${marks.customer.remark}`
              : contact === 'CT-UZ-1'
                ? marks.agent.remark
                : '',
        })),
      ),
    ),
  },
  {
    name: 'shifts.csv',
    source: 'plan',
    content: csv(
      [marks.agent, colleague].map(({ name, email, id }) => ({
        agent_name: name,
        agent_email: email,
        agent_id: id,
        date: '2026-03-11',
        scheduled_minutes: 480,
        in_adherence_minutes: 455,
      })),
    ),
  },
  ...contacts.map(({ contact, said }) => ({
    name: `${contact}.json`,
    source: 'calls',
    content: contactLens(contact, [
      ['AGENT', 0, 4000, 'Good morning, thank you for calling, how can I help you today?'],
      ['CUSTOMER', 4500, 9000, `Hello, it is about the ${said}, my bill is wrong and I am annoyed.`],
      ['AGENT', 9500, 14_000, 'I am so sorry about that. I have put it right and you get a new one by post.'],
      ['CUSTOMER', 14_500, 18_000, `Great, so the ${said} is settled, thank you very much.`],
      ['AGENT', 18_500, 21_000, 'Is there anything else I can help with? Have a great day.'],
    ]),
  })),
]

/** A workspace in which everything that belongs to one customer and one agent can be told from everything else; one recording, which is copied. */
export async function openToldApart(): Promise<TestWorkspace & { recordingSha256: string }> {
  const workspace = await openWorkspace()
  for (const { name, content, source } of filesToldApart) await workspace.take(name, content, { source })
  await workspace.client.recordings.setPreferences({ storage: 'copied' })
  const call = writeCall(join(workspace.folder, 'files', `${marks.customer.contact}.wav`))
  await importPath(workspace, call.path)
  await workspace.analyze()
  await keepMoment(workspace)
  return { ...workspace, recordingSha256: call.sha256 }
}

/** A moment of the customer's conversation in a session with a colleague who did not have it: a copy that stays where only the agent's own things go. */
async function keepMoment({ client }: TestWorkspace): Promise<void> {
  const items = (await client.conversations.list({})).items
  const { interactionId } = items.find(({ contactRef }) => contactRef === marks.customer.contact)!
  const bo = (await client.people.list({})).find(({ name }) => name === colleague.name)!
  const { id } = await client.sessions.prepare({ agentIds: [bo.id], idea: 'Listening to a difficult call' })
  const turn = {
    segment: 1,
    speaker: 'CUSTOMER',
    startMs: 4500,
    text: `About the ${marks.customer.said}`,
    isMoment: true,
  }
  const evidence = {
    kind: 'transcript' as const,
    title: `It is about the ${marks.customer.said}`,
    detail: 'Billing',
    at: null,
    interactionId,
    evaluationId: null,
    span: null,
    turns: [turn],
  }
  await client.sessions.write({ id, moments: [{ evidence, agentId: null, note: '', heardAt: null }] })
}

/** Imports a file by its path as the terminal does, and waits for the job. */
export async function importPath({ client }: TestWorkspace, path: string): Promise<string[]> {
  const { jobId } = await client.imports.start({ files: [{ reference: { path }, timeZone: 'UTC' }] })
  for (;;) {
    const job = (await client.jobs.list()).find(({ id }) => id === jobId)
    if (job?.state === 'done') break
    if (job?.state === 'failed') throw new Error(job.error ?? 'failed')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return (await client.imports.reports({ jobId })).flatMap(({ warnings, error }) => [
    ...warnings,
    ...(error === null ? [] : [error]),
  ])
}

/** Which of these texts stand in the bytes of any file under a folder, as "text in file". */
export function textsIn(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const file = join(folder, name)
    if (!statSync(file).isFile()) return []
    const bytes = readFileSync(file)
    const content = bytes.toString('latin1').toLowerCase()
    return texts.flatMap((text) => (content.includes(text.toLowerCase()) ? [`${text} in ${name}`] : []))
  })
}
