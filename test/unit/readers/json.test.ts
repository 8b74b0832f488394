import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openFile } from '../../../engine/imports/readers/index.ts'
import { createElementScanner } from '../../../engine/imports/readers/json/element-scanner.ts'
import { aFile, openTables, readAll, readTable } from './in-a-file.ts'

const calls = [
  {
    id: 'C1',
    agent: { name: 'Ann', team: null },
    seconds: 61.5,
    tags: ['vip', 'late'],
    legs: [{ to: 'x' }],
    done: true,
  },
  { id: 'C2', agent: { name: 'Bob' }, score: 4, done: false },
]

it('a list of records becomes a table with a column for every path', async () => {
  const { table, cells } = await readTable('calls.json', JSON.stringify(calls, null, 2))
  expect(table.columns).toEqual([
    'id',
    'agent.name',
    'agent.team',
    'seconds',
    'tags',
    'legs',
    'done',
    'score',
  ])
  expect(cells).toEqual([
    ['C1', 'Ann', '', '61.5', 'vip; late', '[{"to":"x"}]', 'TRUE', ''],
    ['C2', 'Bob', '', '', '', '', 'FALSE', '4'],
  ])
})

it.each([
  ['data', { data: calls, meta: { total: 2 } }, 'data'],
  ['result.items', { status: 'ok', result: { items: calls, next: null } }, 'result.items'],
  ['the only list of objects', { report: 'calls', lines: calls }, 'lines'],
  [
    'satisfaction_ratings',
    { satisfaction_ratings: calls, next_page: null, count: 2 },
    'satisfaction_ratings',
  ],
])('the list of records is found behind %s', async (_, value, path) => {
  const { details, tables } = await openTables('calls.json', JSON.stringify(value))
  expect(details.recordPath).toBe(path)
  expect((await readAll(tables[0])).rows.map(({ rowNumber, cells }) => [rowNumber, cells[0]])).toEqual([
    [1, 'C1'],
    [2, 'C2'],
  ])
})

it.each([
  [
    'with its header as the first row',
    [
      ['agent', 'calls'],
      ['Ann', 3],
      ['Bob', null],
    ],
    '',
  ],
  [
    'with its columns named beside it',
    {
      columns: [{ name: 'agent' }, 'calls'],
      rows: [
        ['Ann', 3],
        ['Bob', null],
      ],
    },
    'rows',
  ],
])('a table written as a list of lists, %s, is read', async (_, value, path) => {
  const { details, tables } = await openTables('calls.json', JSON.stringify(value))
  expect(details.recordPath).toBe(path)
  expect(tables[0]?.columns).toEqual(['agent', 'calls'])
  expect((await readAll(tables[0])).rows.map(({ cells }) => cells)).toEqual([
    ['Ann', '3'],
    ['Bob', ''],
  ])
})

it('a single flat object is a table of one row', async () => {
  const { cells } = await readTable('call.json', '{"id": "C1", "agent": {"name": "Ann"}}')
  expect(cells).toEqual([['C1', 'Ann']])
})

it('ids too long for a number keep their digits', async () => {
  const { cells } = await readTable(
    'calls.json',
    '[{"id": 12345678901234567890, "n": 3, "share": 0.12345678901234567}]',
  )
  expect(cells).toEqual([['12345678901234567890', '3', '0.12345678901234566']])
})

it('an evaluation with its questions and answers is handed on as a tree', async () => {
  const tree = {
    evaluationId: 'E1',
    metadata: { score: { percentage: 90 } },
    questions: [{ questionRefId: 'q1', answer: { value: '1' } }],
  }
  expect(await openFile(aFile('evaluation.json', JSON.stringify(tree)))).toEqual({
    form: 'document',
    format: 'json',
    document: tree,
  })
})

it('JSON written by a shell in UTF-16 is read', async () => {
  const { cells } = await readTable(
    'calls.json',
    Buffer.from(`\ufeff${JSON.stringify([{ agent: 'Zoë', n: 1 }])}`, 'utf16le'),
  )
  expect(cells).toEqual([['Zoë', '1']])
})

