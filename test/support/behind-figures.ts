import { beforeAll, describe, expect, test } from 'vitest'
import type { ConversationGroup, PatternDriver } from '../../shared/contract/group-patterns.ts'
import { addDays } from '../../shared/domain/time.ts'
import type { TestWorkspace } from './workspace.ts'

/** What is listed for a number is what counts in it: on the sample with drawn and imported reviews, transcripts, contacts and automation. */
export function describeBehindFigures(opened: () => TestWorkspace): void {
  describe('the conversations of every number', () => {
    let own: TestWorkspace
    let drivers: PatternDriver[]
    beforeAll(async () => {
      own = opened()
      const all = (await own.client.patterns.overview({})).drivers
      drivers = all.filter(({ kind }) => kind !== 'workforce')
    })

    const behind = (driver: PatternDriver, group: ConversationGroup, over: 'window' | 'shares' = 'window') =>
      own.client.patterns.conversations({ driverId: driver.id, group, over, limit: 200 })

    test('agents of the funnel, teams and queues', async () => {
      const { cells } = await own.client.patterns.overview({})
      for (const driver of drivers) {
        const { funnel } = await own.client.patterns.driver({ driverId: driver.id })
        if (funnel === null) continue
        const { levels } = await own.client.patterns.levels({ driverId: driver.id, source: 'agent' })
        expect(Object.fromEntries(levels.map(({ key, n }) => [key, n]))).toEqual(
          Object.fromEntries(funnel.points.map(({ agent, observed }) => [agent.id, observed])),
        )
        for (const { agent, observed } of funnel.points.slice(0, 2)) {
          const { total, rows } = await behind(driver, { kind: 'agent', key: String(agent.id) })
          expect([driver.label, total]).toEqual([driver.label, observed])
          expect(rows.every((row) => row.agent!.id === agent.id)).toBe(true)
        }
        for (const { group, raw, agents } of cells.filter(({ driverId }) => driverId === driver.id)) {
          if (group.kind === 'team') {
            const members = funnel.points.filter(({ team }) => String(team?.id) === group.key)
            expect(agents).toBe(members.length)
            const { total } = await behind(driver, group)
            expect(total).toBe(members.reduce((sum, { observed }) => sum + observed, 0))
          } else {
            const within = await own.client.patterns.levels({
              driverId: driver.id,
              source: 'agent',
              within: group,
            })
            expect(within.levels).toHaveLength(agents)
            expect(within.levels.reduce((sum, { value }) => sum + value, 0) / agents).toBeCloseTo(raw, 9)
          }
        }
        const { total } = await behind(driver, { kind: 'everyone' })
        expect(total).toBe(funnel.points.reduce((sum, { observed }) => sum + observed, 0))
      }
    }, 120_000)

    test('weeks, and the weeks before and after a change', async () => {
      for (const driver of drivers) {
        const { trend } = await own.client.patterns.driver({ driverId: driver.id })
        for (const { weekStart, n } of trend.weeks.filter((week) => week.n > 0).slice(-3))
          expect(
            (await behind(driver, { kind: 'days', key: `${weekStart} ${addDays(weekStart, 6)}` })).total,
            `${driver.label} ${weekStart}`,
          ).toBe(n)
        for (const { beforeDays, afterDays } of trend.changes)
          for (const { from, to } of [beforeDays, afterDays]) {
            const weeks = trend.weeks.filter(({ weekStart }) => weekStart >= from && weekStart <= to)
            expect((await behind(driver, { kind: 'days', key: `${from} ${to}` })).total).toBe(
              weeks.reduce((sum, { n }) => sum + n, 0),
            )
          }
      }
    }, 120_000)

    test('every level of the shares', async () => {
      await expect(behind(drivers[0]!, { kind: 'everyone' }, 'shares')).rejects.toThrow(
        'The shares are not computed yet; open Shares and compute them first.',
      )
      const { jobId } = await own.client.patterns.computeShares({})
      await expect
        .poll(async () => (await own.client.jobs.list()).find(({ id }) => id === jobId)!.state, {
          timeout: 60_000,
        })
        .toBe('done')
      const { kept } = await own.client.patterns.shares()
      for (const { driver, shares, n } of kept!.drivers) {
        if (driver.kind === 'workforce') continue
        expect((await behind(driver, { kind: 'everyone' }, 'shares')).total).toBe(n)
        for (const { source } of shares) {
          if (source === 'contact') continue
          const { levels, window } = await own.client.patterns.levels({
            driverId: driver.id,
            over: 'shares',
            source,
          })
          expect(window).toEqual(kept!.window)
          expect(
            levels.reduce((sum, level) => sum + level.n, 0),
            `${driver.label} ${source}`,
          ).toBe(n)
          const [worst] = levels
          const listed = await behind(driver, { kind: source, key: worst!.key }, 'shares')
          expect(listed.total).toBe(worst!.n)
          if (listed.total <= listed.rows.length)
            expect(listed.rows.reduce((sum, { value }) => sum + value, 0) / listed.total).toBeCloseTo(
              worst!.value,
              9,
            )
        }
      }
    }, 120_000)
  })
}
