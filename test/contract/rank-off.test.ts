import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rules } from '../../engine/governance/index.ts'
import type { Client } from '../../engine/direct-client.ts'
import { inputsOfCalls } from '../support/inputs-of-calls.ts'
import { openPlantedTeams, type PlantedTeams } from '../support/planted-teams.ts'
import { adoptPolicy } from '../support/policy.ts'
import { csv } from '../support/workspace.ts'

/** What makes an order of people, or an action for one, wherever it stands in an answer. */
const telling: Record<string, (value: unknown) => boolean> = {
  rank: (value) => typeof value === 'number',
  priority: (value) => typeof value === 'number' && value > 0,
  actions: (value) => Array.isArray(value) && value.length > 0,
  strengths: (value) => Array.isArray(value) && value.length > 0,
  notEnoughEvidence: (value) => Array.isArray(value) && value.length > 0,
  suggested: (value) => Array.isArray(value) && value.length > 0,
  peers: (value) => Array.isArray(value) && value.length > 0,
  funnel: (value) => value !== null,
  topDriver: (value) => value !== null,
  probabilityOfGap: (value) => typeof value === 'number' && value > 0,
  probabilityTopTenth: (value) => typeof value === 'number' && value > 0,
  isTied: (value) => value === true,
  state: (value) => value === 'act' || value === 'must-address' || value === 'on-track',
  status: (value) => value === 'proposed' || value === 'on-track' || value === 'not-enough-evidence',
}

/** Where an answer holds any of it, as `items.0.rank`. */
function toldIn(value: unknown, at = ''): string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, own]) => {
    const here = at === '' ? key : `${at}.${key}`
    return [...(telling[key]?.(own) ? [here] : []), ...toldIn(own, here)]
  })
}

/** The calls that look at something, each by its path. */
function looks(): string[] {
  return Object.entries(rules).flatMap(([domain, calls]) =>
    Object.entries(calls)
      .filter(([, rule]) => rule.told === 'never' || rule.told === 'once')
      .map(([name]) => `${domain}.${name}`),
  )
}

/** Noted by a session that was prepared while people were ranked; the draft of a form, a state of a job or a review is no standing of a person. */
const OWN_STATES = /^(jobs|reviews|sessions|disputes|calibration|scorecards|rules|worth|judge|audit)\./

let planted: PlantedTeams

beforeAll(async () => {
  planted = await openPlantedTeams()
  const { workspace } = planted
  // one of each team holds calls long and passes them on
  const people = (await workspace.client.people.list({})).map(({ name }) => name).toSorted()
  await workspace.take(
    'many.csv',
    csv(
      people.flatMap((agent, at) =>
        Array.from({ length: 40 }, (_, n) => ({
          contact_id: `M${at}X${n}`,
          agent_name: agent,
          queue: 'Billing',
          channel: 'voice',
          started_at: `2026-03-${String(1 + (n % 27)).padStart(2, '0')}T10:00:00Z`,
          handle_seconds: (at % 9 === 3 ? 900 : 240) + n,
          transferred: n % 10 < (at % 9 === 3 ? 6 : 1) ? 'Yes' : 'No',
        })),
      ),
    ),
    { source: 'acd' },
  )
}, 120_000)
afterAll(() => planted.workspace.close())

/** What a call answers by the path it has in the contract; null where it is refused. */
async function answerOf(client: Client, path: string, input: unknown): Promise<unknown> {
  let call: unknown = client
  for (const name of path.split('.')) call = (call as Record<string, unknown>)[name]
  return (call as (input: unknown) => Promise<unknown>)(input).catch(() => null)
}

async function setRank(rank: 'on' | 'off'): Promise<void> {
  await adoptPolicy(planted.workspace.client, (document) => ({
    ...document,
    automation: { ...document.automation, rank },
  }))
}

