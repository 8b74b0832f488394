import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, expect, it } from 'vitest'
import { FileProblem, openFile, type OpenedTable } from '../../../engine/imports/readers/index.ts'
import { usualLimits } from '../../../engine/imports/readers/xlsx/workbook-archive.ts'
import { aWorkbook, rowsXml } from './a-workbook.ts'
import { readAll, readTable } from './in-a-file.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

/** More of everything for a long search: READER_FUZZ_EFFORT=50. */
const effort = Number(process.env['READER_FUZZ_EFFORT'] ?? 1)

const folder = makeTemporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** For the many files of a search: one after the other in the same place. */
function theFile(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const names = ['x.csv', 'x.txt', 'x.xlsx', 'x.xls', 'x.json', 'x.jsonl', 'x.vtt', 'x.srt', 'x.html', 'x']

/** Opens and reads everything. A FileProblem is an answer; whatever breaks a promise of the readers is returned. */
async function readCompletely(name: string, content: Buffer): Promise<string[]> {
  const breaches: string[] = []
  let cells = 0
  try {
    const opened = await openFile(theFile(name, content), {
      wholeJsonBytes: content.length % 2 === 0 ? 1 << 20 : 16,
      archiveLimits: { ...usualLimits, inflatedBytesPerPart: 1 << 20 },
    })
    if (opened.form === 'table')
      for (const table of opened.tables) cells += await readTableCompletely(table, breaches)
    if (opened.form === 'transcripts') for (const { segments } of opened.transcripts) cells += segments.length
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    if (!/^[^\n]+\.$/.test(error.message)) breaches.push(`no sentence: ${error.message}`)
  }
  if (cells > content.length * 8 + 8) breaches.push(`${cells} cells from ${content.length} bytes`)
  return breaches
}

async function readTableCompletely(table: OpenedTable, breaches: string[]): Promise<number> {
  const { columns } = table
  if (new Set(columns).size !== columns.length || columns.includes(''))
    breaches.push(`columns: ${columns.join('|')}`)
  let lastRowNumber = 0
  let cells = 0
  await table.rows(({ firstRowNumber, rows, problems }) => {
    if (rows.length > 0 && firstRowNumber <= lastRowNumber)
      breaches.push(`row ${firstRowNumber} after ${lastRowNumber}`)
    if (rows.length > 0) lastRowNumber = firstRowNumber + rows.length - 1
    for (const row of rows) {
      if (row.length < columns.length) breaches.push(`${row.length} cells for ${columns.length} columns`)
      for (const cell of row) if (cell !== '') cells++
    }
    for (const { message } of problems) if (!message.endsWith('.')) breaches.push(message)
  })
  return cells
}

const anyName = fc.constantFrom(...names)

it('any bytes under any name are read or refused, never worse', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
    fc
      .string({
        unit: fc.constantFrom(
          'a',
          '1',
          ',',
          ';',
          '"',
          '\n',
          '\r',
          '\t',
          '|',
          '{',
          '[',
          ':',
          '}',
          ']',
          '<',
          '>',
          '\u0000',
          'é',
          '-->',
        ),
        maxLength: 200,
      })
      .map((text) => Buffer.from(text)),
  )
  const start = fc.constantFrom(
    '',
    '\ufeff',
    'PK\u0003\u0004',
    '<table><tr><td>',
    'WEBVTT\n\n',
    '1\n00:00:01,000 --> 00:00:02,000\n',
    '{"a":',
    '[{',
    '[[',
    '{"a":1}\n{',
    'sep=',
    'a,b\n1,"',
    '%PDF-',
    'RIFF',
  )
  await fc.assert(
    fc.asyncProperty(anyName, start, bytes, async (name, beginning, rest) => {
      expect(await readCompletely(name, Buffer.concat([Buffer.from(beginning), Buffer.from(rest)]))).toEqual(
        [],
      )
    }),
    { numRuns: 150 * effort },
  )
})

