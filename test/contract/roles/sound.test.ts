import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { directClient, type Client } from '../../../engine/direct-client.ts'
import { starterPolicies, type Role } from '../../../shared/domain/policy.ts'
import { writeCall } from '../../support/a-call.ts'
import { csv } from '../../support/workspace.ts'
import { aRecordedWorkspace } from '../../unit/recordings/flow/a-recorded-workspace.ts'

const SLOW_MS = 180_000
const agents = { East: 'Qzenarla Berg', West: 'Qzwnolaf Cole' }
const fileOf = (agent: string) => `${agent}_2026-03-02_10-15-00.wav`

/** Two teams, each with an agent of whom there is a recording whose file has their name; and a profile for each role. */
async function openRecordedTeams() {
  const own = await aRecordedWorkspace()
  const { client, engine, folder } = own
  await client.recordings.setPreferences({ namePattern: '{agent}_{date}_{time}' })
  const calls = join(folder, 'qzwtcalls.csv')
  writeFileSync(
    calls,
    csv(
      Object.entries(agents).map(([team, agent], at) => ({
        contact_id: `C${at}`,
        agent_name: agent,
        team,
        queue: 'Billing',
        channel: 'voice',
        started_at: `2026-03-02T0${8 + at}:00:00Z`,
        handle_seconds: 300,
      })),
    ),
  )
  await own.bringIn(calls)
  for (const [at, agent] of Object.values(agents).entries())
    writeCall(join(folder, 'calls', fileOf(agent)), { seed: at + 1 })
  await own.bringIn(join(folder, 'calls'))
  const recordings = await client.recordings.list()
  const idOf = (agent: string) => recordings.find((one) => one.agent?.name === agent)!.id
  // the telephone system and the recorder each name them
  for (const agent of Object.values(agents)) {
    const personIds = (await client.people.list({})).filter(({ name }) => name === agent).map(({ id }) => id)
    if (personIds.length > 1) await client.people.merge({ personIds })
  }
  const people = await client.people.list({})
  const profiles = { passphrase: false, idleMinutes: null }
  await client.policy.adopt({ document: { ...starterPolicies.strict, profiles } })
  await client.profiles.create({ name: 'Boss', role: 'administrator' })
  const made: Partial<Record<Role, Client>> = {}
  for (const role of ['supervisor', 'reviewer', 'director', 'agent'] as const) {
    const { id } = await client.profiles.create({
      name: `The ${role}`,
      role,
      teams: role === 'supervisor' ? [{ team: 'East', from: null, to: null }] : [],
      agentId: role === 'agent' ? people.find(({ name }) => name === agents.East)!.id : null,
    })
    engine.context.signedIn.enter(role, id)
    const { router, context } = engine
    made[role] = directClient({ router, context: { ...context, caller: role } })
  }
  const clientOf = (role: Role) => (role === 'administrator' ? client : made[role]!)
  const soundFor = async (caller: string, id: number) => {
    const found = await engine.playback(id, caller)
    return 'sentence' in found ? found.sentence : 'sound'
  }
  return { ...own, clientOf, soundFor, east: idOf(agents.East), west: idOf(agents.West) }
}

test(
  'sound is played to whom the conversation is shown, and to nobody who has not entered a profile',
  async () => {
    const { engine, soundFor, clientOf, east, west } = await openRecordedTeams()
    expect(await soundFor(engine.context.caller, east)).toBe('sound')
    expect(await soundFor('supervisor', east)).toBe('sound')
    expect(await soundFor('supervisor', west)).toMatch(/not of your teams/)
    expect(await soundFor('reviewer', west)).toBe('sound')
    for (const caller of ['director', 'agent']) expect(await soundFor(caller, east)).toMatch(/you may not/)
    expect(await soundFor('somebody who opened a link', east)).toMatch(/Enter your profile/)
    await expect(clientOf('supervisor').recordings.peaks({ recordingId: west })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await clientOf('supervisor').recordings.peaks({ recordingId: east })).toBeTruthy()
  },
  SLOW_MS,
)

test(
  'names of files tell nobody more than the role does',
  async () => {
    const { clientOf, west } = await openRecordedTeams()
    const textFor = async (role: Role) => JSON.stringify(await clientOf(role).recordings.list())
    expect(await textFor('administrator')).toContain(fileOf(agents.West))
    const supervisor = await textFor('supervisor')
    expect(supervisor).toContain(fileOf(agents.East))
    expect(supervisor).not.toMatch(/qzwn|Cole/i)
    const reviewer = await textFor('reviewer')
    expect(reviewer).toContain(`Recording ${west}`)
    expect(reviewer).not.toMatch(/qz[ew]n|Berg|Cole/i)
    for (const role of ['director', 'agent'] as const)
      await expect(clientOf(role).recordings.list()).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    for (const role of ['supervisor', 'reviewer'] as const) {
      const list = await clientOf(role).conversations.list({ limit: 50 })
      for (const { interactionId } of list.items) {
        const shown = JSON.stringify(await clientOf(role).conversations.get({ interactionId }))
        expect(shown).not.toMatch(role === 'reviewer' ? /qz[ew]n|qzwtcalls/i : /qzwn|qzwtcalls/i)
      }
      expect(list.items.length).toBeGreaterThan(0)
    }
  },
  SLOW_MS,
)
