import { describe, expect, onTestFinished, test } from 'vitest'
import type { ImportField } from '../../../shared/domain/import-kinds.ts'
import { csv, mappingOf } from '../../robustness/support/files.ts'
import { openTestWorkspace } from '../../robustness/support/workspace.ts'

const nine = '2026-03-02T09:00:00Z'
const ten = '2026-03-02T10:00:00Z'

/** A workspace into which logs are put row by row; a log is its columns and its rows. */
async function open() {
  const workspace = await openTestWorkspace()
  onTestFinished(() => workspace.close())
  let n = 0
  return {
    ...workspace,
    async log(fields: readonly ImportField[], ...rows: string[][]) {
      const [report] = await workspace.take({
        name: `log-${++n}.csv`,
        source: 'acd',
        mapping: mappingOf('interactions', fields),
        content: csv(fields, rows),
      })
      const { added, updated, unchanged } = report!.rows
      return { importId: report!.importId!, rows: { added, updated, unchanged } }
    },
    contacts: () =>
      workspace.engine.context.read.raw
        .prepare(
          `SELECT contact_ref AS contact, leg_ref AS leg, started_at AS startedAt, talk_ms AS talk, hold_ms AS hold, identities.name AS agent
           FROM interactions LEFT JOIN identities ON identities.id = identity_id ORDER BY interactions.import_id, row_number`,
        )
        .all() as Record<string, unknown>[],
  }
}

const columns = ['contact.id', 'agent.name', 'contact.startedAt', 'interaction.talkTime'] as const
const withLegs = [
  'contact.id',
  'contact.legId',
  'agent.name',
  'contact.startedAt',
  'interaction.talkTime',
] as const
const nameless = ['agent.name', 'contact.startedAt', 'interaction.talkTime'] as const

describe('an id that is unique in the file', () => {
  test('is the key: a newer export corrects even the start and the agent', async () => {
    const { log, contacts } = await open()
    await log(columns, ['K-1', 'Ada Byron', nine, '60'])
    const again = await log(columns, ['K-1', 'Grace Hopper', ten, '61'])
    expect(again.rows).toEqual({ added: 0, updated: 1, unchanged: 0 })
    expect(contacts()).toMatchObject([{ agent: 'Grace Hopper', startedAt: Date.parse(ten), talk: 61_000 }])
  })

  test('a correction by a second counts as one', async () => {
    const { log, contacts } = await open()
    await log(columns, ['K-1', 'Ada Byron', nine, '60'])
    const again = await log(columns, ['K-1', 'Ada Byron', '2026-03-02T09:00:01Z', '60'])
    expect(again.rows).toEqual({ added: 0, updated: 1, unchanged: 0 })
    expect(contacts()).toMatchObject([{ startedAt: Date.parse(nine) + 1000 }])
  })
})

describe('an id that several rows bear', () => {
  test('means legs, told apart by start and agent, whatever their order in the next export', async () => {
    const { log, contacts } = await open()
    const first = await log(columns, ['K-1', 'Ada Byron', nine, '60'], ['K-1', 'Grace Hopper', ten, '90'])
    expect(first.rows.added).toBe(2)
    const again = await log(columns, ['K-1', 'Grace Hopper', ten, '95'], ['K-1', 'Ada Byron', nine, '60'])
    expect(again.rows).toEqual({ added: 0, updated: 1, unchanged: 1 })
    expect(contacts()).toMatchObject([
      { agent: 'Ada Byron', talk: 60_000 },
      { agent: 'Grace Hopper', talk: 95_000 },
    ])
  })

  test('means legs told apart by their own id first', async () => {
    const { log, contacts } = await open()
    await log(withLegs, ['K-1', '1', 'Ada Byron', nine, '60'], ['K-1', '2', 'Ada Byron', nine, '90'])
    const again = await log(withLegs, ['K-1', '2', 'Ada Byron', ten, '91'])
    expect(again.rows).toEqual({ added: 0, updated: 1, unchanged: 0 })
    expect(contacts()).toMatchObject([
      { leg: '1', talk: 60_000 },
      { leg: '2', talk: 91_000, startedAt: Date.parse(ten) },
    ])
  })

  test('does not overwrite the one leg that was known with another', async () => {
    const { log, contacts } = await open()
    await log(columns, ['K-1', 'Ada Byron', nine, '60'])
    const again = await log(columns, ['K-1', 'Grace Hopper', ten, '90'], ['K-1', 'Ada Byron', nine, '60'])
    expect(again.rows).toEqual({ added: 1, updated: 0, unchanged: 1 })
    expect(contacts()).toMatchObject([{ agent: 'Ada Byron' }, { agent: 'Grace Hopper' }])
  })

  test('means legs told apart by their line where nothing else does; the same line twice is one', async () => {
    const { log } = await open()
    const rows = [
      ['K-1', 'Ada Byron', nine, '60'],
      ['K-1', 'Ada Byron', nine, '90'],
      ['K-1', 'Ada Byron', nine, '60'],
    ]
    expect((await log(columns, ...rows)).rows).toEqual({ added: 2, updated: 0, unchanged: 1 })
    expect((await log(columns, ...rows)).rows).toEqual({ added: 0, updated: 0, unchanged: 3 })
  })
})

