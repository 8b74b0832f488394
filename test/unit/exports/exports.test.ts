import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import papaparse from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csvWriter } from '../../../engine/exports/csv-writer.ts'
import type { ExportColumn, ExportRow } from '../../../engine/exports/export-table.ts'
import { parquetWriter } from '../../../engine/exports/parquet-writer.ts'
import { runHere } from '../../support/terminal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const columns: ExportColumn[] = (['text', 'integer', 'number', 'boolean', 'date', 'timestamp'] as const).map(
  (type) => ({ name: type, type, unit: '', meaning: '' }),
)
const rows: ExportRow[] = [
  ['=cmd()', 4_515_935_235_932_679, -0.5, 1, 20_689, 1_787_554_982_123],
  [null, null, null, null, null, null],
  ['a "quote", a\nline, Zoë 世界', -3, 0, 0, -1, 0],
]

test('CSV neutralises formulas, keeps negative numbers, and writes days and instants by ISO 8601', () => {
  const file = join(temporaryFolder(), 'a.csv')
  const writer = csvWriter(file, columns)
  writer.write(rows)
  writer.finish()
  const text = readFileSync(file, 'utf8')
  const { data } = papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  expect(data).toEqual([
    {
      text: "'=cmd()",
      integer: '4515935235932679',
      number: '-0.5',
      boolean: 'true',
      date: '2026-08-24',
      timestamp: '2026-08-24T07:03:02.123Z',
    },
    { text: '', integer: '', number: '', boolean: '', date: '', timestamp: '' },
    {
      text: 'a "quote", a\nline, Zoë 世界',
      integer: '-3',
      number: '0',
      boolean: 'false',
      date: '1969-12-31',
      timestamp: '1970-01-01T00:00:00.000Z',
    },
  ])
})

test('Parquet reads back with its logical types and its nulls', async () => {
  const path = join(temporaryFolder(), 'a.parquet')
  const writer = parquetWriter(path, columns)
  writer.write(rows)
  writer.finish()
  const file = await asyncBufferFromFile(path)
  expect(await parquetReadObjects({ file })).toEqual([
    {
      text: '=cmd()',
      integer: 4_515_935_235_932_679n,
      number: -0.5,
      boolean: true,
      date: new Date('2026-08-24'),
      timestamp: new Date('2026-08-24T07:03:02.123Z'),
    },
    { text: null, integer: null, number: null, boolean: null, date: null, timestamp: null },
    {
      text: 'a "quote", a\nline, Zoë 世界',
      integer: -3n,
      number: 0,
      boolean: false,
      date: new Date('1969-12-31'),
      timestamp: new Date(0),
    },
  ])
  const { schema } = await parquetMetadataAsync(file)
  expect(schema.slice(1).map(({ logical_type }) => logical_type?.type)).toEqual([
    'STRING',
    undefined,
    undefined,
    undefined,
    'DATE',
    'TIMESTAMP',
  ])
})

test('Parquet goes out in groups, so that memory does not grow with the rows', async () => {
  const path = join(temporaryFolder(), 'many.parquet')
  const writer = parquetWriter(path, [columns[1]!])
  const page = Array.from({ length: 5000 }, (_, at): ExportRow => [at])
  for (let at = 0; at < 24; at++) writer.write(page)
  writer.finish()
  const { num_rows, row_groups } = await parquetMetadataAsync(await asyncBufferFromFile(path))
  expect({ num_rows, groups: row_groups.length }).toEqual({ num_rows: 120_000n, groups: 6 })
})

const calls = [
  'contact_id,agent_name,agent_id,queue,started_at,talk_seconds,customer_id',
  ...Array.from(
    { length: 12_001 },
    (_, at) => `C-${at},Ada Byron,a1,+Billing,2026-03-02T09:00:00Z,120,555${at}`,
  ),
  '',
].join('\n')

describe('export', () => {
  test('writes every row of every table, without customers unless asked', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'calls.csv'), calls)
    const run = (...args: string[]) => runHere([...args, '--workspace', join(folder, 'ws')], folder)
    expect((await run('import', 'calls.csv')).exitCode).toBe(0)
    expect(await run('export', '--format', 'csv', '--output', 'out')).toMatchObject({
      exitCode: 0,
      stderr: '',
    })
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual([
      'agents.csv',
      'answers.csv',
      'contacts.csv',
      'evaluations.csv',
      'metric_values.csv',
      'ranking.csv',
      'shifts.csv',
      'surveys.csv',
      'transcript_measures.csv',
    ])
    const { data } = papaparse.parse<Record<string, string>>(
      readFileSync(join(folder, 'out', 'contacts.csv'), 'utf8'),
      { header: true, skipEmptyLines: true },
    )
    expect(new Set(data.map(({ contact_ref }) => contact_ref)).size).toBe(12_001)
    expect(data[0]).toMatchObject({
      queue: "'+Billing",
      started_at: '2026-03-02T09:00:00.000Z',
      talk_seconds: '120',
    })
    expect(Object.keys(data[0]!)).not.toContain('customer_hash')

    await run(
      'export',
      '--format',
      'parquet',
      '--output',
      'asked',
      '--tables',
      'contacts,metric_values',
      '--with-customers',
    )
    expect(readdirSync(join(folder, 'asked')).toSorted()).toEqual([
      'contacts.parquet',
      'metric_values.parquet',
    ])
    const read = async (name: string) =>
      parquetReadObjects({ file: await asyncBufferFromFile(join(folder, 'asked', name)) })
    const contacts = await read('contacts.parquet')
    expect(contacts).toHaveLength(12_001)
    expect(typeof contacts[0]!.customer_hash).toBe('bigint')
    const values = await read('metric_values.parquet')
    expect(values).toContainEqual(
      expect.objectContaining({ metric_id: 'talk_time', n: 12_001, value: 120, day: new Date('2026-03-02') }),
    )
  })

  test('leaves what was there when a table cannot be written', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'calls.csv'), calls.slice(0, 200).replace(/\n[^\n]*$/, '\n'))
    const run = (...args: string[]) => runHere([...args, '--workspace', join(folder, 'ws')], folder)
    await run('import', 'calls.csv')
    mkdirSync(join(folder, 'out', 'surveys.csv.unfinished'), { recursive: true })
    writeFileSync(join(folder, 'out', 'contacts.csv'), 'as it was')
    const { exitCode, stderr } = await run('export', '--format', 'csv', '--output', 'out')
    expect(exitCode).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(readFileSync(join(folder, 'out', 'contacts.csv'), 'utf8')).toBe('as it was')
    expect(existsSync(join(folder, 'out', 'agents.csv'))).toBe(false)
  })

  test.each([
    [['export', '--output', 'x'], 'export needs --format csv or --format parquet.'],
    [['export', '--format', 'csv'], 'export needs --output with a folder.'],
    [['export', '--format', 'csv', '--output', 'x', '--tables', 'agents,money'], 'not "money".'],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { exitCode, stderr } = await runHere(args, temporaryFolder())
    expect(exitCode).toBe(2)
    expect(stderr.split('\n')[0]).toContain(sentence)
  })
})
