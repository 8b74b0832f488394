import { expect, onTestFinished, test } from 'vitest'
import { starterPolicies } from '../../../shared/domain/policy.ts'
import type { Client } from '../../../engine/direct-client.ts'
import { openWorkspace } from '../../support/workspace.ts'
import { as, copied, fillTeams, opened } from './a-copy.ts'

const SLOW_MS = 120_000

async function filled() {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  await fillTeams(own)
  return own
}

/** Figures to the sixth place: sums of weeks are added up in another order than those of days. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Number(one.toFixed(6)) : one)),
  )

async function seenBy(client: Client) {
  const { agents } = await client.coaching.rank({})
  const list = await client.coaching.team({})
  return rounded({
    ranked: agents.map((one) => ({
      ...one,
      actions: one.actions.map(({ evidence: _, ...rest }) => rest),
      drivers: one.drivers.map(({ evidence: _, ...rest }) => rest),
    })),
    list: list.items.map(({ agent, rank: _, ...rest }) => ({ agent, ...rest })),
    scores: await client.metrics.query({ metricId: 'qa_score', by: 'agent' }),
  })
}

test(
  'own figures and the ranking of own agents agree with what the supervisor sees in the whole workspace',
  async () => {
    const own = await filled()
    const { client } = own
    const profiles = { passphrase: false, idleMinutes: null }
    await client.policy.adopt({ document: { ...starterPolicies.strict, profiles } })
    await client.profiles.create({ name: 'Boss', role: 'administrator' })
    const { id } = await client.profiles.create({
      name: 'Robin',
      role: 'supervisor',
      teams: [{ team: 'North', from: null, to: null }],
    })
    const before = await seenBy(as(own, id))
    const { directory, done } = await copied(own, { profileId: id })
    expect(done).toMatchObject({ agents: 7, peers: 10 })
    const copy = await opened(directory)
    const after = await seenBy(copy.client)
    expect((after as { ranked: unknown[] }).ranked).toHaveLength(7)
    expect(after).toEqual(before)
    const { coverage } = await copy.client.coaching.rank({})
    expect(coverage.sentence).toContain('people of other teams are in it as 10 nameless sums of weeks')
    expect(copy.engine.context.read.raw.pragma('foreign_key_check')).toEqual([])
  },
  SLOW_MS,
)

test(
  'of fewer than five others nothing is in the copy, and it says that it compares with nobody else',
  async () => {
    const own = await filled()
    const teamIds = (await own.client.people.teams())
      .filter(({ name }) => name !== 'West')
      .map(({ id }) => id)
    const { directory, done } = await copied(own, { teamIds, name: 'Robin' })
    expect(done.peers).toBe(0)
    const { client, engine } = await opened(directory)
    const { raw } = engine.context.read
    expect(
      raw
        .prepare("SELECT count(*) FROM identities WHERE name LIKE '%Peer%' OR name LIKE 'West%'")
        .pluck()
        .get(),
    ).toBe(0)
    expect(raw.prepare('SELECT count(*) FROM aggregated_contacts').pluck().get()).toBe(0)
    expect((await client.coaching.rank({})).coverage.sentence).toContain('compared with nobody else')
  },
  SLOW_MS,
)

test(
  'what somebody did in another team before is in no figure of the copy, and the copy is sound',
  async () => {
    const own = await filled()
    const north = (await own.client.people.teams()).find(({ name }) => name === 'North')!
    const { directory } = await copied(own, { teamIds: [north.id], name: 'Robin' })
    const { client, engine } = await opened(directory)
    const { raw } = engine.context.read
    const daysOf = (table: string) =>
      raw
        .prepare(
          `SELECT min(day) FROM ${table} JOIN identities ON identities.id = identity_id WHERE name = 'North Mover'`,
        )
        .pluck()
        .get() as number
    const march = Date.UTC(2026, 2, 1) / 86_400_000
    const tables = ['interactions', 'interaction_days', 'observation_days']
    expect(tables.filter((table) => daysOf(table) < march)).toEqual([])
    const january = Date.UTC(2026, 0, 31) / 86_400_000
    expect(raw.prepare('SELECT count(*) FROM aggregated_contacts WHERE day <= ?').pluck().get(january)).toBe(
      0,
    )
    expect(await client.workspace.summary()).toMatchObject({ agents: 7, interactions: 140 })
    await engine.close()
    const { compareRollups } = await import('../../../engine/metrics/index.ts')
    const { connect, findDamage } = await import('../../../engine/store/index.ts')
    const file = connect(`${directory}/debrief.sqlite`, 'read')
    onTestFinished(() => void file.raw.close())
    expect([...findDamage(file), ...compareRollups(file)]).toEqual([])
  },
  SLOW_MS,
)