it('JSON lines are rows by line; lines that are none are reported with their text', async () => {
  const lines = [
    '{"id":"C1","n":1}',
    '{"id":"C2","n":2}',
    '',
    '{"id":"C3",',
    '[1,2]',
    '{"id":"C4","n":4,"late":true}',
  ]
  const [table] = (await openTables('calls.jsonl', lines.join('\r\n'))).tables
  const { rows, problems } = await readAll(table)
  expect(table?.columns).toEqual(['id', 'n', 'late'])
  expect(rows).toEqual([
    { rowNumber: 1, cells: ['C1', '1', ''] },
    { rowNumber: 2, cells: ['C2', '2', ''] },
    { rowNumber: 6, cells: ['C4', '4', 'TRUE'] },
  ])
  expect(problems).toEqual([
    { rowNumber: 4, code: 'not-json', message: 'Line 4 is no complete JSON.', text: '{"id":"C3",' },
    { rowNumber: 5, code: 'not-a-record', message: 'Line 5 holds no record.', text: '[1,2]' },
  ])
})

it('a file too large to be parsed whole gives the same rows as one that is not', async () => {
  const records = Array.from({ length: 3000 }, (_, index) => ({
    id: `C${index}`,
    note: 'she said "no" \\ and left {[',
    agent: { name: 'Zoë' },
    tags: ['a', 'b'],
  }))
  for (const value of [records, { meta: { columns: [{ name: 'id' }] }, rows: records }]) {
    const path = aFile('calls.json', JSON.stringify(value, null, 1))
    const streamed = await openFile(path, { wholeJsonBytes: 1000 })
    const whole = await openFile(aFile('calls.json', JSON.stringify(records)))
    if (streamed.form !== 'table' || whole.form !== 'table') throw new Error('no table')
    expect(streamed.tables[0]?.columns).toEqual(whole.tables[0]?.columns)
    expect(await readAll(streamed.tables[0])).toEqual(await readAll(whole.tables[0]))
  }
})

it('a large file that is cut off, and one whose record is broken, say so', async () => {
  const records = Array.from({ length: 100 }, (_, index) => ({ id: `C${index}` }))
  const text = JSON.stringify(records)
  await expect(
    openFile(aFile('torn.json', text.slice(0, -30)), { wholeJsonBytes: 10 }),
  ).rejects.toMatchObject({ code: 'torn' })
  const broken = await openFile(aFile('broken.json', text.replace('"C7"', 'C7')), { wholeJsonBytes: 10 })
  const { rows, problems } = await readAll(broken.form === 'table' ? broken.tables[0] : undefined)
  expect(rows).toHaveLength(99)
  expect(rows[7]).toEqual({ rowNumber: 9, cells: ['C8'] })
  expect(problems).toEqual([
    { rowNumber: 8, code: 'not-json', message: 'Record 8 is no complete record.', text: '{"id":C7}' },
  ])
})

it('fields that appear too late for a column are reported, not lost', async () => {
  const records = [...Array.from({ length: 5000 }, (_, index) => ({ id: index })), { id: 5000, late: 'seen' }]
  const opened = await openFile(aFile('calls.json', JSON.stringify(records)), { wholeJsonBytes: 10 })
  const { problems } = await readAll(opened.form === 'table' ? opened.tables[0] : undefined)
  expect(problems).toEqual([
    {
      rowNumber: 5001,
      code: 'unexpected-field',
      message: 'Record 5001 has fields no earlier record had: late.',
      text: '{"late":"seen"}',
    },
  ])
})

it('elements are cut from a list exactly, wherever the text is divided', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      (list, size, isWrapped) => {
        const text = JSON.stringify(isWrapped ? { 'a"\\': 1, list, end: {} } : list, null, size % 3)
        const scanner = createElementScanner(isWrapped ? 'list' : '')
        const found: unknown[] = []
        for (let start = 0; start < text.length; start += size) {
          for (const element of scanner.scan(text.slice(start, start + size)))
            found.push(JSON.parse(element.text))
        }
        expect(found).toEqual(JSON.parse(JSON.stringify(list)))
        expect(scanner.isComplete()).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
