import { expect, it } from 'vitest'
import { openTables, readAll, readTable } from './in-a-file.ts'

it('a page named .xls is read as the table in it', async () => {
  const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td { color: red }</style></head><body>
    <table border=1>
      <tr><th>Agent</th><th>Calls</th><th>Note</th></tr>
      <tr><td>Zo&euml; &amp; Ann</td><td>12</td><td>first<br>second</td></tr>
      <tr><td>Bob<td>&nbsp;<td>  two   words
      </tr>
    </table></body></html>`
  const { table, cells } = await readTable('report.xls', page)
  expect(table.columns).toEqual(['Agent', 'Calls', 'Note'])
  expect(cells).toEqual([
    ['Zoë & Ann', '12', 'first\nsecond'],
    ['Bob', '', 'two words'],
  ])
})

it('a cell spanning rows stands in each of them, a group above the header names its columns', async () => {
  const page = `<table>
    <tr><td rowspan=2>Agent</td><td colspan=2>Calls</td></tr>
    <tr><td>Handled</td><td>Missed</td></tr>
    <tr><td rowspan="2">Ann</td><td>1</td><td>2</td></tr>
    <tr><td>3</td><td>4</td></tr></table>`
  const { table, cells } = await readTable('report.xls', page)
  expect(table.columns).toEqual(['Agent', 'Calls - Handled', 'Calls - Missed'])
  expect(cells).toEqual([
    ['Ann', '1', '2'],
    ['Ann', '3', '4'],
  ])
})

it('tables inside a layout table are tables of their own', async () => {
  const inner = (name: string): string =>
    `<table><tr><td>${name}</td><td>n</td></tr><tr><td>x</td><td>1</td></tr></table>`
  const { tables } = await openTables(
    'report.html',
    `<table><tr><td>${inner('A')}</td></tr><tr><td>${inner('B')}</td></tr></table>`,
  )
  expect(tables.map(({ columns }) => columns)).toEqual([
    ['A', 'n'],
    ['B', 'n'],
  ])
})

it('text with tabs named .xls is read as text with tabs', async () => {
  const { details, tables } = await openTables('report.xls', 'Agent\tCalls\nAnn\t3\n')
  expect(details).toMatchObject({ delimiter: '\t' })
  expect((await readAll(tables[0])).rows).toEqual([{ rowNumber: 2, cells: ['Ann', '3'] }])
})

it('rows are the same when a page is read twice', async () => {
  const { tables } = await openTables(
    'report.xls',
    '<table><tr><td>a</td><td>b</td></tr><tr><td>1</td></tr><tr><td>2</td><td>3</td></tr></table>',
  )
  expect(await readAll(tables[0])).toEqual(await readAll(tables[0]))
})
