import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { csv, openWorkspace, type TestWorkspace } from '../support/workspace.ts'

const TEAMS = ['North', 'East', 'South', 'West']
const AGENTS = TEAMS.flatMap((team) =>
  Array.from({ length: 6 }, (_, index) => ({ name: `${team} Agent ${'ABCDEF'[index]}`, team })),
)

/** Each agent's contacts of a month, evaluated: at `eastShare` the notice is read in East, in nine of ten elsewhere; Rita and Ben review. */
async function takeMonth(workspace: TestWorkspace, month: string, eastShare: number): Promise<void> {
  const contacts = AGENTS.flatMap(({ name, team }, agent) =>
    Array.from({ length: 16 }, (_, index) => ({
      contact_id: `C${month.slice(5)}X${agent}X${index}`,
      agent_name: name,
      agent_email: `agent${agent}@example.com`,
      team,
      queue: index % 2 === 0 ? 'Billing' : 'Orders',
      channel: 'voice',
      started_at: `${month}-${String(1 + ((index * 2 + agent) % 28)).padStart(2, '0')}T09:00:00Z`,
      handle_seconds: 100 + index,
      isRead: ((index * 7 + agent * 3) % 16) / 16 < (team === 'East' ? eastShare : 0.9),
      isKind: (index * 5 + agent) % 16 < 12,
    })),
  )
  await workspace.take(
    `contacts ${month}.csv`,
    csv(
      contacts.map(({ isRead, isKind, ...contact }) => ({
        ...contact,
        transferred: isRead || isKind ? 'No' : 'Yes',
      })),
    ),
    { source: 'acd' },
  )
  await workspace.take(
    `qa ${month}.csv`,
    csv(
      contacts.flatMap(({ contact_id, agent_name, agent_email, started_at, isRead, isKind }, index) =>
        [
          ['Read the notice', isRead],
          ['Was kind', isKind],
        ].map(([question, isYes]) => ({
          evaluation_id: `E-${contact_id}`,
          contact_id,
          agent_name,
          agent_email,
          evaluator: index % 3 === 0 ? 'Rita Levi' : 'Ben Roe',
          evaluated_at: started_at,
          form: 'Voice',
          question: String(question),
          answer: isYes === true ? 'Yes' : 'No',
          question_score: isYes === true ? '100' : '0',
        })),
      ),
    ),
    { source: 'qa' },
  )
}

