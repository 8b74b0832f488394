import { expect, onTestFinished, test } from 'vitest'
import { openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

async function open(): Promise<TestWorkspace> {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  return workspace
}

test('names the filled columns nothing is read from, and no others', async () => {
  const workspace = await open()
  const report = await workspace.take(
    'calls.csv',
    [
      'Call ID,Agent,Start,Talk Time (s),Cost Centre,Shoe Size,Left Empty',
      'C-1,Ada Byron,2026-03-02 09:00:00,60,4711,38,',
      'C-2,Bea Cole,2026-03-02 10:00:00,90,4711,41,',
    ].join('\n'),
  )
  expect(report.warnings).toEqual(['Nothing is read from the columns "Cost Centre" and "Shoe Size".'])
})

test('also says so where the mapping was made by hand', async () => {
  const workspace = await open()
  const report = await workspace.take('calls.csv', 'a,b,c\nC-1,Ada Byron,60\nC-2,Bea Cole,90\n', {
    mapping: {
      kind: 'interactions',
      shape: 'rows',
      timeZone: 'UTC',
      columns: [
        { column: 'a', field: 'contact.id', transform: { as: 'id' } },
        { column: 'c', field: 'interaction.talkTime', transform: { as: 'duration', unit: 'seconds' } },
      ],
      questions: [],
    },
  })
  expect(report.warnings).toEqual(['Nothing is read from the column "b".'])
})

test('an assumption that a later row settles is not said', async () => {
  const workspace = await open()
  const rows = Array.from({ length: 260 }, (_, index) => {
    const day = index < 250 ? 1 + (index % 12) : 13 + (index % 10)
    return `C-${index},Ada Byron,${day}/${1 + (index % 3)}/2026 10:00,${60 + index}`
  })
  const report = await workspace.take('calls.csv', ['Call ID,Agent,Start,Talk Time (s)', ...rows].join('\n'))
  expect(report.warnings).toEqual([])
})
