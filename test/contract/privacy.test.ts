import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Client } from '../../engine/direct-client.ts'
import { starterPolicies } from '../../shared/domain/policy.ts'
import { filesToldApart, importPath, marks, openToldApart, textsIn } from '../support/told-apart.ts'
import { csv, openWorkspace } from '../support/workspace.ts'

/** Sums of the daily figures over everybody, by metric and queue: what a deletion must not change. */
async function everybody(client: Client): Promise<unknown> {
  const totals = await client.workspace.check()
  return totals.problems
}

async function jobsEnd(client: Client): Promise<void> {
  await expect
    .poll(async () => (await client.jobs.list()).filter(({ endedAt }) => endedAt === null), {
      timeout: 60_000,
    })
    .toEqual([])
  const failed = (await client.jobs.list()).filter(({ state }) => state === 'failed')
  expect(failed.map(({ error }) => error)).toEqual([])
}

describe('what is deleted for good', () => {
  let world: Awaited<ReturnType<typeof openToldApart>>
  let client: Client
  const own = () => join(world.folder, 'workspace')
  const raw = () => world.engine.context.read.raw
  const sums = () => ({
    contacts: raw()
      .prepare(
        'SELECT day, stratum_id, sum(n) AS n, sum(handle_sum) AS handled FROM interaction_days GROUP BY 1, 2 ORDER BY 1, 2',
      )
      .all(),
    observed: raw()
      .prepare(
        'SELECT metric_id, day, stratum_id, sum(n) AS n, sum(sum) AS total FROM observation_days GROUP BY 1, 2, 3 ORDER BY 1, 2, 3',
      )
      .all(),
  })
  beforeEach(async () => {
    world = await openToldApart()
    client = world.client
  }, 60_000)
  afterEach(() => world.close())

  test('of a customer is in no file any more, and no figure changes', async () => {
    const texts = Object.values(marks.customer)
    expect(textsIn(own(), texts).length).toBeGreaterThan(3)
    const before = sums()
    const preview = await client.privacy.preview({ subject: { customer: marks.customer.ref } })
    expect(preview.counts).toMatchObject({ conversations: 2, contacts: 2, recordings: 1, comments: 2 })
    // a preview changes nothing
    expect(sums()).toEqual(before)
    expect((await client.search.find({ query: marks.customer.said })).total).toBeGreaterThan(0)
    const proof = await client.privacy.forget({
      subject: { customer: marks.customer.ref },
      why: 'Asked for by letter',
    })
    expect(proof.counts).toEqual(preview.counts)
    await jobsEnd(client)
    expect(sums()).toEqual(before)
    expect(await everybody(client)).toEqual([])
    expect(textsIn(own(), texts)).toEqual([])
    expect(textsIn(own(), Object.values(marks.other)).length).toBeGreaterThan(1)
    expect((await client.search.find({ query: marks.customer.said })).total).toBe(0)
    expect(readdirSync(join(own(), 'media')).filter((name) => name.includes(world.recordingSha256))).toEqual(
      [],
    )
    const { deletions } = await client.privacy.status()
    expect(deletions[0]).toMatchObject({ id: proof.id, kind: 'customer', why: 'Asked for by letter' })
    expect(deletions[0]!.verifiedAt).not.toBeNull()
    expect(deletions[0]!.cleanedAt).not.toBeNull()
    // there is no backup yet
    expect(deletions[0]!.backupsGoneAt).not.toBeNull()
    const entry = raw().prepare("SELECT details FROM audit_log WHERE act = 'privacy.forget'").pluck().get()
    expect(JSON.parse(String(entry))).toMatchObject({ deletion: proof.id, digest: proof.digest })
    expect((await client.audit.verify({})).broken).toBeNull()
  }, 120_000)

  test('of a conversation takes the one whose page has that number, and no other', async () => {
    const { items } = await client.conversations.list({})
    const numberOf = (contact: string) =>
      items.find(({ contactRef }) => contactRef === contact)!.interactionId
    const subject = { interactionId: numberOf(marks.other.contact) }
    const hold = await client.privacy.hold({ subject, why: 'Case 13' })
    expect(hold).toMatchObject({ kind: 'conversation', recordId: subject.interactionId })
    expect((await client.privacy.holds()).map(({ id }) => id)).toEqual([hold.id])
    await expect(client.privacy.forget({ subject, why: 'Asked for' })).rejects.toThrow('Legal holds keep')
    // a hold on one conversation keeps no other
    await client.privacy.forget({
      subject: { interactionId: numberOf(marks.customer.contact) },
      why: 'Asked for',
    })
    await client.privacy.lift({ id: hold.id })
    await client.privacy.forget({ subject, why: 'Asked for' })
    await jobsEnd(client)
    expect(textsIn(own(), [marks.other.said, marks.other.comment, marks.customer.description])).toEqual([])
    expect((await client.search.find({ query: marks.agent.said })).total).toBeGreaterThan(0)
    expect((await client.search.find({ query: marks.customer.said })).total).toBeGreaterThan(0)
    // what stands in the place of a reference is for joining, and shown to nobody
    const shown = [await client.conversations.list({}), await client.conversations.evaluations({})]
    expect(JSON.stringify(shown)).not.toContain('deleted:')
    await expect(client.privacy.preview({ subject: { interactionId: 1_000_000 } })).rejects.toThrow(
      'not in this workspace',
    )
  }, 120_000)

  test('of a customer does not come back with the same files, and the import says so', async () => {
    await client.privacy.forget({ subject: { customer: marks.customer.ref }, why: 'Asked for' })
    await jobsEnd(client)
    const before = sums()
    for (const { name, content, source } of filesToldApart)
      await world.tryTaking(name, `${content}\n`, { source })
    const warnings = await importPath(world, join(world.folder, 'files', `${marks.customer.contact}.wav`))
    await world.analyze()
    expect(warnings.join(' ')).toContain('was deleted here')
    expect(sums()).toEqual(before)
    expect(
      raw().prepare("SELECT count(*) FROM imports WHERE warnings LIKE '%deleted here%'").pluck().get(),
    ).toBeGreaterThan(3)
    expect((await client.search.find({ query: marks.customer.said })).total).toBe(0)
    expect((await client.search.find({ query: marks.other.said })).total).toBeGreaterThan(0)
    expect(await everybody(client)).toEqual([])
  }, 120_000)

  test('of a customer does not come back with a backup from before', async () => {
    await client.backups.make()
    await jobsEnd(client)
    const { backups } = await client.backups.list()
    world.clock.now += 60_000
    const before = sums()
    const proof = await client.privacy.forget({ subject: { customer: marks.customer.ref }, why: 'Asked for' })
    await jobsEnd(client)
    expect((await client.privacy.status()).backupsBefore).toBe(1)
    await client.backups.restore({ id: backups[0]!.id })
    expect((await client.search.find({ query: marks.customer.said })).total).toBe(0)
    expect((await client.search.find({ query: marks.other.said })).total).toBeGreaterThan(0)
    expect((await client.privacy.status()).deletions.map(({ id }) => id)).toEqual([proof.id])
    const named = raw().prepare('SELECT count(*) FROM interactions WHERE contact_ref = ?').pluck()
    expect(named.get(marks.customer.contact)).toBe(0)
    expect(sums()).toEqual(before)
    expect(await everybody(client)).toEqual([])
  }, 120_000)

  test('of an agent names nobody any more, while figures of queues and of everybody stay', async () => {
    const person = (await client.people.list({})).find(({ name }) => name === marks.agent.name)!
    const before = sums()
    const proof = await client.privacy.forget({ subject: { personId: person.id }, why: 'Left; asked for' })
    await jobsEnd(client)
    expect(proof.counts['anonymous']).toBeGreaterThan(5)
    expect(sums()).toEqual(before)
    expect(await everybody(client)).toEqual([])
    expect((await client.people.list({})).map(({ name }) => name)).toEqual(['Bo Stone'])
    expect(textsIn(own(), Object.values(marks.agent))).toEqual([])
    // their conversations went, those of others did not
    expect((await client.search.find({ query: marks.customer.said })).total).toBe(0)
    expect((await client.search.find({ query: marks.other.said })).total).toBeGreaterThan(0)
  }, 120_000)

  test('of an agent does not come back with the same files', async () => {
    const person = (await client.people.list({})).find(({ name }) => name === marks.agent.name)!
    await client.privacy.forget({ subject: { personId: person.id }, why: 'Left; asked for' })
    await jobsEnd(client)
    const before = sums()
    for (const { name, content, source } of filesToldApart)
      await world.tryTaking(name, `${content}\n`, { source })
    await world.analyze()
    expect((await client.people.list({})).map(({ name }) => name)).toEqual(['Bo Stone'])
    expect(sums()).toEqual(before)
    expect((await client.search.find({ query: marks.agent.said })).total).toBe(0)
    expect(await everybody(client)).toEqual([])
  }, 120_000)

  test('waits for a legal hold to be lifted, and so does the undo of an import', async () => {
    const hold = await client.privacy.hold({ subject: { customer: marks.customer.ref }, why: 'Case 12' })
    expect(hold).toMatchObject({ kind: 'customer', why: 'Case 12', liftedAt: null })
    await expect(
      client.privacy.forget({ subject: { customer: marks.customer.ref }, why: 'Asked for' }),
    ).rejects.toThrow('Legal holds keep all of it')
    const importId = Number(
      raw().prepare("SELECT id FROM imports WHERE file_name LIKE '%contacts.csv'").pluck().get(),
    )
    await expect(client.imports.undo({ importId })).rejects.toThrow(`Legal hold ${hold.id}`)
    expect((await client.search.find({ query: marks.customer.said })).total).toBeGreaterThan(0)
    await client.privacy.lift({ id: hold.id })
    await expect(client.privacy.lift({ id: hold.id })).rejects.toThrow('no legal hold number')
    await client.privacy.forget({ subject: { customer: marks.customer.ref }, why: 'Asked for' })
    await jobsEnd(client)
    expect((await client.search.find({ query: marks.customer.said })).total).toBe(0)
  }, 120_000)

  test('waits for the hold on the source that brought it, and what another source brought goes', async () => {
    const sources = await client.imports.sources()
    const idOf = (wanted: string) => sources.find(({ name }) => name === wanted)!.id
    const importOf = (file: string) =>
      Number(
        raw()
          .prepare('SELECT id FROM imports WHERE file_name LIKE ? AND source_id = ?')
          .pluck()
          .get(`%${file}`, idOf(filesToldApart.find(({ name }) => name === file)!.source)),
      )
    const calls = filesToldApart.find(({ name }) => name.endsWith('contacts.csv'))!
    const surveys = filesToldApart.find(({ name }) => name.endsWith('surveys.csv'))!
    expect(surveys.source).not.toBe(calls.source)
    const hold = await client.privacy.hold({ subject: { sourceId: idOf(surveys.source) }, why: 'Case 16' })
    expect(hold).toMatchObject({ kind: 'source', label: surveys.source, recordId: null })
    await expect(client.imports.undo({ importId: importOf(surveys.name) })).rejects.toThrow(
      `Legal hold ${hold.id}`,
    )
    const before = sums()
    const proof = await client.privacy.forget({
      subject: { customer: marks.customer.ref },
      why: 'Asked for',
    })
    await jobsEnd(client)
    expect(proof.heldBack).toEqual([{ holdId: hold.id, count: 2 }])
    // what is held still belongs to its contact, and what went does not come back with its file
    expect(sums()).toEqual(before)
    for (const { name, content, source } of filesToldApart)
      await world.tryTaking(name, `${content}\n`, { source })
    await world.analyze()
    expect(sums()).toEqual(before)
    expect(textsIn(own(), [marks.customer.comment])).not.toEqual([])
    expect((await client.search.find({ query: marks.customer.said })).total).toBe(0)
    await client.privacy.lift({ id: hold.id })
    await client.privacy.forget({ subject: { customer: marks.customer.ref }, why: 'Asked for' })
    await jobsEnd(client)
    expect(textsIn(own(), [marks.customer.comment])).toEqual([])
    await expect(client.privacy.hold({ subject: { sourceId: 999 }, why: 'Case 17' })).rejects.toThrow(
      'That source is not in this workspace any more.',
    )
  }, 120_000)

  test('by the clocks: sound, words and scores each by its own, a day after the policy, and held back where held', async () => {
    const policy = (days: { audio: number | null; transcripts: number | null; scores: number | null }) => ({
      ...starterPolicies['small-team'],
      privacy: { lawfulBasis: 'assumed' as const, retentionDays: days },
    })
    await client.policy.adopt({ document: policy({ audio: 10, transcripts: null, scores: null }) })
    const person = (await client.people.list({})).find(({ name }) => name === marks.agent.name)!
    const hold = await client.privacy.hold({ subject: { personId: person.id }, why: 'Case 12' })
    const expired = async () => {
      await client.privacy.expire()
      await jobsEnd(client)
    }
    await expired()
    expect((await client.recordings.list()).length).toBe(1)
    await client.privacy.lift({ id: hold.id })
    const before = sums()
    expect((await client.privacy.status()).clocks[0]).toMatchObject({ what: 'audio', days: 10, due: 1 })
    expect((await client.privacy.status()).goesAt).toBe(world.clock.now + 86_400_000)
    await expired()
    expect(await client.recordings.list()).toEqual([])
    expect(readdirSync(join(own(), 'media')).filter((name) => name.includes(world.recordingSha256))).toEqual(
      [],
    )
    expect((await client.search.find({ query: marks.customer.said })).total).toBeGreaterThan(0)
    expect(sums()).toEqual(before)

    await client.policy.adopt({ document: policy({ audio: 10, transcripts: 17, scores: null }) })
    await expired()
    // 30 March less 17 days is the 13th: what was said before is gone
    expect((await client.search.find({ query: marks.customer.said })).total).toBe(0)
    expect((await client.search.find({ query: marks.agent.said })).total).toBeGreaterThan(0)
    expect(textsIn(own(), [marks.customer.said, marks.customer.description, marks.customer.comment])).toEqual(
      [],
    )
    expect(sums()).toEqual(before)

    await client.policy.adopt({ document: policy({ audio: 10, transcripts: 17, scores: 18 }) })
    await expired()
    const left = raw().prepare('SELECT DISTINCT contact_day FROM evaluations ORDER BY 1').pluck().all()
    expect(left.every((day) => Number(day) >= Date.UTC(2026, 2, 12) / 86_400_000)).toBe(true)
    expect(left.length).toBeGreaterThan(0)
    expect(await everybody(client)).toEqual([])
    const { deletions, clocks } = await client.privacy.status()
    expect(clocks.map(({ due }) => due)).toEqual([0, 0, 0])
    expect(deletions.map(({ kind }) => kind)).toEqual(['retention', 'retention', 'retention'])
    // a second run finds nothing
    await expired()
    expect((await client.privacy.status()).deletions).toHaveLength(3)
  }, 180_000)
})

