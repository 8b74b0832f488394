import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importFiles } from '../../../engine/imports/index.ts'
import { csv, mappingOf } from '../../robustness/support/files.ts'
import { openTestWorkspace, type TestWorkspace } from '../../robustness/support/workspace.ts'
import { aWorkbook } from '../readers/a-workbook.ts'

const fields = [
  'contact.id',
  'agent.name',
  'contact.startedAt',
  'interaction.talkTime',
  'interaction.description',
] as const
const rows = [
  ['K-4111111111111111', 'Ada Byron', '2026-03-02T09:00:00Z', '60', 'plain'],
  ['K-2', 'Ada Byron', '2026-03-02T10:00:00Z', '1:30', 'call me on +1 415 555 0123, ada@example.org'],
  ['4111111111111111', 'Ada Byron', '2026-03-02T11:00:00Z', '2:15', 'my card is 4111 1111 1111 1111'],
]
const inSeconds = mappingOf('interactions', fields)
const inClock = {
  ...inSeconds,
  columns: inSeconds.columns.map((column) =>
    column.field === 'interaction.talkTime'
      ? {
          ...column,
          transform: { as: 'duration' as const, unit: 'clock' as const, clockParts: 'm:ss' as const },
        }
      : column,
  ),
}

function sheet(cells: readonly (readonly string[])[]): string {
  const row = (texts: readonly string[]) =>
    `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
  return cells.map(row).join('')
}

async function open(): Promise<TestWorkspace> {
  const workspace = await openTestWorkspace()
  onTestFinished(() => workspace.close())
  return workspace
}

describe('a row that cannot be taken', () => {
  test('is set aside with its reason, redacted but for its ids', async () => {
    const { client, take } = await open()
    const [report] = await take({ name: 'calls.csv', content: csv(fields, rows), mapping: inSeconds })
    expect(report!.rows).toEqual({ read: 3, added: 1, updated: 0, unchanged: 0, quarantined: 2 })
    const { total, rows: aside } = await client.imports.quarantine({})
    expect(total).toBe(2)
    expect(aside.map(({ code, column, rowNumber }) => ({ code, column, rowNumber }))).toEqual([
      { code: 'bad-duration', column: 'interaction.talkTime', rowNumber: 3 },
      { code: 'bad-duration', column: 'interaction.talkTime', rowNumber: 4 },
    ])
    for (const { message } of aside) expect(message).toMatch(/^[A-Z"].*\.$/)
    expect(aside[1]!.cells[0]).toBe('4111111111111111')
    const text = aside.flatMap(({ cells }) => cells.slice(1)).join(' ')
    expect(text).not.toMatch(/4111|415 555|ada@example/)
  })

  test('is taken once the mapping fits, and the rows that were taken stay as they are; undoing the retry brings it back', async () => {
    const { client, take, undo } = await open()
    const [report] = await take({
      name: 'calls.csv',
      content: csv(fields, rows.slice(1)),
      mapping: inSeconds,
    })
    expect(report!.rows).toMatchObject({ added: 0, quarantined: 2 })
    const retried = await client.imports.retry({ importId: report!.importId!, mappings: { '': inClock } })
    expect(retried.rows).toEqual({ read: 2, added: 2, updated: 0, unchanged: 0, quarantined: 0 })
    expect((await client.imports.quarantine({})).total).toBe(0)
    expect((await client.workspace.summary()).quarantined).toBe(0)
    await undo(retried.importId!)
    expect((await client.imports.quarantine({})).total).toBe(2)
    await undo(report!.importId!)
    expect((await client.imports.quarantine({})).total).toBe(0)
  })

  test('of a named sheet is taken with the mapping its sheet had', async () => {
    const { client, engine, folder } = await open()
    const path = join(folder, 'calls.xlsx')
    writeFileSync(
      path,
      aWorkbook({
        sheets: [
          { name: 'Notes', rowsXml: sheet([['Made for the weekly review']]) },
          { name: 'Calls', rowsXml: sheet([fields, ...rows]) },
        ],
      }),
    )
    const [report] = await importFiles(
      engine.context,
      [{ path, name: 'calls.xlsx', keptPath: path, mappings: { Calls: inSeconds } }],
      {},
    )
    expect(report).toMatchObject({ error: null, rows: { added: 1, quarantined: 2 } })
    const again = await client.imports.retry({ importId: report!.importId! })
    expect(again).toMatchObject({ error: null, rows: { added: 0, unchanged: 1, quarantined: 2 } })
    expect((await client.imports.quarantine({})).total).toBe(2)
    const fitting = await client.imports.retry({ importId: again.importId!, mappings: { Calls: inClock } })
    expect(fitting).toMatchObject({ error: null, rows: { added: 2, quarantined: 1 } })
  })

  test('can be put away for good', async () => {
    const { client, take } = await open()
    await take({ name: 'calls.csv', content: csv(fields, rows), mapping: inSeconds })
    const { rows: aside } = await client.imports.quarantine({})
    expect(await client.imports.dismiss({ ids: [aside[0]!.id, 999] })).toEqual({ dismissed: 1 })
    expect(await client.imports.dismiss({ ids: [aside[0]!.id] })).toEqual({ dismissed: 0 })
    expect((await client.imports.quarantine({})).rows).toEqual([aside[1]])
  })

  test('is not retried from a file that is gone or another one', async () => {
    const { client, take, folder } = await open()
    const [report] = await take({ name: 'calls.csv', content: csv(fields, rows), mapping: inSeconds })
    const path = join(folder, 'files', 'calls.csv')
    appendFileSync(path, 'K-9,Ada Byron,2026-03-02T12:00:00Z,60,\n')
    await expect(client.imports.retry({ importId: report!.importId! })).rejects.toThrow(
      /not the one that was imported/,
    )
    rmSync(path)
    await expect(client.imports.retry({ importId: report!.importId! })).rejects.toThrow(/not there/)
    expect((await client.imports.quarantine({})).total).toBe(2)
  })
})
