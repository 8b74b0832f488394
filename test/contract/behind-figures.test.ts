import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { expandOrders, importFiles } from '../../engine/imports/index.ts'
import { bringSampleHistory, generateSample } from '../../engine/sample/index.ts'
import type { ConversationGroup, PatternDriver } from '../../shared/contract/group-patterns.ts'
import { addDays } from '../../shared/domain/time.ts'
import { csv, openWorkspace, type TestWorkspace } from '../support/workspace.ts'

/** What is listed for a number is what counts in it: on the sample with drawn and imported reviews, transcripts, contacts and automation. */
describe('the conversations of every number', () => {
  let own: TestWorkspace
  let drivers: PatternDriver[]
  beforeAll(async () => {
    own = await openWorkspace()
    const folder = join(own.folder, 'sample')
    const manifest = await generateSample(folder)
    const { context } = own.engine
    await importFiles(context, await expandOrders(context.uploads, [{ reference: { path: folder } }]), {})
    await own.analyze()
    await bringSampleHistory(context, manifest, new AbortController().signal)
    const all = (await own.client.patterns.overview({})).drivers
    drivers = all.filter(({ kind }) => kind !== 'workforce')
  }, 120_000)
  afterAll(() => own.close())

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

test('who changed team counts where they are at the end, with all of the window', async () => {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const agents = ['North', 'East'].flatMap((team) =>
    Array.from({ length: 4 }, (_, index) => ({
      id: `${team[0]}${index}`,
      name: `${team} Agent ${'ABCD'[index]}`,
      team,
    })),
  )
  const stay = agents.map(({ id, name, team }) => ({
    agent_id: id,
    agent_name: name,
    team: id === 'N0' ? 'East' : team,
    'Effective from': id === 'N0' ? '2026-03-16' : '2026-01-01',
  }))
  await own.take(
    'roster.csv',
    csv([
      ...stay,
      { agent_id: 'N0', agent_name: 'North Agent A', team: 'North', 'Effective from': '2026-01-01' },
    ]),
    { kind: 'roster', source: 'acd' },
  )
  await own.take(
    'contacts.csv',
    csv(
      agents.flatMap(({ id, name }, agent) =>
        Array.from({ length: 14 }, (_, index) => ({
          contact_id: `C${id}-${index}`,
          agent_id: id,
          agent_name: name,
          queue: 'Billing',
          channel: 'voice',
          started_at: `2026-03-${String(2 + index * 2).padStart(2, '0')}T09:00:00Z`,
          handle_seconds: 100 + index,
          hold_seconds: agent + index,
          transferred: index % 5 === 0 ? 'Yes' : 'No',
        })),
      ),
    ),
    { source: 'acd' },
  )
  const { cells } = await own.client.patterns.overview({})
  const cell = (label: string) =>
    cells.find(({ driverId, group }) => driverId === 'hold_time' && group.label === label)!
  expect([cell('East').agents, cell('North').agents]).toEqual([5, 3])
  const of = async (label: string) =>
    own.client.patterns.conversations({ driverId: 'hold_time', group: cell(label).group, limit: 200 })
  const east = await of('East')
  expect(east.total).toBe(5 * 14)
  expect(east.statement).toBe(
    '70 contacts from 2026-03-01 to 2026-03-28 of the 5 agents in East on 2026-03-28, wherever they were before: all that count in this figure, the worst first.',
  )
  // the line of each says the team of its own day
  const moved = east.rows.filter(({ agent }) => agent!.name === 'North Agent A')
  expect(new Set(moved.map(({ team }) => team))).toEqual(new Set(['North', 'East']))
  expect((await of('North')).total).toBe(3 * 14)
})
