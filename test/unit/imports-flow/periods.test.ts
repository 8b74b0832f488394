import { expect, onTestFinished, test } from 'vitest'
import { openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

async function open(): Promise<TestWorkspace> {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  return workspace
}

/** The days and numbers of contacts of every summary, in order. */
function summaries({ engine }: TestWorkspace): string[] {
  const rows = engine.context.read.raw
    .prepare(
      `SELECT date(from_day * 86400, 'unixepoch') || ' to ' || date(to_day * 86400, 'unixepoch') || ': ' || CAST(n AS INTEGER) AS line
       FROM period_summaries ORDER BY line`,
    )
    .all() as { line: string }[]
  return rows.map(({ line }) => line)
}

const figures = 'Agent,Calls Handled,Average Handle Time\nAda Byron,300,0:04:10\nBea Cole,280,0:05:20\n'

test('figures without a column of periods are of the one in the file’s name, and that is said', async () => {
  const workspace = await open()
  const report = await workspace.take('Agent summary 2026-02-01 to 2026-02-28.csv', figures)
  expect([report.source, report.warnings]).toEqual([
    'Agent summary',
    [
      "No column says which period the figures are of: 2026-02-01 to 2026-02-28 is taken from the file's name.",
    ],
  ])
  // the next month is of the same source, and another period
  expect((await workspace.take('Agent summary March 2026.csv', figures.replace('300', '310'))).source).toBe(
    'Agent summary',
  )
  expect(summaries(workspace)).toEqual([
    '2026-02-01 to 2026-02-28: 280',
    '2026-02-01 to 2026-02-28: 300',
    '2026-03-01 to 2026-03-31: 280',
    '2026-03-01 to 2026-03-31: 310',
  ])
  expect((await workspace.take('Agent summary Mar 2026 (1).csv', figures)).rows).toMatchObject({
    added: 0,
    updated: 1,
    unchanged: 1,
  })
})

test('a line above the table comes before the file’s name', async () => {
  const workspace = await open()
  const titled = `Agent Summary Report,,\n"Date range: 02/01/2026 - 02/28/2026",,\n,,\n${figures}`
  const report = await workspace.take('Agents April 2026.csv', titled)
  expect(report.warnings[0]).toContain('2026-02-01 to 2026-02-28 is taken from the title above the table.')
  expect(summaries(workspace)).toEqual(['2026-02-01 to 2026-02-28: 280', '2026-02-01 to 2026-02-28: 300'])
  const inTwoLines = `From: 2026-03-01,,\nTo: 2026-03-07,,\n,,\n${figures}`
  await workspace.take('Agents.csv', inTwoLines)
  expect(summaries(workspace)).toContain('2026-03-01 to 2026-03-07: 300')
})

test('a single day in the name, such as that of the export, is no period', async () => {
  const workspace = await open()
  const report = await workspace.take('Agent summary 2026-03-01.csv', figures)
  expect(report.warnings).toEqual([
    'No column says which period the figures are of: they are shown, but belong to no window.',
  ])
})

test.each([
  ['Month', 'Feb 2026', 'Mar 2026', ['2026-02-01 to 2026-02-28', '2026-03-01 to 2026-03-31']],
  ['Month', '2026-02-01', '2026-03-01', ['2026-02-01 to 2026-02-28', '2026-03-01 to 2026-03-31']],
  ['Week', '2026-W08', '2026-W09', ['2026-02-16 to 2026-02-22', '2026-02-23 to 2026-03-01']],
  ['Week Starting', '2/16/2026', '2/23/2026', ['2026-02-16 to 2026-02-22', '2026-02-23 to 2026-03-01']],
  ['Week Ending', '22.02.2026', '01.03.2026', ['2026-02-16 to 2026-02-22', '2026-02-23 to 2026-03-01']],
  ['Quarter', 'Q4 2025', 'Q1 2026', ['2025-10-01 to 2025-12-31', '2026-01-01 to 2026-03-31']],
  [
    'Period',
    '01.02.2026 - 28.02.2026',
    '01.03.2026 - 31.03.2026',
    ['2026-02-01 to 2026-02-28', '2026-03-01 to 2026-03-31'],
  ],
])('a column %s with %s keeps one period from the next', async (heading, first, second, periods) => {
  const workspace = await open()
  const report = await workspace.take(
    'agents.csv',
    [
      `Agent,${heading},Calls,AHT`,
      `Ada Byron,${first},300,0:04:10`,
      `Bea Cole,${first},280,0:05:20`,
      `Ada Byron,${second},300,0:04:10`,
      `Bea Cole,${second},290,0:05:00`,
    ].join('\n'),
  )
  expect([report.kind, report.warnings]).toEqual(['workforce', []])
  expect(summaries(workspace)).toEqual([
    `${periods[0]}: 280`,
    `${periods[0]}: 300`,
    `${periods[1]}: 290`,
    `${periods[1]}: 300`,
  ])
})

test('a week’s adherence is a summary of the week and no shift of its first day', async () => {
  const workspace = await open()
  await workspace.take(
    'adherence.csv',
    'Agent,Week Of,Adherence %\nAda Byron,2026-02-16,91.5%\nBea Cole,2026-02-16,88.0%\n',
  )
  expect(await workspace.client.workspace.summary()).toMatchObject({ shifts: 0, periodSummaries: 2 })
})