describe('rows without an id', () => {
  test('are the same where they say the same; alike rows stay as many as they are', async () => {
    const { log } = await open()
    const rows = [
      ['Ada Byron', nine, '60'],
      ['Ada Byron', nine, '60'],
      ['Ada Byron', ten, '60'],
    ]
    expect((await log(nameless, ...rows)).rows).toEqual({ added: 3, updated: 0, unchanged: 0 })
    expect((await log(nameless, ...rows.toReversed())).rows).toEqual({ added: 0, updated: 0, unchanged: 3 })
    expect((await log(nameless, rows[0]!, rows[0]!, rows[0]!)).rows).toEqual({
      added: 1,
      updated: 0,
      unchanged: 2,
    })
  })
})

describe('blank cells and missing columns', () => {
  test('state nothing: what stands stays, and the row agrees', async () => {
    const { log, contacts } = await open()
    await log([...columns, 'interaction.holdTime'], ['K-1', 'Ada Byron', nine, '60', '10'])
    expect((await log(columns, ['K-1', '', nine, '60'])).rows).toEqual({ added: 0, updated: 0, unchanged: 1 })
    expect((await log(['contact.id', 'interaction.talkTime'], ['K-1', '61'])).rows.updated).toBe(1)
    expect(contacts()).toEqual([
      {
        contact: 'K-1',
        leg: null,
        startedAt: Date.parse(nine),
        talk: 61_000,
        hold: 10_000,
        agent: 'Ada Byron',
      },
    ])
  })

  test('an answer keeps its comment, an evaluation its flags, a summary its other figures', async () => {
    const workspace = await openTestWorkspace()
    onTestFinished(() => workspace.close())
    const long = ['evaluation.id', 'agent.name', 'answer.question', 'answer.score'] as const
    const all = [...long, 'answer.comment', 'evaluation.isCalibration'] as const
    const take = (name: string, fields: readonly ImportField[], row: string[]) =>
      workspace.take({
        name,
        source: 'qa',
        mapping: mappingOf('evaluations', fields, { shape: 'long' }),
        content: csv(fields, [row]),
      })
    await take('all.csv', all, ['E-1', 'Ada Byron', 'Greeting', '5', 'warm', 'yes'])
    const [same] = await take('some.csv', long, ['E-1', 'Ada Byron', 'Greeting', '5'])
    expect(same!.rows).toMatchObject({ updated: 0, unchanged: 1 })
    await take('other.csv', long, ['E-1', 'Ada Byron', 'Greeting', '4'])
    const { raw } = workspace.engine.context.read
    expect(raw.prepare('SELECT score, comment FROM answers').all()).toEqual([{ score: 0.8, comment: 'warm' }])
    expect(raw.prepare('SELECT is_calibration, origin FROM evaluations').all()).toEqual([
      { is_calibration: 1, origin: 'human' },
    ])
    const period = ['agent.name', 'summary.from', 'summary.to', 'summary.n', 'summary.statistic'] as const
    for (const [metricId, value] of [
      ['csat_mean', '4.5'],
      ['aht', '300'],
    ] as const) {
      const mapping = mappingOf('workforce', period)
      mapping.columns = mapping.columns.map((column) =>
        column.field === 'summary.statistic'
          ? { ...column, transform: { as: 'number' }, statistic: { metricId, of: 'mean' } }
          : column,
      )
      const row = ['Ada Byron', '2026-03-01', '2026-03-07', '10', value]
      await workspace.take({ name: `${metricId}.csv`, source: 'board', mapping, content: csv(period, [row]) })
    }
    const [{ figures }] = raw.prepare('SELECT figures FROM period_summaries').all() as [{ figures: string }]
    expect(JSON.parse(figures)).toEqual([
      { metricId: 'aht', of: 'mean', value: 300 },
      { metricId: 'csat_mean', of: 'mean', value: 4.5 },
    ])
  })
})

test('undoing the first of three exports leaves what the others say', async () => {
  const { log, contacts, undo } = await open()
  const one = await log([...columns, 'interaction.holdTime'], ['K-1', 'Ada Byron', nine, '60', '10'])
  await log(columns, ['K-1', 'Ada Byron', nine, '60'])
  const three = await log(['contact.id', 'interaction.talkTime'], ['K-1', '75'])
  await undo(one.importId)
  expect(contacts()).toMatchObject([{ agent: 'Ada Byron', talk: 75_000, hold: null }])
  await undo(three.importId)
  expect(contacts()).toMatchObject([{ agent: 'Ada Byron', talk: 60_000, hold: null }])
})

test('a leg is matched again as if an undone import had never been there to match it with', async () => {
  const { log, contacts, undo } = await open()
  await log(columns, ['K-1', 'Ada Byron', nine, '60'])
  const legs = await log(columns, ['K-1', 'Ada Byron', nine, '60'], ['K-1', 'Grace Hopper', ten, '90'])
  await log(columns, ['K-1', 'Ben Marsh', '2026-03-02T11:00:00Z', '30'])
  expect(contacts()).toHaveLength(3)
  await undo(legs.importId)
  expect(contacts()).toMatchObject([{ agent: 'Ben Marsh', talk: 30_000 }])
})
