import { appendFileSync, rmSync, truncateSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openFile } from '../../../engine/imports/readers/index.ts'
import { aFile, openTables, readAll, readTable } from './in-a-file.ts'

const greek = 'Agent,Note\nZoë,café\nÁine,naïve\n'

it.each([
  ['UTF-8', Buffer.from(greek), 'utf-8', false],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${greek}`), 'utf-8', true],
  ['UTF-16 little endian', Buffer.from(greek, 'utf16le'), 'utf-16le', false],
  ['UTF-16 little endian with a byte order mark', Buffer.from(`\ufeff${greek}`, 'utf16le'), 'utf-16le', true],
  ['UTF-16 big endian', Buffer.from(greek, 'utf16le').swap16(), 'utf-16be', false],
  [
    'UTF-16 big endian with a byte order mark',
    Buffer.from(`\ufeff${greek}`, 'utf16le').swap16(),
    'utf-16be',
    true,
  ],
  ['Windows-1252', Buffer.from(greek, 'latin1'), 'windows-1252', false],
])('text in %s is read as written', async (_, bytes, encoding, hasByteOrderMark) => {
  const { details, tables } = await openTables('export.csv', bytes)
  const { rows } = await readAll(tables[0])
  expect(details).toMatchObject({ encoding, hasByteOrderMark, delimiter: ',' })
  expect(tables[0]?.columns).toEqual(['Agent', 'Note'])
  expect(rows).toEqual([
    { rowNumber: 2, cells: ['Zoë', 'café'] },
    { rowNumber: 3, cells: ['Áine', 'naïve'] },
  ])
})

it('Windows-1252 quotation marks and euro signs keep their meaning', async () => {
  const { cells } = await readTable(
    'export.csv',
    Buffer.from([...Buffer.from('a,b\n1,'), 0x93, 0x80, 0x94, 0x0a]),
  )
  expect(cells).toEqual([['1', '“€”']])
})

it('a file that shows its Windows-1252 only after a megabyte of plain text is read as Windows-1252', async () => {
  const plain = `id,name\n${'1,plain\n'.repeat(200_000)}`
  const { rows } = await readAll(
    (await openTables('export.csv', Buffer.concat([Buffer.from(plain), Buffer.from('2,Zoë\n', 'latin1')])))
      .tables[0],
  )
  expect(rows.at(-1)).toEqual({ rowNumber: 200_002, cells: ['2', 'Zoë'] })
})

it('characters cut between two pieces of the file stay whole', async () => {
  const text = `id,name\n${'1,žluťoučký 猫 🐈\n'.repeat(80_000)}`
  const { rows } = await readAll((await openTables('export.csv', text)).tables[0])
  expect(rows).toHaveLength(80_000)
  expect(new Set(rows.map(({ cells }) => cells[1]))).toEqual(new Set(['žluťoučký 猫 🐈']))
})

it('exports in two encodings that were appended to each other are both read', async () => {
  const bytes = Buffer.concat([Buffer.from('id,name\n1,Zoë\n'), Buffer.from('2,Zoë\n', 'latin1')])
  expect((await readTable('export.csv', bytes)).cells).toEqual([
    ['1', 'Zoë'],
    ['2', 'Zoë'],
  ])
})

it.each([
  ['commas', ','],
  ['semicolons', ';'],
  ['tabs', '\t'],
  ['pipes', '|'],
])('%s are found as the delimiter though the texts are full of others', async (_, delimiter) => {
  const others = [',', ';', '\t', '|'].filter((one) => one !== delimiter)
  const lines = ['agent', 'call', 'note', 'seconds'].join(delimiter)
  const rows = Array.from({ length: 20 }, (_unused, index) =>
    ['Ann', `C${index}`, `"said${others[index % 3]} then${others[(index + 1) % 3]}"`, String(index)].join(
      delimiter,
    ),
  )
  const { details, tables } = await openTables('export.txt', [lines, ...rows].join('\n'))
  expect(details.delimiter).toBe(delimiter)
  expect(tables[0]?.columns).toEqual(['agent', 'call', 'note', 'seconds'])
})

it('decimal commas do not make a comma the delimiter', async () => {
  const { details } = await openTables('export.csv', `agent;score;time\nAnn;1,5;2,25\nBob;2,5;3,75\n`)
  expect(details.delimiter).toBe(';')
})

it("Excel's own first line names the delimiter and is not counted as a row", async () => {
  const { details, tables } = await openTables('export.csv', 'sep=|\r\na|b\r\n1|2\r\n')
  expect(details.delimiter).toBe('|')
  expect((await readAll(tables[0])).rows).toEqual([{ rowNumber: 2, cells: ['1', '2'] }])
})

it.each(['\n', '\r\n', '\r'])(
  'lines that end in %j are told apart, and row numbers count a cell with line breaks once',
  async (lineEnd) => {
    const text = ['id,note', '1,"two', 'lines"', '2,one', '', '3,after an empty line'].join(lineEnd)
    const { rows, emptyRows } = await readAll((await openTables('export.csv', text)).tables[0])
    expect(rows).toEqual([
      { rowNumber: 2, cells: ['1', 'two\nlines'] },
      { rowNumber: 3, cells: ['2', 'one'] },
      { rowNumber: 5, cells: ['3', 'after an empty line'] },
    ])
    expect(emptyRows).toBe(1)
  },
)

it('rows of another width are kept and reported', async () => {
  const { cells, problems } = await readTable('export.csv', 'a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3,,\n,,,\n')
  expect(cells).toEqual([
    ['1', '2', '3'],
    ['4', '5', ''],
    ['6', '7', '8', '9'],
    ['1', '2', '3'],
  ])
  expect(problems).toEqual([
    { rowNumber: 3, code: 'too-short', message: 'Row 3 has 2 of 3 cells.' },
    { rowNumber: 4, code: 'too-long', message: 'Row 4 has 4 cells for 3 columns.' },
  ])
})

it('a quote that is never closed does not swallow the rows below it', async () => {
  const { cells, problems } = await readTable(
    'export.csv',
    'id,note,score\n1,fine,5\n2,"lost,4\n3,fine,3\n4,fine,2\n',
  )
  expect(cells).toEqual([
    ['1', 'fine', '5'],
    ['2', '"lost', '4'],
    ['3', 'fine', '3'],
    ['4', 'fine', '2'],
  ])
  expect(problems).toMatchObject([{ rowNumber: 3, code: 'unclosed-quote' }])
})

it('an unclosed quote is found although a later quoted cell seems to close it', async () => {
  const { cells, problems } = await readTable(
    'export.csv',
    'id,note,score\n1,"lost,4\n2,"fine",3\n3,"fine, too",2\n',
  )
  expect(cells).toEqual([
    ['1', '"lost', '4'],
    ['2', 'fine', '3'],
    ['3', 'fine, too', '2'],
  ])
  expect(problems.map(({ rowNumber, code }) => [rowNumber, code])).toEqual([[2, 'unclosed-quote']])
})

it('a text of several lines with quotes that were not doubled stays one cell and is reported', async () => {
  const { cells, problems } = await readTable(
    'export.csv',
    'id,note,score\n1,"He said "no" twice\nand left",4\n2,fine,3\n',
  )
  expect(cells).toEqual([
    ['1', 'He said "no" twice\nand left', '4'],
    ['2', 'fine', '3'],
  ])
  expect(problems).toMatchObject([{ rowNumber: 2, code: 'broken-quotes' }])
})

it.each([
  ['in every line', `id,note\n${'1,"x\n'.repeat(300_000)}`, 300_000],
  ['in every second line', `id,note\n${'1,"x\n"y,2\n'.repeat(60_000)}`, 120_000],
  ['once at the beginning', `id,note\n1,"lost\n${'2,kept\n'.repeat(500_000)}`, 500_001],
])('with a lone quote %s every line is still read, in bounded time', async (_, text, count) => {
  const { table, cells } = await readTable('export.csv', text)
  expect(table.columns).toEqual(['id', 'note'])
  expect(cells).toHaveLength(count)
})

