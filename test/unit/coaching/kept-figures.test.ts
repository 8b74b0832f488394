import { expect, onTestFinished, test } from 'vitest'
import { groupsOf } from '../../../engine/coaching/index.ts'
import { rankWindow } from '../../../engine/coaching/ranking.ts'
import { readCatalogue } from '../../../engine/metrics/index.ts'
import { newestDay } from '../../../engine/workspace/index.ts'
import { csv, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { floorOf, takeFloor } from './floor.ts'

const KEPT = ['answered-questions', 'driver-measures', 'driver-weights', 'group-table']

/** What every coaching screen is made from, with what the last import kept, and worked out anew without it. */
function bothWays(workspace: TestWorkspace, days = 28) {
  const { read, write } = workspace.engine.context
  const newest = newestDay(read)!
  const rank = () => {
    const { gathered, assessment, coverage } = rankWindow(read, newest, days)
    // asked of a handle that remembers nothing of its own
    const { table, agents } = groupsOf({ ...read }, newest, days)
    const catalogue = readCatalogue(write!)
    return {
      input: gathered.input,
      weights: [...gathered.weights],
      assessment,
      coverage,
      table,
      agents,
      catalogue,
    }
  }
  const kept = rank()
  write!.raw.exec(`DELETE FROM settings WHERE key IN (${KEPT.map((key) => `'${key}'`).join(', ')})`)
  return { kept, anew: rank() }
}

test('what an import kept is what is ranked by', async () => {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  await takeFloor(workspace, floorOf([]))
  const { read, write } = workspace.engine.context
  expect(rankWindow(read, newestDay(read)!, 28).gathered.input.drivers.length).toBeGreaterThan(3)
  write!.raw.exec(
    `UPDATE settings SET value = json_set(value, '$.drivers', json('[]')) WHERE key = 'driver-measures'`,
  )
  expect(rankWindow(read, newestDay(read)!, 28).gathered.input.drivers).toEqual([])
})

test('the comparison of groups that an import kept is what the heat map shows, in its window only', async () => {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  await takeFloor(workspace, floorOf([]))
  const { read, write } = workspace.engine.context
  const teams = (days: number) => groupsOf(read, newestDay(read)!, days).table.teams
  expect(teams(28).length).toBeGreaterThan(3)
  write!.raw.exec(
    `UPDATE settings SET value = json_set(value, '$.table.teams', json('[]')) WHERE key = 'group-table'`,
  )
  expect(teams(28)).toEqual([])
  expect(teams(14).length).toBeGreaterThan(3)
})

test('which questions were answered is known from the import, until evaluations come or go', async () => {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  const evaluation = (id: string, question: string) => ({
    evaluation_id: id,
    agent_name: 'Ada Byron',
    evaluated_at: '2026-03-02T10:00:00Z',
    form: 'Calls',
    question,
    answer: 'yes',
    score: 1,
    max_score: 1,
  })
  const questions = () =>
    readCatalogue(workspace.engine.context.write!).flatMap(({ id, label }) =>
      id.startsWith('question:') ? label : [],
    )
  await workspace.take('evaluations.csv', csv([evaluation('E-1', 'Greets'), evaluation('E-1', 'Thanks')]))
  expect(questions()).toEqual(['Greets', 'Thanks'])
  const { write } = workspace.engine.context
  write!.raw.exec(
    `UPDATE settings SET value = json_remove(value, '$.answered[1]') WHERE key = 'answered-questions'`,
  )
  expect(questions()).toEqual(['Greets'])
  write!.raw.exec('DELETE FROM evaluations')
  expect(questions()).toEqual([])
})

test('what an import keeps for the ranking is what ranking without it works out', async () => {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  await takeFloor(workspace, floorOf([{ name: 'Ada Byron', team: 'North', transferShare: 0.4, csat: 0.5 }]))
  const settings = () =>
    workspace.engine.context.read.raw
      .prepare(`SELECT key FROM settings WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key`)
      .pluck()
      .all(JSON.stringify(KEPT))
  expect(settings()).toEqual(KEPT)
  const first = bothWays(workspace)
  expect(first.kept.input.drivers.length).toBeGreaterThan(3)
  expect(first.kept.table.teams.length).toBeGreaterThan(3)
  expect(first.kept).toEqual(first.anew)

  // what was kept before more came in is not taken for what holds now
  const before = first.kept.assessment
  await workspace.take(
    'more.csv',
    csv(
      Array.from({ length: 60 }, (_, index) => ({
        contact_id: `M-${1000 + index}`,
        agent_name: 'Ada Byron',
        queue: 'Billing',
        channel: 'voice',
        started_at: `2026-03-${String(1 + (index % 28)).padStart(2, '0')}T10:00:00Z`,
        talk_seconds: 300,
        transferred: 'yes',
      })),
    ),
  )
  const second = bothWays(workspace)
  expect(second.kept).toEqual(second.anew)
  expect(second.kept.assessment).not.toEqual(before)
  expect(second.kept.table).not.toEqual(first.kept.table)

  // another window than the one kept is measured for itself
  const [wide, narrow] = [bothWays(workspace, 28), bothWays(workspace, 7)]
  expect(narrow.kept.input).not.toEqual(wide.kept.input)
})