/** What every looking call tells of an order, with all its inputs: `coaching.team items.0.rank`. */
async function toldByCalls(): Promise<string[]> {
  const { client } = planted.workspace
  // of a driver that is ranked
  const inputs = JSON.parse(
    JSON.stringify(inputsOfCalls(planted), (_, value: unknown) => value ?? null).replaceAll(
      '"handle_time"',
      '"transfer_rate"',
    ),
  ) as Record<string, unknown[]>
  const told: string[] = []
  for (const path of looks()) {
    if (OWN_STATES.test(path) && path !== 'sessions.week' && path !== 'sessions.board') continue
    for (const input of inputs[path]!) {
      for (const place of toldIn(await answerOf(client, path, input ?? undefined)))
        told.push(`${path} ${place}`)
    }
  }
  return told
}

describe('ranking that the policy keeps off', () => {
  test('leaves no call that gives an order or an action', { timeout: 120_000 }, async () => {
    await setRank('on')
    const before = new Set((await toldByCalls()).map((one) => one.split(' ')[0]))
    expect([...before]).toEqual(
      expect.arrayContaining(['coaching.rank', 'coaching.team', 'coaching.agent', 'patterns.driver']),
    )
    await setRank('off')
    expect(await toldByCalls()).toEqual([])
  })

  test('is told of before it is put in force: what was prepared by an order last month', async () => {
    const { client } = planted.workspace
    await setRank('on')
    const { document } = await client.policy.get()
    const off = { ...document, automation: { ...document.automation, rank: 'off' as const } }
    const unranked = async () => (await client.policy.try({ document: off })).replay.unranked
    const before = await unranked()
    const person = (await client.people.list({})).at(-1)
    const mine = { agentIds: [person!.id], days: 90 }
    await client.sessions.prepare({ ...mine, driverId: 'transfer_rate' })
    await client.sessions.prepare({ ...mine, driverId: null, idea: 'Own idea' })
    expect(await unranked()).toEqual({ sessions: (before?.sessions ?? Number.NaN) + 1 })
    await setRank('off')
    expect(await unranked()).toBeNull()
  })

  test('lists people by name, with what was seen of each', async () => {
    await setRank('off')
    const { client } = planted.workspace
    const { items, isRanked } = await client.coaching.team({})
    const names = items.map(({ agent }) => agent.name)
    expect(isRanked).toBe(false)
    expect(names.length).toBeGreaterThan(10)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)))
    expect(new Set(items.map(({ state, reason, rank }) => JSON.stringify([state, reason, rank])))).toEqual(
      new Set(['["unranked","",null]']),
    )
    expect(items.every(({ contacts }) => contacts > 0)).toBe(true)
    const unseen = (await client.sessions.board({})).unseen.map(({ name }) => name)
    expect(unseen).toEqual(unseen.toSorted((a, b) => a.localeCompare(b)))
  })

  test('leaves the page of an agent its figures with intervals, evidence and notes', async () => {
    await setRank('off')
    const { client } = planted.workspace
    const { items } = await client.coaching.team({})
    const page = await client.coaching.agent({ agentId: items[0]!.agent.id })
    const labels = page.ranked.drivers.map(({ driver }) => driver.label)
    expect(page.isRanked).toBe(false)
    expect(labels.length).toBeGreaterThan(2)
    expect(labels).toEqual(labels.toSorted((a, b) => a.localeCompare(b)))
    const transfers = page.ranked.drivers.find(({ driver }) => driver.id === 'transfer_rate')!
    expect(transfers.posterior.high).toBeGreaterThan(transfers.posterior.low)
    expect(transfers.peerMean).toBeGreaterThan(0)
    expect(transfers.evidence.length).toBeGreaterThan(0)
    expect(transfers.sentence).toContain("the peers' mean is")
    expect(JSON.stringify(page)).not.toMatch(/good peer|among the (top|best)|Closing the gap/)
  })

  test('refuses what would be an order in one sentence: the ranking, who else has a gap, a draw', async () => {
    await setRank('off')
    const { client } = planted.workspace
    const sentence = /^The policy ".+" keeps ranking of people off; nobody was ranked\./
    await expect(client.coaching.rank({})).rejects.toThrow(sentence)
    await expect(client.sessions.alike({ id: planted.ids.sessions[0]! })).rejects.toThrow(sentence)
    await expect(
      client.waitingLists.draw({ driverId: 'transfer_rate', agentIds: planted.ids.people.slice(0, 4) }),
    ).rejects.toThrow(sentence)
    expect(await client.waitingLists.ties({})).toEqual([])
  })

  test('leaves a session its figure and moments, and suggests nobody’s best', async () => {
    await setRank('off')
    const { client } = planted.workspace
    const agentId = (await client.coaching.team({})).items[0]!.agent.id
    const { id } = await client.sessions.prepare({ agentIds: [agentId], driverId: 'transfer_rate' })
    const session = await client.sessions.get({ id })
    expect(session.people[0]!.figure).toMatchObject({ status: 'unranked', probabilityOfGap: 0 })
    expect(session.people[0]!.figure!.inWords).not.toMatch(/good peer/i)
    expect(session.agenda.map(({ text }) => text).join(' ')).not.toMatch(/among the best|and peers/)
    const { base64 } = await client.sessions.packet({ id, agentId })
    expect(Buffer.from(base64, 'base64').toString()).not.toMatch(/good peer|probability of a gap/i)
    await client.sessions.remove({ id })
  })

  test('reaches the reports: people by name, no one to see first', async () => {
    const { client } = planted.workspace
    const textOf = async (kind: 'weekly' | 'director') => {
      const { base64 } = await client.reports.write({ kind, format: 'html', paper: 'A4' })
      return Buffer.from(base64, 'base64').toString()
    }
    const ordered =
      /Who needs what this week|To see this week|To coach|Must address|Worth saying|no longer proposed/
    await setRank('on')
    expect(await textOf('weekly')).toMatch(ordered)
    expect(await textOf('director')).toMatch(ordered)
    await setRank('off')
    const weekly = await textOf('weekly')
    expect(weekly).not.toMatch(ordered)
    expect(weekly).toContain('keeps ranking of people off')
    expect(await textOf('director')).not.toMatch(ordered)
  })

  test('reaches an export: figures by name, and what a ranking is made of is empty', async () => {
    const { client, folder } = planted.workspace
    const rowsOf = async (directory: string) => {
      let files = 0
      const written = await client.exports.write({ format: 'csv', directory, tables: ['ranking'] })
      for await (const { done } of written) files += done?.files.length ?? 0
      expect(files).toBe(1)
      const table = (name: string) => {
        const [head, ...rows] = readFileSync(join(directory, `${name}.csv`), 'utf8')
          .trim()
          .split(/\r?\n/)
        const columns = head!.split(',')
        return rows.map((row) => Object.fromEntries(row.split(',').map((cell, at) => [columns[at]!, cell])))
      }
      return table('ranking')
    }
    await setRank('on')
    const ranked = await rowsOf(join(folder, 'ranked'))
    expect(ranked.some(({ action_rank }) => action_rank === '1')).toBe(true)
    await setRank('off')
    const rows = await rowsOf(join(folder, 'unranked'))
    expect(rows.length).toBe(ranked.length)
    const empty = ({ status, action_rank, probability_of_gap, gain_per_week, priority }: (typeof rows)[0]) =>
      [status, action_rank, probability_of_gap, gain_per_week, priority].join('|')
    expect(new Set(rows.map(empty))).toEqual(new Set(['unranked||||']))
    expect(
      rows.every(
        ({ posterior, low, high }) => Number(low) <= Number(posterior) && Number(posterior) <= Number(high),
      ),
    ).toBe(true)
  })

  test('sets people nowhere beside each other by what is worst: levels by name', async () => {
    const { client } = planted.workspace
    const labels = async () =>
      (await client.patterns.levels({ driverId: 'transfer_rate', source: 'agent' })).levels.map(
        ({ label }) => label,
      )
    await setRank('on')
    const worstFirst = await labels()
    expect(worstFirst).not.toEqual(worstFirst.toSorted((a, b) => a.localeCompare(b)))
    await setRank('off')
    expect(await labels()).toEqual(worstFirst.toSorted((a, b) => a.localeCompare(b)))
  })

  test('comes back with the policy that allows it', async () => {
    await setRank('off')
    await setRank('on')
    const { agents } = await planted.workspace.client.coaching.rank({})
    expect(agents.some(({ actions }) => actions.length > 0)).toBe(true)
  })
})