test('an agent of whom nothing was said or written stays known while a hold is on them or on their contacts', async () => {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  await own.take(
    'calls.csv',
    csv([
      { contact_id: 'K-1', agent_name: 'Ada Okafor', started_at: '2026-03-02T09:00:00Z', talk_seconds: 100 },
    ]),
    { source: 'acd' },
  )
  const [ada] = await own.client.people.list({})
  const subject = { personId: ada!.id }
  for (const held of [subject, { from: '2026-03-01', to: '2026-03-05' }]) {
    const { id } = await own.client.privacy.hold({ subject: held, why: 'Case 14' })
    await expect(own.client.privacy.forget({ subject, why: 'Asked for' })).rejects.toThrow(
      'Legal holds keep all of it; nothing was deleted.',
    )
    expect((await own.client.privacy.preview({ subject })).heldBack).toEqual([{ holdId: id, count: 1 }])
    expect((await own.client.people.list({}))[0]).toMatchObject({ name: 'Ada Okafor' })
    await own.client.privacy.lift({ id })
  }
  await own.client.privacy.forget({ subject, why: 'Asked for' })
  expect(await own.client.people.list({})).toEqual([])
  // that somebody was held stays, and no longer who
  expect((await own.client.privacy.holds()).map(({ label, why }) => [label, why])).toContainEqual([
    'Somebody who is not here any more',
    'Case 14',
  ])
})
