import { expect, onTestFinished, test } from 'vitest'
import type { Evidence } from '../../../shared/contract/coaching.ts'
import type { StatableBasis } from '../../../shared/domain/lawful-basis.ts'
import { contactLens, csv, openWorkspace } from '../../support/workspace.ts'

const SAID = 'My bill is wrong and I am frustrated.'

const turn = { segment: 1, speaker: 'customer', startMs: 4500, text: SAID, isMoment: true }

/** Two conversations of an agent with a session, and what one is given of their moments. */
async function withASession() {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const { client } = own
  await own.take(
    'calls.csv',
    csv(
      ['C-1', 'C-2'].map((contact_id) => ({
        contact_id,
        agent_name: 'Ada Byron',
        started_at: '2026-03-10T09:00:00Z',
        handle_seconds: 60,
      })),
    ),
    { source: 'acd' },
  )
  for (const ref of ['C-1', 'C-2'])
    await own.take(
      `${ref}.json`,
      contactLens(ref, [
        ['AGENT', 0, 4000, 'Thank you for calling Acme, how can I help you today?'],
        ['CUSTOMER', 4500, 9000, SAID],
      ]),
      { source: 'calls' },
    )
  await own.analyze()
  const { items } = await client.conversations.list({})
  const [first, second] = ['C-1', 'C-2'].map(
    (ref) => items.find(({ contactRef }) => contactRef === ref)!.interactionId,
  ) as [number, number]
  const agentId = (await client.people.list({}))[0]!.id
  const { id } = await client.sessions.prepare({ agentIds: [agentId], idea: 'Listening' })
  const evidence = (interactionId: number, turns: Evidence['turns']): Evidence => ({
    kind: 'transcript',
    title: turns.length > 0 ? `It says: "${SAID}"` : 'Sentiment: -0.6',
    detail: 'Billing',
    at: null,
    interactionId,
    evaluationId: null,
    span: turns.length > 0 ? { firstSegment: 1, lastSegment: 1, startMs: 4500, endMs: 9000 } : null,
    turns,
  })
  const moment = (interactionId: number, turns: Evidence['turns'], note = '') => ({
    evidence: evidence(interactionId, turns),
    agentId,
    note,
    heardAt: null,
  })
  const say = (basis: StatableBasis | null) =>
    client.lawfulBasis.setConversations({ interactionIds: [first, second], basis })
  const moments = async () => (await client.sessions.get({ id })).moments
  /** Writes what one sees, as the page does when a note of one moment was typed. */
  const noteDown = async (notes: readonly string[]) =>
    client.sessions.write({
      id,
      moments: (await moments()).map(({ gone: _, ...one }, at) => ({ ...one, note: notes[at]! })),
    })
  return { client, id, first, second, moment, say, moments, noteDown }
}

test('moments that are written while their words are left out have them again once the basis is given', async () => {
  const { client, id, first, second, moment, say, moments, noteDown } = await withASession()
  await client.sessions.write({
    id,
    moments: [
      moment(first, [turn], 'as chosen'),
      moment(second, [turn]),
      moment(second, [{ ...turn, segment: 0 }]),
    ],
  })
  const before = await moments()
  await say('refused')
  expect(JSON.stringify(await moments())).not.toContain(SAID)
  await noteDown(['first', 'second', 'third'])
  expect(JSON.stringify(await moments())).not.toContain(SAID)
  await say('consent')
  expect(await moments()).toEqual(
    before.map((one, at) => ({ ...one, note: ['first', 'second', 'third'][at] })),
  )
})

test('a moment that is chosen while its words are left out says why it has none, and one that never had any says nothing', async () => {
  const { client, id, first, second, moment, say, moments, noteDown } = await withASession()
  await client.sessions.write({ id, moments: [moment(second, [])] })
  await say('refused')
  await client.sessions.write({
    id,
    moments: [...(await moments()), moment(first, [])].map(({ evidence, agentId, note, heardAt }) => ({
      evidence,
      agentId,
      note,
      heardAt,
    })),
  })
  const told = async () => (await moments()).map(({ gone }) => gone?.slice(0, 47) ?? null)
  expect(await told()).toEqual([null, 'It has no words: when it was chosen, the lawful'])
  await say('consent')
  await noteDown(['', 'listen'])
  expect(await told()).toEqual([null, 'It has no words: when it was chosen, the lawful'])
  await client.sessions.write({ id, moments: [moment(first, [turn])] })
  expect(await told()).toEqual([null])
})