const sound: [string, Buffer][] = [
  [
    'x.xlsx',
    aWorkbook({
      sheets: [
        {
          name: 'A',
          rowsXml: rowsXml([
            ['Agent', 'n'],
            ['Ann', 1],
            ['Bob', true],
          ]),
        },
      ],
      sharedStringsXml: '<si><t>x</t></si>',
      formats: [14, '[h]:mm'],
    }),
  ],
  [
    'x.xls',
    Buffer.from(
      '<html><table><tr><td rowspan=2>a<td colspan=3>b</tr><tr><td>1</td></tr><tr><td>2</td><td>&amp;</td></tr></table>',
    ),
  ],
  ['x.json', Buffer.from('{"data":[{"id":1,"a":{"b":"é"}},{"id":2,"tags":[1,2]}],"next":null}')],
  ['x.jsonl', Buffer.from('{"id":1,"a":{"b":2}}\n{"id":2}\n{"id":3,"x":[{"y":1}]}\n')],
  [
    'x.vtt',
    Buffer.from(
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>hello &amp; bye\n\n00:02.000 --> 00:03.000\nBob: yes\n',
    ),
  ],
  ['x.csv', Buffer.from('\ufeffid;note\n1;"two\nlines"\n2;"say ""hi"""\n', 'utf16le')],
  [
    'x.json',
    Buffer.from(
      JSON.stringify({
        segments: [{ start: 0, end: 1.5, text: 'hello you', words: [{ word: 'hello', start: 0, end: 1 }] }],
      }),
    ),
  ],
]

it('a sound file with any bytes changed, cut out or cut off is read or refused', async () => {
  const change = fc.record({ at: fc.nat(), value: fc.nat(255), length: fc.nat(6) })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sound),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.boolean(),
      async ([name, content], changes, cut, isCut) => {
        let bytes = Buffer.from(content)
        for (const { at, value, length } of changes) {
          const place = at % bytes.length
          bytes = Buffer.concat([
            bytes.subarray(0, place),
            Buffer.from([value]),
            bytes.subarray(Math.min(place + length, bytes.length)),
          ])
        }
        expect(await readCompletely(name, isCut ? bytes.subarray(0, cut % bytes.length) : bytes)).toEqual([])
      },
    ),
    { numRuns: 180 * effort },
  )
})

it('whatever stands in the cells of delimited text is read as it was written, in any encoding', async () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', ',', ';', '\t', '|', '"', '\n', 'é', '1', '.', '=', "'"),
    maxLength: 12,
  })
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 })
  const encodings = fc.constantFrom<'utf8' | 'latin1' | 'utf16le'>('utf8', 'latin1', 'utf16le')
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      encodings,
      async (grid, delimiter, newline, encoding) => {
        const data = grid.map((row, index) => [`row ${index}`, ...row])
        const table = [
          ['agent name', 'second column', 'third column', 'fourth column'],
          ...data,
          ['end', 'x', 'y', 'z'],
        ]
        const text = Papa.unparse(table, { delimiter, newline, quotes: true })
        const { cells, problems } = await readTable(
          'x.csv',
          Buffer.from(encoding === 'utf16le' ? `\ufeff${text}` : text, encoding),
        )
        expect(cells).toEqual([...data, ['end', 'x', 'y', 'z']])
        expect(problems).toEqual([])
      },
    ),
    { numRuns: 50 * effort },
  )
})

it('any JSON value is read or refused, and its records stay apart', async () => {
  const key = fc.constantFrom(
    'id',
    'data',
    'items',
    'text',
    'start',
    'end',
    'words',
    'segments',
    'speaker',
    'role',
    'offsets',
    'from',
    'to',
    'results',
    'channels',
    'alternatives',
    'Transcript',
    'Content',
    'ParticipantId',
    'phrases',
    'transcripts',
    'timestamp',
    'duration',
    '',
    '__proto__',
    'constructor',
  )
  const scalar = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('00:01:02.5', '1.4s', 'PT3S', '2025-01-01T00:00:00Z', 'agent'),
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(tree, anyName, async (value, name) => {
      expect(await readCompletely(name, Buffer.from(JSON.stringify(value)))).toEqual([])
    }),
    { numRuns: 180 * effort },
  )
})

it('a list of flat records is read record by record', async () => {
  const record = fc.dictionary(
    fc.constantFrom('alpha', 'beta', 'gamma'),
    fc.oneof(fc.string({ minLength: 1, maxLength: 6 }), fc.integer()),
    { minKeys: 1 },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { minLength: 1, maxLength: 20 }),
      fc.boolean(),
      async (records, byLine) => {
        const text =
          byLine && records.length > 1
            ? records.map((one) => JSON.stringify(one)).join('\n')
            : JSON.stringify(records)
        const opened = await openFile(theFile('x.json', text))
        if (opened.form !== 'table') throw new Error(opened.form)
        const [table] = opened.tables
        const { rows } = await readAll(table)
        expect(rows.map(({ rowNumber, cells }) => ({ rowNumber, cells }))).toEqual(
          records.map((one, index) => ({
            rowNumber: index + 1,
            cells: (table?.columns ?? []).map((column) => String(one[column] ?? '')),
          })),
        )
      },
    ),
    { numRuns: 50 * effort },
  )
})
