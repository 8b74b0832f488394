import { expect, onTestFinished, test } from 'vitest'
import { rankWindow } from '../../../engine/coaching/ranking.ts'
import { newestDay } from '../../../engine/workspace/index.ts'
import { csv, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { floorOf, takeFloor } from './floor.ts'

/** What every coaching screen is made from, with what the last import kept, and worked out anew without it. */
function bothWays(workspace: TestWorkspace, days = 28) {
  const { read, write } = workspace.engine.context
  const rank = () => {
    const { gathered, assessment, coverage } = rankWindow(read, newestDay(read)!, days)
    return { input: gathered.input, weights: [...gathered.weights], assessment, coverage }
  }
  const kept = rank()
  write!.raw.exec(`DELETE FROM settings WHERE key IN ('driver-measures', 'driver-weights')`)
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

test('what an import keeps for the ranking is what ranking without it works out', async () => {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  await takeFloor(workspace, floorOf([{ name: 'Ada Byron', team: 'North', transferShare: 0.4, csat: 0.5 }]))
  const settings = () =>
    workspace.engine.context.read.raw
      .prepare(`SELECT key FROM settings WHERE key LIKE 'driver-%' ORDER BY key`)
      .pluck()
      .all()
  expect(settings()).toEqual(['driver-measures', 'driver-weights'])
  const first = bothWays(workspace)
  expect(first.kept.input.drivers.length).toBeGreaterThan(3)
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

  // another window than the one kept is measured for itself
  const [wide, narrow] = [bothWays(workspace, 28), bothWays(workspace, 7)]
  expect(narrow.kept.input).not.toEqual(wide.kept.input)
})
