import { writeSetting } from '../../engine/store/index.ts'
import type { TrustedQuestion } from '../../shared/contract/trust.ts'
import { aForm, aQuestion, chosen, publishForm } from './quality-desk.ts'
import { adoptSmallTeam } from './policy.ts'
import { contactLens, csv, openWorkspace, type TestWorkspace, type Turn } from './workspace.ts'

const rest: readonly Turn[] = [
  ['CUSTOMER', 4500, 9000, 'Hello, my bill is wrong and I am really frustrated about it.'],
  ['AGENT', 9500, 14_000, 'I am so sorry about that. May I take your account number to find the bill?'],
  ['CUSTOMER', 14_500, 20_000, 'Yes, it is on the letter, one two three, and the amount is far too high.'],
  ['AGENT', 20_500, 26_000, 'Thank you. I have corrected the bill and you will get a new one by post.'],
  ['CUSTOMER', 26_500, 30_000, 'Great, thank you very much, that is all I needed.'],
  ['AGENT', 30_500, 34_000, 'Is there anything else I can help with? Have a great day, goodbye.'],
]
const greeted = 'Good morning, thank you for calling Acme, my name is Anna, how can I help you today?'
const ungreeted = 'Yes, what is it?'

/** Whether the n-th conversation of `takeCalls` is greeted: three of four are. The rules see it so. */
export const isGreeted = (index: number): boolean => index % 4 !== 3

export interface CallSettings {
  day?: string
  isSouth?: (index: number) => boolean
}

/** Brings in conversations of two agents in turn, on days of March 2026, and reads them. Their contacts are `C-000`, `C-001`, ... */
export async function takeCalls(
  workspace: TestWorkspace,
  from: number,
  to: number,
  { day = '2026-03-20', isSouth = (index) => index % 2 === 1 }: CallSettings = {},
): Promise<void> {
  const indexes = Array.from({ length: to - from }, (_, at) => from + at)
  const id = (index: number) => `C-${String(index).padStart(3, '0')}`
  await workspace.take(
    `contacts-${from}.csv`,
    csv(
      indexes.map((index) => ({
        contact_id: id(index),
        agent_name: isSouth(index) ? 'Grace Hopper' : 'Ada Byron',
        team: isSouth(index) ? 'South' : 'North',
        queue: 'Billing',
        channel: 'voice',
        started_at: `${day}T09:00:00Z`,
        handle_seconds: 60,
      })),
    ),
    { source: 'acd' },
  )
  const turnsOf = (index: number): Turn[] => [
    ['AGENT', 0, 4000, isGreeted(index) ? greeted : ungreeted],
    ...rest,
  ]
  await workspace.takeAll(
    indexes.map((index) => ({
      name: `${id(index)}.json`,
      content: contactLens(id(index), turnsOf(index)),
    })),
    { source: 'calls' },
  )
  await workspace.analyze()
}

export type TrustDesk = TestWorkspace & { scorecardId: number }

/** A workspace with a form that asks whether the agent greeted, and so many conversations. */
export async function openTrustDesk(calls: number, settings: CallSettings = {}): Promise<TrustDesk> {
  const workspace = await openWorkspace()
  // what has earned trust fills in only where the policy says so
  await adoptSmallTeam(workspace.client)
  const { client } = workspace
  await takeCalls(workspace, 0, calls, settings)
  const scorecardId = await publishForm(workspace, aForm([aQuestion('greeting', { title: 'Greeting' })]))
  await client.reviews.setMe({ name: 'Rita Levi' })
  // drawn alike every time
  writeSetting(workspace.engine.context.write!, 'trust-seed', '7')
  return { ...workspace, scorecardId }
}

/** Draws all conversations at random; gives the reviews by the place of their conversation. */
export async function drawAll({ client, scorecardId }: TrustDesk): Promise<Map<number, number>> {
  const { id: planId } = await client.reviews.savePlan({
    id: null,
    name: 'All',
    kind: 'random',
    scorecardId,
    settings: { periodDays: 28, perAgent: 100 },
  })
  await client.reviews.draw({ planId })
  return waiting(client)
}

/** The reviews that wait, by the place of their conversation. */
export async function waiting(client: TestWorkspace['client']): Promise<Map<number, number>> {
  const { items } = await client.reviews.list({ states: ['waiting'], limit: 500 })
  return new Map(
    items
      .map(({ id, contactRef }) => [Number(contactRef!.slice(2)), id] as const)
      .toSorted(([a], [b]) => a - b),
  )
}

/** Opens a review, answers the greeting if it is not filled in, and submits. Gives what was filled in. */
export async function score(
  { client, clock }: TestWorkspace,
  id: number,
  isGreeting: boolean,
): Promise<boolean | null> {
  clock.now += 60_000
  const opened = await client.reviews.open({ id })
  const filled = opened.answers.greeting?.answer.optionIds[0] ?? null
  await client.reviews.answer({ id, answer: chosen('greeting', isGreeting ? 'yes' : 'no') })
  await client.reviews.submit({ id })
  return filled === null ? null : filled === 'yes'
}

/** Where the greeting stands. */
export async function greetingTrust({ client }: TestWorkspace): Promise<TrustedQuestion> {
  return (await client.trust.list()).find(({ questionId }) => questionId === 'greeting')!
}