describe('groups on drivers', () => {
  let workspace: TestWorkspace
  let notice: string
  beforeAll(async () => {
    workspace = await openWorkspace()
    await takeMonth(workspace, '2026-03', 0.3)
    const { drivers } = await workspace.client.patterns.overview({})
    notice = drivers.find(({ label }) => label.includes('Read the notice'))!.id
  })
  afterAll(() => workspace.close())

  const cellOf = async (team: string) => {
    const { cells } = await workspace.client.patterns.overview({})
    return cells.find(
      ({ driverId, group }) => driverId === notice && group.kind === 'team' && group.label === team,
    )!
  }

  test('the heat map flags the team that is behind, with its interval, and nobody else on this driver', async () => {
    const east = await cellOf('East')
    expect(east.compared).toMatchObject({
      agents: 6,
      restAgents: 18,
      isFlagged: true,
      isRestComparable: true,
    })
    expect(east.mean.low).toBeLessThan(east.mean.value)
    expect(east.mean.value).toBeGreaterThan(0.25)
    expect(east.mean.value).toBeLessThan(0.5)
    expect(east.compared!.difference.low).toBeGreaterThan(0.3)
    expect(east.sentence).toContain('Look at the process before the people')
    for (const team of ['North', 'South', 'West'])
      expect((await cellOf(team)).compared!.isFlagged).toBe(false)
  })

  test('its conversations are behind the cell, the failed ones first; each group narrows them', async () => {
    const { client } = workspace
    const east = await cellOf('East')
    const behind = await client.patterns.conversations({ driverId: notice, group: east.group, limit: 10 })
    expect(behind.total).toBe(6 * 16)
    expect(behind.rows).toHaveLength(10)
    expect(behind.rows.every(({ value, team }) => value === 0 && team === 'East')).toBe(true)
    expect(behind.rows[0]).toMatchObject({ reviewer: expect.stringMatching(/Rita Levi|Ben Roe/) })
    const count = async (group: Parameters<typeof client.patterns.conversations>[0]['group']) =>
      (await client.patterns.conversations({ driverId: notice, group })).total
    expect(await count({ kind: 'everyone' })).toBe(24 * 16)
    expect(await count({ kind: 'queue', key: 'Billing' })).toBe(24 * 8)
    expect(
      (await count({ kind: 'reviewer', key: 'Rita Levi' })) +
        (await count({ kind: 'reviewer', key: 'Ben Roe' })),
    ).toBe(24 * 16)
    expect(await count({ kind: 'agent', key: String(behind.rows[0]!.agent!.id) })).toBe(16)
    const { evaluationId } = behind.rows[0]!
    const setBy = (who: string | null) =>
      workspace.engine.context
        .write!.raw.prepare('UPDATE answers SET set_by = ? WHERE evaluation_id = ?')
        .run(who, evaluationId)
    setBy('automation')
    // nobody answered it: the figure leaves it out, and so does what stands behind it
    expect(await count({ kind: 'everyone' })).toBe(24 * 16 - 1)
    setBy(null)
    const { window } = behind
    expect(await count({ kind: 'days', key: `${window.from} ${window.to}` })).toBeGreaterThan(0)
    const transfers = await client.patterns.conversations({
      driverId: 'transfer_rate',
      group: { kind: 'everyone' },
      limit: 5,
    })
    expect(transfers.rows[0]!.value).toBe(1)
    const shifts = await client.patterns.conversations({ driverId: 'adherence', group: { kind: 'everyone' } })
    expect(shifts).toMatchObject({
      total: 0,
      missing: 'Attendance is read from shifts, which have no conversations.',
    })
  })

  test('one driver has its funnel, its weeks and a place in the grid', async () => {
    const driver = await workspace.client.patterns.driver({ driverId: notice, weeks: 8 })
    expect(driver.funnel!.points).toHaveLength(24)
    expect(
      driver.funnel!.points.filter(({ team }) => team?.name === 'East').every(({ isWorse }) => isWorse),
    ).toBe(true)
    expect(
      driver.funnel!.limits.every(
        ({ low998, low95, high95, high998 }) => low998 < low95 && low95 < high95 && high95 < high998,
      ),
    ).toBe(true)
    expect(driver.trend.weeks).toHaveLength(8)
    expect(driver.trend.weeks.reduce((sum, { n }) => sum + n, 0)).toBe(24 * 16)
    expect(driver.grid).toMatchObject({
      place: 'fix-the-process',
      agents: 'little',
      yardstick: { basis: 'good-agents' },
    })
    expect(driver.grid.sentence).toContain(
      'Within a team agents hardly differ; East as a whole is behind the rest: fix it there',
    )
    // limits are of the others, and the team's people are not lined up as worse
    expect(
      driver.funnel!.points.filter(({ isOfTeamApart }) => isOfTeamApart).map(({ team }) => team?.name),
    ).toEqual(Array.from({ length: 6 }, () => 'East'))
    expect(driver.funnel!.centre).toBeGreaterThan(0.85)
    const placed = await workspace.client.patterns.grid({})
    expect(placed.drivers.find(({ driver: { id } }) => id === notice)).toEqual({
      driver: driver.driver,
      mean: driver.mean,
      grid: driver.grid,
    })
    await expect(workspace.client.patterns.driver({ driverId: 'question:999' })).rejects.toThrow(
      'That driver is no longer measured here; go back to the heat map.',
    )
  })

  test('a target set by hand is what the average and the agents are held against, and can be taken back', async () => {
    const { client } = workspace
    const basis = async () => (await client.patterns.driver({ driverId: notice })).grid.yardstick
    const before = await basis()
    await client.metrics.setTarget({ metricId: notice, target: 0.95 })
    expect(await basis()).toEqual({ value: 0.95, basis: 'target' })
    const { agents } = await client.coaching.rank({})
    const marks = agents.flatMap(({ drivers }) =>
      drivers.filter(({ driver, status }) => driver.id === notice && status !== 'systemic'),
    )
    expect(marks.some(({ benchmark }) => benchmark === 0.95)).toBe(true)
    await expect(client.metrics.setTarget({ metricId: notice, target: 1.2 })).rejects.toThrow(
      'cannot reach that; give a value it can have.',
    )
    await expect(client.metrics.setTarget({ metricId: 'csat_mean', target: 0.5 })).rejects.toThrow(
      'can have no target',
    )
    await client.metrics.setTarget({ metricId: notice, target: null })
    expect(await basis()).toEqual(before)
  })

  test('shares are computed by a job, kept, and say when they are stale', async () => {
    const { client } = workspace
    expect(await client.patterns.shares()).toEqual({ kept: null, jobId: null })
    await sharesComputed(client)
    const { kept } = await client.patterns.shares()
    const own = kept!.drivers.find(({ driver }) => driver.id === notice)!
    expect(kept!.isStale).toBe(false)
    expect(own.shares[0]!.source).toBe('team')
    expect(own.shares.map(({ source }) => source).toSorted()).toEqual([
      'agent',
      'contact',
      'queue',
      'reviewer',
      'team',
    ])
    expect(own.untold).toEqual(['site', 'reason'])
    expect(own.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
    for (const { low, share, high } of own.shares) expect(low <= share && share <= high).toBe(true)
    expect(own.sentence).toContain('between teams')
  })

  test('what moves the outcome has weight, gap and volume of every driver', async () => {
    const { drivers, outcome } = await workspace.client.patterns.whatMoves({})
    expect(outcome.id).toBe('csat_mean')
    const own = drivers.find(({ driver }) => driver.id === notice)!
    expect(own).toMatchObject({ agents: 24, weight: { basis: 'prior' } })
    expect(own.gainPerWeek).toBeCloseTo(own.gap * own.contactsPerWeek * own.weight.value, 9)
  })

  test('a finding is kept as it stood, with its history, and is gone once the difference is', async () => {
    const { client } = workspace
    const east = await cellOf('East')
    const { id } = await client.systemic.create({
      driverId: notice,
      group: east.group,
      owner: 'Ines',
      why: 'The notice is missing in their script.',
      dueOn: '2026-04-10',
    })
    const made = await client.systemic.get({ id })
    expect(made).toMatchObject({
      status: 'open',
      owner: 'Ines',
      group: { label: 'East' },
      figures: { compared: east.compared, window: { to: '2026-03-28' } },
      check: { verdict: 'too-early', window: null },
      checkFrom: '2026-03-29',
    })
    expect(made.conversations).toHaveLength(3)
    expect(made.conversations.every(({ value, isGone }) => value === 0 && !isGone)).toBe(true)

    await client.systemic.write({ id, status: 'doing', owner: 'Ines' })
    await client.systemic.note({ id, text: 'Script changed.' })
    // typed letter by letter it is one change
    for (const owner of ['Ines O', 'Ines Ok', 'Ines Oko']) await client.systemic.write({ id, owner })
    await expect(client.systemic.write({ id, checkFrom: '2026-03-20' })).rejects.toThrow(
      'It can be checked from 2026-03-29 on: earlier days are those it was found in.',
    )
    await expect(
      client.systemic.write({ id, conversations: [{ interactionId: 1, evaluationId: 999_999 }] }),
    ).rejects.toThrow('One of these conversations is not behind this figure.')
    const { interactionId, evaluationId } = made.conversations[1]!
    await client.systemic.write({
      id,
      conversations: [{ interactionId, evaluationId, note: 'Not a word of it.' }],
    })

    await client.systemic.remove({ id })
    expect(await client.systemic.list({})).toEqual([])
    await client.systemic.restore({ id })
    expect(await client.systemic.list({})).toHaveLength(1)

    await takeMonth(workspace, '2026-04', 0.9)
    const after = await client.systemic.get({ id })
    expect(after.check.verdict).toBe('gone')
    expect(after.check.sentence).toMatch(
      /^Gone: (ahead of|behind) the rest by \d+ points .*; it was behind the rest by/,
    )
    expect(after.figures).toEqual(made.figures)
    expect(after.conversations).toMatchObject([{ evaluationId, note: 'Not a word of it.', isGone: false }])
    expect(after.history.map(({ kind, text }) => [kind, text])).toEqual([
      ['created', east.sentence],
      ['changed', 'Status: in work'],
      ['note', 'Script changed.'],
      ['changed', 'Owner: Ines Oko'],
      ['removed', 'Removed'],
      ['restored', 'Brought back'],
    ])
    expect((await client.patterns.shares()).kept!.isStale).toBe(true)

    await expect(
      client.systemic.create({ driverId: notice, group: { kind: 'team', key: '999' } }),
    ).rejects.toThrow('was not observed of that team on these days.')
    await expect(client.systemic.get({ id: 999 })).rejects.toThrow(
      'That finding is no longer there; go back to the list.',
    )
  })

  test('a course that stepped up is told from noise', async () => {
    const { trend } = await workspace.client.patterns.driver({ driverId: notice, weeks: 9 })
    expect(trend.changes).toHaveLength(1)
    expect(trend.changes[0]!.after).toBeGreaterThan(trend.changes[0]!.before)
  })
})

async function sharesComputed(client: TestWorkspace['client']): Promise<void> {
  const { jobId } = await client.patterns.computeShares({})
  for (;;) {
    const job = (await client.jobs.list()).find(({ id }) => id === jobId)!
    if (job.state === 'done') return
    if (job.state === 'failed') throw new Error(job.error ?? '')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
