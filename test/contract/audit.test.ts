import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { directClient, type Client } from '../../engine/direct-client.ts'
import { createEngine, type Engine } from '../../engine/index.ts'
import { connect } from '../../engine/store/index.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

let folder: string
let engine: Engine
let client: Client
const clock = { now: Date.UTC(2026, 2, 30, 12) }

async function open(readOnly = false): Promise<void> {
  engine = await createEngine({
    workspace: join(folder, 'workspace'),
    takesPaths: true,
    readOnly,
    now: () => clock.now,
  })
  client = directClient(engine)
}

/** Changes the log behind Debrief's back, as somebody with a database tool would. */
async function behindItsBack(sql: string): Promise<void> {
  await engine.close()
  const database = connect(join(folder, 'workspace', 'debrief.sqlite'), 'write')
  database.raw.exec(`DROP TRIGGER audit_log_is_not_changed; DROP TRIGGER audit_log_is_not_shortened; ${sql}`)
  database.raw.close()
  await open(true)
}

beforeEach(async () => {
  folder = makeTemporaryFolder()
  await open()
})
afterEach(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const acts = async () =>
  (await client.audit.list({})).entries
    .map(({ act, record, outcome }) => ({ act, record, outcome }))
    .toReversed()

async function someHistory(): Promise<void> {
  await client.workspace.setPreferences({ timeZone: 'Europe/Berlin' })
  await client.reviews.setMe({ name: 'Rita Example' })
  for (const name of ['One', 'Two', 'Three', 'Four']) {
    clock.now += 3_600_000
    await client.merging.setName({ name })
  }
}

describe('the audit log', () => {
  test('keeps what was changed, by whom and when, and nothing of what was only looked at', async () => {
    await client.workspace.summary()
    await client.workspace.setPreferences({ timeZone: 'Europe/Berlin' })
    await client.reviews.setMe({ name: 'Rita Example' })
    const { entries } = await client.audit.list({})
    expect(entries.map(({ act, who, at }) => [act, who === 'Rita Example', at])).toContainEqual([
      'workspace.setPreferences',
      false,
      clock.now,
    ])
    await client.merging.setName({ name: 'North' })
    expect((await client.audit.list({ limit: 1 })).entries[0]).toMatchObject({
      act: 'merging.setName',
      who: 'Rita Example',
      outcome: 'done',
    })
    expect(await acts()).not.toContainEqual(expect.objectContaining({ act: 'workspace.summary' }))
  })

  test('says nothing of what was refused before anything changed', async () => {
    const before = (await client.audit.head()).seq
    await expect(client.workspace.setPreferences({ timeZone: 'Mars/Olympus' })).rejects.toThrow(
      'Mars/Olympus',
    )
    expect((await client.audit.head()).seq).toBe(before)
  })

  test('holds, also after it was closed and opened, and in a copy', async () => {
    await someHistory()
    const head = await client.audit.head()
    expect(head.seq).toBeGreaterThanOrEqual(6)
    await engine.close()
    await open()
    expect(await client.audit.verify({ heads: [head] })).toMatchObject({
      broken: null,
      notes: [],
      beyondAnchor: 0,
    })
    const copy = join(folder, 'copy.sqlite')
    await client.workspace.backup({ file: copy })
    await engine.context.writes.idle()
    expect((await client.audit.list({ limit: 1 })).entries[0]!.act).toBe('workspace.backup')
  })

  test('is shown by pages, by act and by person', async () => {
    await someHistory()
    const first = await client.audit.list({ limit: 2 })
    expect(first.entries).toHaveLength(2)
    const second = await client.audit.list({ limit: 2, before: first.next })
    expect(second.entries[0]!.seq).toBe(first.entries[1]!.seq - 1)
    expect((await client.audit.list({ act: 'merging.' })).entries).toHaveLength(4)
    expect((await client.audit.list({ who: 'nobody' })).entries).toEqual([])
  })

  test('is told once in five minutes of a conversation that is looked at, without being waited for', async () => {
    await client.imports.quarantine({})
    await client.imports.quarantine({})
    await engine.context.writes.idle()
    const looks = async () => (await acts()).filter(({ act }) => act === 'imports.quarantine').length
    expect(await looks()).toBe(1)
    clock.now += 6 * 60_000
    await client.imports.quarantine({})
    await engine.context.writes.idle()
    expect(await looks()).toBe(2)
  })

  test('cannot be changed or shortened by a statement', async () => {
    await someHistory()
    const { raw } = engine.context.write!
    expect(() => raw.exec("UPDATE audit_log SET who = 'Mallory'")).toThrow('never changed')
    expect(() => raw.exec('DELETE FROM audit_log WHERE seq = 1')).toThrow('never shortened')
  })

  test('shows which entry was changed', async () => {
    await someHistory()
    await behindItsBack("UPDATE audit_log SET who = 'Mallory' WHERE seq = 3")
    expect((await client.audit.verify({})).broken).toEqual({
      seq: 3,
      sentence: 'Entry 3 was changed after it was written.',
    })
  })

  test('shows what was cut off at its end, also when Debrief went on writing', async () => {
    await someHistory()
    const { seq } = await client.audit.head()
    await behindItsBack(`DELETE FROM audit_log WHERE seq > ${seq - 2}`)
    expect((await client.audit.verify({})).broken?.sentence).toContain('cut short')
    await engine.close()
    await open()
    await client.merging.setName({ name: 'Five' })
    await client.merging.setName({ name: 'Six' })
    expect((await client.audit.verify({})).broken).toEqual({
      seq: seq - 1,
      sentence: `The log was found to end at entry ${seq - 2}, and had gone on to entry ${seq}: it was cut short, or an older copy of the workspace was put here.`,
    })
  })

  test('shows that what tells its length was removed with its end', async () => {
    await someHistory()
    const { seq } = await client.audit.head()
    await behindItsBack(`DELETE FROM audit_log WHERE seq > ${seq - 2}`)
    rmSync(join(folder, 'workspace', 'audit-head.json'))
    expect((await client.audit.verify({})).notes).toHaveLength(1)
    await engine.close()
    await open()
    await client.merging.setName({ name: 'Five' })
    expect((await client.audit.verify({})).notes[0]).toContain(`From entry ${seq - 1} on`)
  })

  test('is written line by line to a file that is not there yet', async () => {
    await someHistory()
    const file = join(folder, 'log.jsonl')
    const done = await client.audit.export({ file })
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(done.entries)
    expect(JSON.parse(lines[0]!)).toMatchObject({ seq: 1 })
    writeFileSync(file, 'mine')
    await expect(client.audit.export({ file })).rejects.toThrow('exists')
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  test('is written beside the workspace under a name of the day where none is given, also from a browser', async () => {
    await client.workspace.setPreferences({ timeZone: 'Pacific/Auckland' })
    await engine.close()
    engine = await createEngine({
      workspace: join(folder, 'workspace'),
      takesPaths: false,
      now: () => clock.now,
    })
    client = directClient(engine)
    clock.now = Date.UTC(2026, 2, 30, 12)
    const first = await client.audit.export({})
    expect(first.file).toBe(join(folder, 'debrief-log-2026-03-31.jsonl'))
    const lines = readFileSync(first.file, 'utf8').trim().split('\n')
    expect(lines).toHaveLength(first.entries)
    const [second, third] = await Promise.all([client.audit.export({ file: null }), client.audit.export({})])
    expect([second.file, third.file].toSorted()).toEqual([
      join(folder, 'debrief-log-2026-03-31-2.jsonl'),
      join(folder, 'debrief-log-2026-03-31-3.jsonl'),
    ])
    expect(second.entries).toBeGreaterThan(first.entries)
    expect((await client.audit.list({ limit: 1 })).entries[0]).toMatchObject({
      act: 'audit.export',
      outcome: 'done',
    })
    await expect(client.audit.export({ file: join(folder, '..', 'log.jsonl') })).rejects.toMatchObject({
      code: 'UNSUPPORTED',
    })
  })
})
