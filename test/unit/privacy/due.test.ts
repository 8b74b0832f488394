import { expect, onTestFinished, test } from 'vitest'
import { countOlder, isAnyOlder } from '../../../engine/erasing/index.ts'
import type { ReadableDatabase } from '../../../engine/store/index.ts'
import { dayNumber } from '../../../shared/domain/time.ts'
import { csv, openWorkspace } from '../../support/workspace.ts'

const clocks = ['audio', 'transcripts', 'scores'] as const

/** The same connection, with what was asked of it. */
function overheard(database: ReadableDatabase): { database: ReadableDatabase; asked: string[] } {
  const asked: string[] = []
  const raw = new Proxy(database.raw, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name) as unknown
      return (sql: string) => {
        asked.push(sql)
        return target.prepare(sql)
      }
    },
  })
  return { database: { ...database, raw }, asked }
}

test('what is due is counted by the days that stand in an index, not by reading every conversation and score', async () => {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const { database, asked } = overheard(own.engine.context.read)
  for (const clock of clocks) expect(countOlder(database, clock, 20_000)).toBe(0)
  for (const clock of clocks) expect(isAnyOlder(database, clock, 20_000)).toBe(false)
  // recordings and texts of contacts are looked through, since once they are gone there are none
  const plans = asked.flatMap((sql) =>
    database.raw
      .prepare<[{ day: number }], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all({ day: 20_000 }),
  )
  expect(plans.length).toBeGreaterThan(10)
  expect(
    plans
      .map(({ detail }) => detail)
      .filter((detail) => /SCAN (words|transcripts|surveys|evaluations)/.test(detail)),
  ).toEqual([])
})

test('what has a day is as old as it, whatever day its import came in; what has none is as old as its import', async () => {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const scores = (id: string, day: string) => ({
    evaluation_id: id,
    agent_name: 'Ada Okafor',
    evaluation_date: day,
    form: 'Calls',
    score: '80%',
  })
  own.clock.now = Date.UTC(2026, 2, 30, 12)
  await own.take('dated.csv', csv([scores('E-1', '2026-01-10'), scores('E-2', '2026-03-20')]), {
    source: 'qa',
  })
  await own.take('undated.csv', csv([scores('E-3', ''), scores('E-4', '')]), { source: 'qa' })
  const { read } = own.engine.context
  const due = (before: string) => countOlder(read, 'scores', dayNumber(before))
  expect(due('2026-01-10')).toBe(0)
  expect(due('2026-01-11')).toBe(1)
  expect(due('2026-03-30')).toBe(2)
  expect(due('2026-03-31')).toBe(4)
})