it('report titles above the header are kept apart and a total row below stays a row', async () => {
  const text =
    'Agent Performance\nGenerated on,2025-03-01 09:00\n\nAgent,Calls,AHT,Score\nAnn,10,240,0.9\nBob,12,300,0.8\nTotal,22,,\n'
  const { table, cells } = await readTable('export.csv', text)
  expect(table).toMatchObject({
    columns: ['Agent', 'Calls', 'AHT', 'Score'],
    headerRows: [['Agent', 'Calls', 'AHT', 'Score']],
    preamble: ['Agent Performance', 'Generated on 2025-03-01 09:00'],
    firstDataRow: 5,
  })
  expect(cells.at(-1)).toEqual(['Total', '22', '', ''])
})

it('titles padded to the width of the table are still titles', async () => {
  const { table } = await readTable(
    'export.csv',
    'Adherence report,,,,\nFrom,2025-01-01,,,\nAgent,Team,Mon,Tue,Wed\nAnn,A,1,2,3\nBob,A,3,2,1\n',
  )
  expect(table.preamble).toEqual(['Adherence report', 'From 2025-01-01'])
  expect(table.columns).toEqual(['Agent', 'Team', 'Mon', 'Tue', 'Wed'])
})

it("a survey's choices in a second header row are joined to their question", async () => {
  const text = [
    'Respondent ID,Collector ID,Start Date,How satisfied were you?,Which topics?,,Anything else?',
    ',,,Response,Billing,Delivery,Open-Ended Response',
    '101,7,2025-01-01,4,Billing,,"Thank you,\nreally"',
    '102,7,2025-01-02,5,,Delivery,',
  ].join('\n')
  const { table, cells } = await readTable('survey.csv', text)
  expect(table.columns).toEqual([
    'Respondent ID',
    'Collector ID',
    'Start Date',
    'How satisfied were you?',
    'Which topics? - Billing',
    'Which topics? - Delivery',
    'Anything else?',
  ])
  expect(table.headerRows).toHaveLength(2)
  expect(table.firstDataRow).toBe(3)
  expect(cells).toHaveLength(2)
})

