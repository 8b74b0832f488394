import { expect, onTestFinished, test } from 'vitest'
import { MOST_LISTED } from '../../../shared/contract/lawful-basis.ts'
import { contactLens, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const conversation = (ref: string, said: string, more: object = {}) => ({
  name: `${ref}.json`,
  content: JSON.stringify({
    ...(JSON.parse(
      contactLens(ref, [
        ['AGENT', 0, 4000, 'Thank you for calling Acme, how can I help you today?'],
        ['CUSTOMER', 4500, 9000, said],
      ]),
    ) as object),
    ...more,
  }),
})

/** Three calls of which the export of one says that consent was given, and one chat of which nothing is known. */
async function opened(): Promise<TestWorkspace> {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  await workspace.takeAll(
    [
      conversation('C-1', 'My bill is wrong.', { recording_consent: 'yes' }),
      conversation('C-2', 'My bill is late.'),
      conversation('C-3', 'My bill is lost.'),
    ],
    { source: 'calls' },
  )
  await workspace.takeAll([conversation('C-4', 'My bill is blue.', { Channel: 'CHAT' })], { source: 'chats' })
  return workspace
}

async function bases({ client }: TestWorkspace): Promise<Record<string, unknown>> {
  const { items } = await client.conversations.list({ limit: 200 })
  const told = await Promise.all(
    items.map(async ({ contactRef, interactionId }) => {
      const { basis, origin } = await client.lawfulBasis.ofConversation({ interactionId })
      return [contactRef, `${basis} ${origin}`] as const
    }),
  )
  return Object.fromEntries(told.toSorted(([a], [b]) => String(a).localeCompare(String(b))))
}

const atFirst = { 'C-1': 'consent export', 'C-2': 'null null', 'C-3': 'null null', 'C-4': 'null null' }

test('all conversations of a list are given a basis in one step, no others, and it is taken back in one', async () => {
  const workspace = await opened()
  const { client } = workspace
  expect(await bases(workspace)).toEqual(atFirst)
  const { channels } = await client.conversations.list({})
  expect(channels).toHaveLength(2)
  const channel = channels.find((one) => /voice/i.test(one))!
  const listed = await client.lawfulBasis.listed({ channel })
  expect(listed).toEqual({
    conversations: 3,
    now: [
      { basis: null, n: 2 },
      { basis: 'consent', n: 1 },
    ],
    saidByPerson: 0,
  })
  const { before } = await client.lawfulBasis.setListed({ channel, basis: 'contract', conversations: 3 })
  const said = {
    'C-1': 'contract person',
    'C-2': 'contract person',
    'C-3': 'contract person',
    'C-4': 'null null',
  }
  expect(await bases(workspace)).toEqual(said)
  expect(await client.lawfulBasis.listed({ channel })).toMatchObject({ saidByPerson: 3 })
  await client.lawfulBasis.takeBack({ before })
  expect(await bases(workspace)).toEqual(atFirst)
})

test('a refusal of a list is in force at once, and null lets export and source speak again', async () => {
  const workspace = await opened()
  const { client } = workspace
  const found = async () => (await client.search.find({ query: 'bill' })).total
  await workspace.analyze()
  expect(await found()).toBe(4)
  await client.lawfulBasis.setListed({ basis: 'refused', conversations: 4 })
  expect(await found()).toBe(0)
  expect((await client.conversations.list({})).total).toBe(4)
  await client.lawfulBasis.setListed({ basis: null, conversations: 4 })
  expect(await bases(workspace)).toEqual(atFirst)
  expect(await found()).toBe(4)
})

test('a list that has another number by now than somebody saw is left as it is, and so is one that is empty', async () => {
  const workspace = await opened()
  const { client } = workspace
  await expect(client.lawfulBasis.setListed({ basis: 'contract', conversations: 3 })).rejects.toThrow(
    'The list has other conversations by now',
  )
  await expect(
    client.lawfulBasis.setListed({ queue: 'Nowhere', basis: 'contract', conversations: 1 }),
  ).rejects.toThrow('The list has other conversations by now')
  expect(await client.lawfulBasis.listed({ queue: 'Nowhere' })).toEqual({
    conversations: 0,
    now: [],
    saidByPerson: 0,
  })
  expect(await bases(workspace)).toEqual(atFirst)
})

test('who said it of a list, and of how many, stands in the audit log', async () => {
  const { client } = await opened()
  const { items, channels } = await client.conversations.list({})
  const channel = channels.find((one) => /voice/i.test(one))!
  await client.lawfulBasis.setListed({ channel, basis: 'public-task', conversations: 3 })
  expect(items).toHaveLength(4)
  const { entries } = await client.audit.list({})
  const [told] = entries.filter(({ act }) => act === 'lawfulBasis.setListed')
  expect(told).toMatchObject({ outcome: 'done' })
  expect(JSON.parse(told!.details)).toEqual({ basis: 'public-task', conversations: 3, channel })
})

test('more than can be taken back at once is refused with what to do', async () => {
  const workspace = await opened()
  const { raw } = workspace.engine.context.write!
  raw.exec(`WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < ${MOST_LISTED})
    INSERT INTO interactions (import_id, row_number, source_id, contact_ref, stratum_id, is_stub)
    SELECT import_id, row_number, source_id, 'M-' || n, stratum_id, 0 FROM (SELECT * FROM interactions LIMIT 1), more`)
  raw.exec(`INSERT INTO transcripts (import_id, row_number, source_id, contact_ref, interaction_id, vendor, vendor_facts)
    SELECT import_id, row_number, source_id, contact_ref, id, 'made up', '{}' FROM interactions WHERE contact_ref LIKE 'M-%'`)
  const refused =
    'More than 20,000 conversations fit these filters; choose fewer days, or say it of their source'
  await expect(workspace.client.lawfulBasis.listed({})).rejects.toThrow(refused)
  await expect(
    workspace.client.lawfulBasis.setListed({ basis: 'contract', conversations: MOST_LISTED + 4 }),
  ).rejects.toThrow(refused)
})
