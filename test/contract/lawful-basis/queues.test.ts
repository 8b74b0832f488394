import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { conversationToJudge } from '../../../engine/conversations/to-judge.ts'
import { readReadTranscripts } from '../../../engine/conversations/reading.store.ts'
import { readWordless } from '../../../engine/recordings/index.ts'
import { adoptPolicy } from '../../support/policy.ts'
import { conversationOf, openDesk } from '../../support/quality-desk.ts'
import { contactLens, type TestWorkspace } from '../../support/workspace.ts'

async function desk(needed: 'assumed' | 'required'): Promise<TestWorkspace> {
  const workspace = await openDesk(4)
  onTestFinished(() => workspace.close())
  const { client } = workspace
  await client.lawfulBasis.setConversations({
    interactionIds: [await conversationOf(workspace, 'C-101')],
    basis: 'refused',
  })
  await client.lawfulBasis.setConversations({
    interactionIds: [await conversationOf(workspace, 'C-102')],
    basis: 'contract',
  })
  await adoptPolicy(client, (document) => ({
    ...document,
    privacy: { ...document.privacy, lawfulBasis: needed },
  }))
  return workspace
}

test.each([
  { needed: 'assumed', usable: 7, unknown: 0 },
  { needed: 'required', usable: 1, unknown: 6 },
] as const)(
  'under "$needed" only what may be used is exported, judged and read',
  async ({ needed, usable, unknown }) => {
    const workspace = await desk(needed)
    const { client, engine, folder } = workspace
    const { read } = engine.context
    expect(await client.lawfulBasis.leftOut()).toEqual({ of: 8, refused: 1, unknown })

    const judged = readReadTranscripts(read, { from: 0, to: 1_000_000 })
    expect(judged).toHaveLength(usable)
    const all = read.raw.prepare('SELECT id FROM transcripts').pluck().all() as number[]
    expect(all.filter((id) => conversationToJudge(read, id) !== undefined)).toHaveLength(usable)

    const steps = []
    for await (const step of await client.exports.write({ format: 'csv', directory: join(folder, 'out') }))
      steps.push(step)
    expect(steps.at(-1)!.done!.leftOut).toEqual({ of: 8, refused: 1, unknown })
    const measures = readFileSync(join(folder, 'out', 'transcript_measures.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    expect(new Set(measures.map((line) => line.split(',')[0])).size).toBe(usable)
    const evaluations = readFileSync(join(folder, 'out', 'evaluations.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    expect(evaluations).toHaveLength(usable)
  },
)

test('a conversation that may not be used waits unread, and is read once its basis is known', async () => {
  const workspace = await desk('required')
  const { client } = workspace
  await workspace.takeAll(
    [{ name: 'new.json', content: contactLens('C-900', [['CUSTOMER', 0, 4000, 'My bill is wrong again.']]) }],
    { source: 'calls' },
  )
  expect(await workspace.analyze()).toEqual({ read: 0 })
  await client.lawfulBasis.setConversations({
    interactionIds: [await conversationOf(workspace, 'C-900')],
    basis: 'consent',
  })
  expect(await workspace.analyze()).toEqual({ read: 1 })
})

test('who may not say what a conversation rests on does not read it while that is unknown', async () => {
  const workspace = await desk('required')
  const { client } = workspace
  const unknown = await conversationOf(workspace, 'C-103')
  const refused = await conversationOf(workspace, 'C-101')
  // without profiles whoever is here may say it
  expect((await client.conversations.get({ interactionId: unknown })).segments.length).toBeGreaterThan(0)
  expect((await client.conversations.get({ interactionId: refused })).segments).toEqual([])
  expect(await client.lawfulBasis.ofConversation({ interactionId: unknown })).toMatchObject({
    isUsable: false,
    isReadable: true,
  })
  expect(await client.lawfulBasis.ofConversation({ interactionId: refused })).toMatchObject({
    isUsable: false,
    isReadable: false,
  })
  expect(readWordless(workspace.engine.context.read)).toEqual([])
})

test('who said it, and of what, stands in the audit log', async () => {
  const { client } = await desk('assumed')
  const { entries } = await client.audit.list({})
  const told = entries.filter(({ act }) => act === 'lawfulBasis.setConversations')
  expect(told).toHaveLength(2)
  expect(JSON.stringify(told)).toContain('interactionIds')
  expect(JSON.stringify(told)).toContain('refused')
})