it('groups above the header are put in front of their columns', async () => {
  const { table } = await readTable(
    'export.csv',
    ',,Calls,,Quality,\nAgent,Team,Handled,Missed,Forms,Score\nAnn,A,10,1,3,80\nBob,A,12,2,4,90\n',
  )
  expect(table.columns).toEqual([
    'Agent',
    'Team',
    'Calls - Handled',
    'Calls - Missed',
    'Quality - Forms',
    'Quality - Score',
  ])
})

it('a header above rows of nothing but text has one row', async () => {
  const { table, cells } = await readTable('agents.csv', 'Name,Team,Note\nAnn,Blue,New\nBob,Green,Senior\n')
  expect(table.headerRows).toEqual([['Name', 'Team', 'Note']])
  expect(cells).toHaveLength(2)
})

it('a column without a name does not make a second header row', async () => {
  const { table } = await readTable('agents.csv', ',Team,Note\nAnn,Blue,New\nBob,Green,Senior\n')
  expect(table.headerRows).toHaveLength(1)
  expect(table.columns).toEqual(['column 1', 'Team', 'Note'])
})

it('a file without a header keeps its first row as data', async () => {
  const { table, cells } = await readTable('export.txt', 'ann|2025-01-01|300\nbob|2025-01-02|200\n')
  expect(table.columns).toEqual(['column 1', 'column 2', 'column 3'])
  expect(table.headerRows).toEqual([])
  expect(cells[0]).toEqual(['ann', '2025-01-01', '300'])
})

it('dates as column names over numbers are a header', async () => {
  const { table, cells } = await readTable(
    'adherence.csv',
    'Agent,2025-01-01,2025-01-02\nAnn,7.5,8\nBob,6,8\n',
  )
  expect(table.columns).toEqual(['Agent', '2025-01-01', '2025-01-02'])
  expect(cells).toHaveLength(2)
})

it('a delimiter at the end of every line makes no column', async () => {
  const { table, cells, problems } = await readTable('export.csv', 'a,b,\n1,2,\n3,4,\n')
  expect(table.columns).toEqual(['a', 'b'])
  expect(table.sample).toEqual(cells)
  expect(cells).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
  expect(problems).toEqual([])
})

it('columns without a name and with the same name get names of their own', async () => {
  const { table } = await readTable('export.csv', 'Score,,Score,Note,Score (2)\n1,2,3,a,5\n2,3,4,b,6\n')
  expect(table.columns).toEqual(['Score', 'column 2', 'Score (3)', 'Note', 'Score (2)'])
})

it('a receiver that takes its time is waited for, one batch after the other', async () => {
  const [table] = (
    await openTables('export.csv', `id,note\n${'1,some text to fill the file\n'.repeat(100_000)}`)
  ).tables
  let isBusy = false
  let batches = 0
  await table?.rows(async () => {
    expect(isBusy).toBe(false)
    isBusy = true
    await setTimeout(1)
    isBusy = false
    batches++
  })
  expect(batches).toBeGreaterThan(1)
})

it('progress never falls and ends at one', async () => {
  const shares: number[] = []
  const [table] = (
    await openTables('export.csv', `id,note\n${'1,some text to fill the file\n'.repeat(100_000)}`)
  ).tables
  await table?.rows(() => undefined, { onProgress: (share) => shares.push(share) })
  expect(shares.length).toBeGreaterThan(1)
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
  expect(shares.at(-1)).toBe(1)
})

it('reading stops when it is cancelled, with the reason that was given', async () => {
  const [table] = (
    await openTables('export.csv', `id,note\n${'1,some text to fill the file\n'.repeat(100_000)}`)
  ).tables
  const controller = new AbortController()
  const reading = table?.rows(() => controller.abort(new Error('cancelled')), { signal: controller.signal })
  await expect(reading).rejects.toThrow('cancelled')
})

it.each([
  ['vanishes', rmSync, 'missing'],
  ['grows', (path: string) => appendFileSync(path, '3,4\n'), 'changed'],
  ['is cut off', (path: string) => truncateSync(path, 5), 'changed'],
])('a file that %s after it was opened is refused when its rows are read', async (_, change, code) => {
  const path = aFile('export.csv', 'a,b\n1,2\n2,3\n')
  const opened = await openFile(path)
  change(path)
  const reading = opened.form === 'table' ? opened.tables[0]?.rows(() => undefined) : undefined
  await expect(reading).rejects.toMatchObject({ name: 'FileProblem', code })
})
