import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { expect, onTestFinished, test } from 'vitest'
import { csvWriter } from '../../engine/exports/csv-writer.ts'
import { neutralised, restored } from '../../engine/formula-cells.ts'
import { exportTableNames } from '../../shared/contract/exports.ts'
import { openWorkspace } from '../support/workspace.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { tally } from './support/tally.ts'

const { tried } = tally('formula injection')

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example")',
]
const before = [
  '',
  ' ',
  '  \t',
  '\t',
  '\r',
  '\n',
  '\u00a0',
  '\u200b',
  '\u2060',
  '\ufeff',
  '"',
  '" ',
  '“',
  "'",
  "''",
  '‘',
]
const wide: Record<string, string> = { '=': '＝', '+': '＋', '-': '－', '@': '＠' }
const small: Record<string, string> = { '=': '﹦', '+': '﹢', '-': '﹣', '@': '﹫' }
const payloads = formulas.flatMap((formula) =>
  [formula, `${wide[formula[0]!]}${formula.slice(1)}`, `${small[formula[0]!]}${formula.slice(1)}`].flatMap(
    (one) => before.map((start) => `${start}${one}`),
  ),
)
/** What a spreadsheet may look at once more after it has dropped blanks, quotes and signs without width. */
const isLive = (cell: string) =>
  !cell.startsWith("'") &&
  /^[\s\u200b\u2060\ufeff"“‘]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u.test(cell) &&
  !/^[+-]?\d+(\.\d+)?$/.test(cell)

test('no text can be taken for a formula, and it comes back as it was', () => {
  for (const payload of payloads) {
    expect([payload, tried(isLive(neutralised(payload)))]).toEqual([payload, false])
    expect(restored(neutralised(payload))).toBe(payload)
  }
})

test('numbers stay numbers, and texts that only hold such signs stay as they are', () => {
  for (const text of ['-5', '+0.25', '-1e-7', '12', 'a=b', 'call-back', 'x@example.com', '5 - 3', '', "it's"])
    expect(neutralised(text)).toBe(text)
})

test('no cell that is written into an export is one', () => {
  const file = join(temporaryFolder(), 'a.csv')
  const columns = payloads.slice(0, 2).map((name) => ({ name, type: 'text' as const, unit: '', meaning: '' }))
  const writer = csvWriter(file, columns)
  writer.write(payloads.map((payload) => [payload, `x${payload}`]))
  writer.finish()
  const { data } = Papa.parse<string[]>(readFileSync(file, 'utf8').trimEnd())
  expect(data).toHaveLength(payloads.length + 1)
  for (const cell of data.slice(1).flat()) expect([cell, tried(isLive(cell))]).toEqual([cell, false])
})

test('what was imported as a formula leaves as text in every table of an export', async () => {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const names = ['=1+1', '@SUM(A1)', ' =2+2', '＝3+3', '-4+4 Kim', '+5+5 Ann']
  const rows = names.map((name, at) =>
    [
      `=C${at}`,
      `2026-03-${10 + at} 09:00`,
      name,
      `=Queue${at}`,
      '-5',
      '00:05:00',
      `=HYPERLINK("http://evil.example/${at}")`,
    ]
      .map(quoted)
      .join(','),
  )
  await workspace.tryTaking(
    'contacts.csv',
    `Contact ID,Start Time,Agent,Queue,CSAT,Handle Time,Customer Comment\n${rows.join('\n')}\n`,
  )
  await workspace.tryTaking(
    'roster.csv',
    `Employee ID,Agent Name,Team\n${names.map((name, at) => [`=E${at}`, name, `=Team${at}`].map(quoted).join(',')).join('\n')}\n`,
  )
  const directory = join(workspace.folder, 'out')
  for await (const progress of await workspace.client.exports.write({
    format: 'csv',
    directory,
    withCustomers: true,
  }))
    void progress
  expect(readdirSync(directory).toSorted()).toEqual(exportTableNames.map((name) => `${name}.csv`).toSorted())
  let texts = 0
  for (const file of readdirSync(directory))
    for (const cell of Papa.parse<string[]>(readFileSync(join(directory, file), 'utf8')).data.flat()) {
      expect([file, cell, tried(isLive(cell))]).toEqual([file, cell, false])
      if (/^'\s*[=@＝]/.test(cell)) texts += 1
    }
  expect(texts).toBeGreaterThan(names.length)
})
