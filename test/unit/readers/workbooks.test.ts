import readXlsxFile from 'read-excel-file/node'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openFile } from '../../../engine/imports/readers/index.ts'
import { usualLimits } from '../../../engine/imports/readers/xlsx/workbook-archive.ts'
import { aWorkbook, columnName, escapeXml, rowsXml, type WorkbookInTest } from './a-workbook.ts'
import { aFile, openTables, readAll, readTable } from './in-a-file.ts'
import { zipOf } from './zip-writer.ts'

const header =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Value</t></is></c></row>'

/** The text of one cell in column B of a second row. */
async function cellText(
  cellXml: string,
  workbook: Partial<WorkbookInTest> = {},
): Promise<string | undefined> {
  const row = `<row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c>${cellXml}</row>`
  const { cells } = await readTable(
    'book.xlsx',
    aWorkbook({ sheets: [{ name: 'A', rowsXml: header + row }], ...workbook }),
  )
  return cells[0]?.[1]
}

it.each([
  ['a number', '<c r="B2"><v>1.0000000000000001E-2</v></c>', '0.01'],
  ['a whole number of fifteen digits', '<c r="B2"><v>300000004753945</v></c>', '300000004753945'],
  ['a number written with an exponent', '<c r="B2"><v>1.2E+15</v></c>', '1200000000000000'],
  ['true', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
  ['false', '<c r="B2" t="b"><v>0</v></c>', 'FALSE'],
  ['an error', '<c r="B2" t="e"><v>#N/A</v></c>', ''],
  ['the value a formula had when it was saved', '<c r="B2"><f>1+1</f><v>2</v></c>', '2'],
  ['the text a formula had when it was saved', '<c r="B2" t="str"><f>CONCAT(A1)</f><v>done</v></c>', 'done'],
  ['a formula that was never calculated', '<c r="B2"><f>NOW()</f></c>', ''],
  [
    'text in pieces',
    '<c r="B2" t="inlineStr"><is><r><t>two </t></r><r><rPr><b/></rPr><t>pieces</t></r><rPh sb="0" eb="1"><t>no</t></rPh></is></c>',
    'two pieces',
  ],
  [
    'escaped characters',
    '<c r="B2" t="inlineStr"><is><t>line_x000D_\nnext &amp; _x005F_x000D_</t></is></c>',
    'line\nnext & _x000D_',
  ],
  ['an ISO date', '<c r="B2" t="d"><v>2025-03-01T10:20:30</v></c>', '2025-03-01 10:20:30'],
])('%s is read as text', async (_, xml, text) => {
  expect(await cellText(xml)).toBe(text)
})

it.each<[string | number, number, string]>([
  [14, 45658, '2025-01-01 00:00:00'],
  [22, 45658.75, '2025-01-01 18:00:00'],
  ['yyyy-mm-dd hh:mm:ss', 45658.999999, '2025-01-02 00:00:00'],
  ['[$-409]d/mmm/yy;@', 45658, '2025-01-01 00:00:00'],
  ['"day "dd.mm.yyyy', 1, '1900-01-01 00:00:00'],
  [14, 59, '1900-02-28 00:00:00'],
  [14, 60, '1900-02-29 00:00:00'],
  [14, 61, '1900-03-01 00:00:00'],
  [20, 0.25, '6:00:00'],
  [21, 0.000069444446, '0:00:06'],
  [46, 1.5, '36:00:00'],
  ['[h]:mm:ss', 4.25, '102:00:00'],
  ['[hh]:mm', -0.5, '-12:00:00'],
  ['[mm]:ss', 0.0625, '1:30:00'],
  ['mm:ss', 0.00138888888888889, '0:02:00'],
  ['h:mm AM/PM', 0.5, '12:00:00'],
  ['h:mm', 1.25, '30:00:00'],
  ['h:mm', 45658.5, '2025-01-01 12:00:00'],
  ['0.00%', 0.85, '0.85'],
  ['#,##0.00 "h"', 12.5, '12.5'],
  ['[Red]0.0;[Blue]-0.0', 3, '3'],
  ['0.00E+00', 1234.5, '1234.5'],
  ['General', 7, '7'],
  ['@', 7, '7'],
])('a number with the format %j and value %d becomes %j', async (format, value, text) => {
  expect(await cellText(`<c r="B2" s="1"><v>${value}</v></c>`, { formats: [format] })).toBe(text)
})

it('days are counted from 1904 where the workbook says so', async () => {
  expect(await cellText('<c r="B2" s="1"><v>44196.5</v></c>', { formats: [22], is1904: true })).toBe(
    '2025-01-01 12:00:00',
  )
})

it('sheets come in the order of the workbook, hidden ones marked, empty ones left out', async () => {
  const rows = rowsXml([
    ['Agent', 'Calls'],
    ['Ann', 3],
  ])
  const { tables, details } = await openTables(
    'book.xlsx',
    aWorkbook({
      sheets: [
        { name: 'Second & last', rowsXml: rows },
        { name: 'Empty', rowsXml: '' },
        { name: 'Lists', rowsXml: rows, state: 'veryHidden' },
      ],
    }),
  )
  expect(tables.map(({ name, isHidden }) => ({ name, isHidden }))).toEqual([
    { name: 'Second & last', isHidden: false },
    { name: 'Lists', isHidden: true },
  ])
  expect(details.hiddenSheets).toEqual(['Lists'])
})

it.each([
  ['namespace prefixes', { prefix: 'x:' }],
  ['zip64 records', { isZip64: true }],
])('a workbook with %s is read', async (_, options) => {
  const sheet = {
    name: 'A',
    rowsXml:
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="s"><v>2</v></c><c><v>5</v></c></row>',
  }
  const sharedStringsXml =
    '<si><t>Agent</t></si><si><r><t>Ca</t></r><r><t>lls</t></r></si><si><t>Ann</t></si>'
  const { table, cells } = await readTable(
    'book.xlsx',
    aWorkbook({ sheets: [sheet], sharedStringsXml, ...options }),
  )
  expect(table.columns).toEqual(['Agent', 'Calls'])
  expect(cells).toEqual([['Ann', '5']])
})

it('row numbers are those Excel shows, across empty rows and a table that begins further down', async () => {
  const cell = (reference: string, text: string): string =>
    `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
  const xml = `<row r="1">${cell('A1', 'Report of March')}</row><row r="5">${cell('B5', 'Agent')}${cell('C5', 'Team')}</row><row r="6">${cell('B6', 'Ann')}${cell('C6', 'Blue')}</row><row r="9">${cell('B9', 'Bob')}</row><row r="900">${cell('C900', 'Green')}</row>`
  const [table] = (await openTables('book.xlsx', aWorkbook({ sheets: [{ name: 'A', rowsXml: xml }] }))).tables
  expect(table).toMatchObject({
    columns: ['column 1', 'Agent', 'Team'],
    preamble: ['Report of March'],
    firstDataRow: 6,
  })
  expect((await readAll(table)).rows).toEqual([
    { rowNumber: 6, cells: ['', 'Ann', 'Blue'] },
    { rowNumber: 9, cells: ['', 'Bob', ''] },
    { rowNumber: 900, cells: ['', '', 'Green'] },
  ])
})

it('a long sheet loses no row between the pieces it is read in', async () => {
  const rows = Array.from({ length: 12_345 }, (_, index) => [`agent ${index}`, index])
  const { table, cells } = await readTable(
    'book.xlsx',
    aWorkbook({ sheets: [{ name: 'A', rowsXml: rowsXml([['Agent', 'Calls'], ...rows]) }] }),
  )
  expect(table.firstDataRow).toBe(2)
  expect(cells).toEqual(rows.map((row) => row.map(String)))
})

it('merged header cells name every column they stand over', async () => {
  const rows = [
    [null, null, 'Calls', null, 'Quality', null],
    ['Agent', 'Team', 'Handled', 'Missed', 'Forms', 'Score'],
    ['Ann', 'Blue', 10, 1, 3, 80],
    ['Bob', 'Blue', 12, 2, 4, 90],
  ]
  const { table } = await readTable(
    'book.xlsx',
    aWorkbook({ sheets: [{ name: 'A', rowsXml: rowsXml(rows) }] }),
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

it.each([
  ['a part that unpacks to more than allowed', { ...usualLimits, inflatedBytesPerPart: 100_000 }],
  ['a part that is packed too tightly', { ...usualLimits, ratio: 5, ratioFromBytes: 100_000 }],
  ['too many parts', { ...usualLimits, entries: 3 }],
])('an archive with %s is refused as an archive bomb', async (_, archiveLimits) => {
  const rows = rowsXml([['Agent', 'Calls'], ...Array.from({ length: 10_000 }, () => ['Ann', 3])])
  const path = aFile('bomb.xlsx', aWorkbook({ sheets: [{ name: 'A', rowsXml: rows }] }))
  const reading = openFile(path, { archiveLimits }).then((opened) =>
    opened.form === 'table' ? opened.tables[0]?.rows(() => undefined) : undefined,
  )
  await expect(reading).rejects.toMatchObject({ name: 'FileProblem', code: 'archive-bomb' })
})

it('a sheet with a cell in an impossible column, rows out of order or a document type is refused as damaged', async () => {
  for (const xml of [
    '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>',
    '<row r="5"/><row r="4"/>',
    '<row r="9999999"/>',
    '<row r="1"><c',
  ]) {
    const book = aWorkbook({ sheets: [{ name: 'A', rowsXml: header + xml }] })
    await expect(openFile(aFile('book.xlsx', book))).rejects.toMatchObject({ code: 'damaged' })
  }
})

it('a cell of many megabytes is refused as an archive bomb before it fills the memory', async () => {
  const xml = `${header}<row r="2"><c r="A2" t="inlineStr"><is><t>${'x'.repeat(40 << 20)}</t></is></c></row>`
  const path = aFile('book.xlsx', aWorkbook({ sheets: [{ name: 'A', rowsXml: xml }] }))
  await expect(openFile(path)).rejects.toMatchObject({ code: 'archive-bomb' })
})

it('a workbook whose bytes were changed on the way is refused, not read with wrong cells', async () => {
  const book = aWorkbook({
    sheets: [
      {
        name: 'A',
        rowsXml: rowsXml([
          ['Agent', 'Calls'],
          ['Ann', 3],
        ]),
      },
    ],
    extraParts: [],
  })
  const stored = zipOf([
    ...['[Content_Types].xml', '_rels/.rels'].map((name) => ({ name, content: '<a/>' })),
    { name: 'xl/workbook.xml', content: '<workbook><sheets/></workbook>', isStored: true },
  ])
  const at = stored.indexOf('<sheets/>')
  stored.write('<sheetz/>', at)
  await expect(openFile(aFile('book.xlsx', stored))).rejects.toMatchObject({ code: 'damaged' })
  await expect(openFile(aFile('book.xlsx', book))).resolves.toMatchObject({ format: 'xlsx' })
})

const cell = fc.oneof(
  fc.constant(null),
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replace(/[^\P{C}\n]|_x|[\uFFFE\uFFFF]/gu, '').trim()),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
  fc.integer(),
  fc.boolean(),
)

it('every cell agrees with what another reader makes of the same workbook', async () => {
  const grids = fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(grids, fc.boolean(), async (grid, shares) => {
      const named = [['Name', 'B', 'C', 'D', 'E', 'F'], ...grid, ['end', 'v', 'w', 'x', 'y', 'z']]
      const texts: string[] = []
      const xml = shares ? withSharedStrings(named, texts) : rowsXml(named)
      const sharedStringsXml = texts
        .map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`)
        .join('')
      const book = aWorkbook({
        sheets: [{ name: 'A', rowsXml: xml }],
        ...(shares ? { sharedStringsXml } : {}),
      })
      const path = aFile('book.xlsx', book)
      const expected = (await readXlsxFile(path, { trim: false })) as unknown
      const sheets = expected as { data?: unknown[][] }[] | unknown[][]
      const oracle = (
        Array.isArray(sheets[0]) ? sheets : (sheets[0] as { data: unknown[][] }).data
      ) as unknown[][]
      const filled = oracle
        .slice(1)
        .map(textRow)
        .filter((row) => row.some((text) => text !== ''))
      const opened = await openFile(path)
      const table = opened.form === 'table' ? opened.tables[0] : undefined
      const all = [...(table?.headerRows ?? []), ...(await readAll(table)).rows.map(({ cells }) => cells)]
      const width = Math.max(...all.map((row) => row.length), 6)
      const padded = (row: string[]): string[] => [...row, ...Array<string>(width - row.length).fill('')]
      expect(all.slice(1).map(padded)).toEqual(filled.map(padded))
    }),
    { numRuns: 40 },
  )
})

function textRow(row: unknown[]): string[] {
  return row.map((value) => {
    if (value === null || value === undefined) return ''
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
    return typeof value === 'number' ? String(value) : (value as string)
  })
}

function withSharedStrings(
  grid: readonly (readonly (string | number | boolean | null)[])[],
  texts: string[],
): string {
  return grid
    .map((row, rowIndex) => {
      const cells = row.map((value, column) => {
        const reference = `${columnName(column)}${rowIndex + 1}`
        if (typeof value !== 'string')
          return rowsXml([[value]])
            .replace('A1', reference)
            .replace(/<\/?row[^>]*>/g, '')
        return `<c r="${reference}" t="s"><v>${texts.push(value) - 1}</v></c>`
      })
      return `<row r="${rowIndex + 1}">${cells.join('')}</row>`
    })
    .join('')
}
