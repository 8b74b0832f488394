import { expect, onTestFinished, test } from 'vitest'
import { countLeftOut } from '../../../engine/lawful-basis/index.ts'
import { statableBases, leftOutSentence } from '../../../shared/domain/lawful-basis.ts'
import { consentField, consentIn, consentOf } from '../../../shared/domain/stated-consent.ts'
import { contactLens, csv, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

const words = (ref: string, more: object = {}) =>
  JSON.stringify({
    ...(JSON.parse(
      contactLens(ref, [
        ['AGENT', 0, 4000, 'Thank you for calling Acme, how can I help you today?'],
        ['CUSTOMER', 4500, 9000, 'My bill is wrong and I am frustrated.'],
      ]),
    ) as object),
    ...more,
  })

const log = (ref: string, more: Record<string, string> = {}) =>
  csv([
    {
      contact_id: ref,
      agent_name: 'Ada Byron',
      queue: 'Billing',
      started_at: '2026-03-10T09:00:00Z',
      handle_seconds: 60,
      ...more,
    },
    {
      contact_id: 'other',
      agent_name: 'Ada Byron',
      queue: 'Billing',
      started_at: '2026-03-11T09:00:00Z',
      handle_seconds: 60,
      ...Object.fromEntries(Object.keys(more).map((key) => [key, ''])),
    },
  ])

async function opened(): Promise<TestWorkspace> {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  return workspace
}

async function standing({ client }: TestWorkspace) {
  const { items } = await client.conversations.list({ limit: 200 })
  const interactionId = items.find(({ contactRef }) => contactRef === 'C-1')!.interactionId
  const { basis, origin } = await client.lawfulBasis.ofConversation({ interactionId })
  return { basis, origin, interactionId }
}

const sourceId = async ({ client }: TestWorkspace, name: string) =>
  (await client.lawfulBasis.sources()).sources.find((one) => one.name === name)!.id

test('a person goes before the export, and the export before the source', async () => {
  const workspace = await opened()
  const { client } = workspace
  await workspace.take('a.json', words('C-1', { recording_consent: 'yes' }), { source: 'calls' })
  const { interactionId } = await standing(workspace)
  expect(await standing(workspace)).toMatchObject({ basis: 'consent', origin: 'export' })
  await client.lawfulBasis.setSource({ sourceId: await sourceId(workspace, 'calls'), basis: 'contract' })
  expect(await standing(workspace)).toMatchObject({ basis: 'consent', origin: 'export' })
  for (const basis of statableBases) {
    await client.lawfulBasis.setConversations({ interactionIds: [interactionId], basis })
    expect(await standing(workspace)).toMatchObject({ basis, origin: 'person' })
  }
  const { before } = await client.lawfulBasis.setConversations({
    interactionIds: [interactionId],
    basis: null,
  })
  expect(await standing(workspace)).toMatchObject({ basis: 'consent', origin: 'export' })
  await client.lawfulBasis.takeBack({ before })
  expect(await standing(workspace)).toMatchObject({ basis: 'refused', origin: 'person' })
})

test('without anything said it is the source’s, else unknown', async () => {
  const workspace = await opened()
  await workspace.take('a.json', words('C-1'), { source: 'calls' })
  expect(await standing(workspace)).toMatchObject({ basis: null, origin: null })
  await workspace.client.lawfulBasis.setSource({
    sourceId: await sourceId(workspace, 'calls'),
    basis: 'refused',
  })
  expect(await standing(workspace)).toMatchObject({ basis: 'refused', origin: 'source' })
})

test('a refusal in the log holds for words that come before and after, until a person says otherwise, and goes with its import', async () => {
  const workspace = await opened()
  const { client } = workspace
  await workspace.take('a.json', words('C-1'), { source: 'calls' })
  const report = await workspace.take('log.csv', log('C-1', { Einwilligung: 'widerrufen' }), {
    source: 'acd',
  })
  expect(report.mapping[0]!.columns).toContainEqual(expect.objectContaining({ field: 'contact.consent' }))
  expect(report.rows).toMatchObject({ read: 2, added: 2 })
  expect(await standing(workspace)).toMatchObject({ basis: 'refused', origin: 'export' })
  await workspace.take('b.json', words('C-1', { recording_consent: 'granted' }), { source: 'more calls' })
  const { interactionId } = await standing(workspace)
  expect(await standing(workspace)).toMatchObject({ basis: 'refused' })
  expect((await client.workspace.summary()).transcripts).toBe(2)
  const { before } = await client.lawfulBasis.setConversations({
    interactionIds: [interactionId],
    basis: 'contract',
  })
  expect(before).toHaveLength(3)
  expect(await standing(workspace)).toMatchObject({ basis: 'contract', origin: 'person' })
  await client.lawfulBasis.takeBack({ before })
  expect(await standing(workspace)).toMatchObject({ basis: 'refused' })
  await client.imports.undo({ importId: report.importId! })
  expect(await standing(workspace)).toMatchObject({ basis: 'consent', origin: 'export' })
})

test('columns and fields of consent are told by their names, and their cells by words', () => {
  for (const name of [
    'recording_consent',
    'Consent given',
    'Einwilligung',
    'consentimiento_grabacion',
    'Call Recording Consent',
  ])
    expect(consentField(name)).toBe(true)
  for (const name of ['Opt-Out', 'do_not_record', 'Widerspruch']) expect(consentField(name)).toBe(false)
  for (const name of ['Marketing consent', 'Queue', 'consented by']) expect(consentField(name)).toBeNull()
  for (const cell of ['yes', 'Granted', ' JA ', '1', true, 'opt-in']) expect(consentOf(cell, true)).toBe(true)
  for (const cell of ['no', 'withdrawn', 'Nein', 0, 'Opted out']) expect(consentOf(cell, true)).toBe(false)
  for (const cell of ['perhaps', '', null, {}]) expect(consentOf(cell, true)).toBeNull()
  expect(consentOf('yes', false)).toBe(false)
  expect(consentOf('no', false)).toBe(true)
  expect(consentOf('withdrawn', false)).toBe(false)
  expect(consentIn({ call: { consent: 'yes' }, opt_out: 'yes' })).toBe(false)
  expect(consentIn({ call: { inner: { consent: 'yes' } } })).toBeNull()
})

test('what was left out is one sentence', () => {
  expect(leftOutSentence({ of: 340, refused: 0, unknown: 0 })).toBeNull()
  expect(leftOutSentence({ of: 340, refused: 0, unknown: 12 })).toBe(
    '12 of 340 conversations were left out: their lawful basis is not known.',
  )
  expect(leftOutSentence({ of: 1, refused: 1, unknown: 0 })).toBe(
    '1 of 1 conversation was left out: consent was refused or withdrawn.',
  )
})

test('what is withheld at once is what each conversation says of itself', async () => {
  const workspace = await opened()
  const { client, engine } = workspace
  await workspace.takeAll(
    Array.from({ length: 24 }, (_, at) => ({
      name: `${at}.json`,
      content: words(`C-${at % 16}`, at % 5 === 0 ? { consent: at % 2 === 0 ? 'no' : 'yes' } : {}),
    })),
    { source: 'calls' },
  )
  await workspace.take('one.json', words('C-20'), { source: 'contracted' })
  await workspace.take('log.csv', log('C-3', { opt_out: 'yes' }), { source: 'acd' })
  await client.lawfulBasis.setSource({ sourceId: await sourceId(workspace, 'contracted'), basis: 'contract' })
  const { items } = await client.conversations.list({ limit: 200 })
  await client.lawfulBasis.setConversations({
    interactionIds: [items[7]!.interactionId],
    basis: 'public-task',
  })
  const stood = await Promise.all(
    items.map(({ interactionId }) => client.lawfulBasis.ofConversation({ interactionId })),
  )
  const counts = {
    of: items.length,
    refused: stood.filter(({ basis }) => basis === 'refused').length,
    unknown: stood.filter(({ basis }) => basis === null).length,
  }
  expect(counts.refused).toBeGreaterThan(2)
  expect(counts.unknown).toBeGreaterThan(2)
  expect(countLeftOut(engine.context.read, true)).toEqual(counts)
  expect(countLeftOut(engine.context.read, false)).toEqual({ ...counts, unknown: 0 })
})
