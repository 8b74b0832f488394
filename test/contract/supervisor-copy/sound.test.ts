import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import '../../support/quick-passphrases.ts'
import { directClient } from '../../../engine/direct-client.ts'
import { createEngine } from '../../../engine/index.ts'
import { unlock } from '../../../engine/workspace-protection.ts'
import { writeCall } from '../../support/a-call.ts'
import { encryptWorkspace, filesWith, lock, PASSPHRASE } from '../../support/encrypted.ts'
import { csv } from '../../support/workspace.ts'
import { aRecordedWorkspace } from '../../unit/recordings/flow/a-recorded-workspace.ts'
import { copied } from './a-copy.ts'

const SLOW_MS = 180_000
const agents = { East: 'Qzenarla Berg', West: 'Qzwnolaf Cole' }
const OF_COPY = 'nine green kettles hum'

/** Two teams with a recording each, whose file has the agent's name. */
async function recordedTeams() {
  const own = await aRecordedWorkspace()
  const { client, folder } = own
  await client.recordings.setPreferences({ namePattern: '{agent}_{date}_{time}' })
  const calls = join(folder, 'calls.csv')
  const contacts = Object.entries(agents).map(([team, agent], at) => ({
    contact_id: `C${at}`,
    agent_name: agent,
    team,
    queue: 'Billing',
    channel: 'voice',
    started_at: `2026-03-02T0${8 + at}:00:00Z`,
    handle_seconds: 300,
  }))
  writeFileSync(calls, csv(contacts))
  await own.bringIn(calls)
  for (const [at, agent] of Object.values(agents).entries())
    writeCall(join(folder, 'calls', `${agent}_2026-03-02_10-15-00.wav`), { seed: at + 1 })
  await own.bringIn(join(folder, 'calls'))
  for (const agent of Object.values(agents)) {
    const personIds = (await client.people.list({})).filter(({ name }) => name === agent).map(({ id }) => id)
    if (personIds.length > 1) await client.people.merge({ personIds })
  }
  return own
}

const teamOf = async (client: Awaited<ReturnType<typeof recordedTeams>>['client'], name: string) =>
  (await client.people.teams()).find((team) => team.name === name)!.id

test(
  'sound of own conversations goes along and plays, and nobody else’s does',
  async () => {
    const own = await recordedTeams()
    const order = { teamIds: [await teamOf(own.client, 'East')], name: 'Robin' }
    const { directory, done } = await copied(own, order)
    expect(done).toMatchObject({ sounds: 1, soundsLeftOut: 0 })
    const west = (await own.client.recordings.list()).find(({ agent }) => agent?.name === agents.West)!
    const shas = own.engine.context.read.raw
      .prepare('SELECT sha256 FROM recordings WHERE id = ?')
      .pluck()
      .all(west.id) as string[]
    const media = readdirSync(join(directory, 'media'))
    expect(media).toHaveLength(1)
    expect(media[0]).not.toContain(shas[0])
    expect(filesWith(directory, ['Qzwnolaf', 'Olaf Cole', shas[0]!])).toEqual([])
    // the copy stands alone
    rmSync(join(own.folder, 'calls'), { recursive: true })
    const engine = await createEngine({ workspace: directory, takesPaths: true })
    onTestFinished(() => engine.close())
    const client = directClient(engine)
    await client.profiles.enter({ id: 1, passphrase: '' })
    const [recording] = await client.recordings.list()
    expect('sentence' in (await engine.playback(recording!.id, engine.context.caller))).toBe(false)
    // a file that is gone is said, and stops nothing
    const again = await copied(own, order, 'again')
    expect(again.done).toMatchObject({ sounds: 0, soundsLeftOut: 1 })
  },
  SLOW_MS,
)

test(
  'the copy of an encrypted workspace is encrypted with keys of its own, or not made',
  async () => {
    const plain = await recordedTeams()
    await plain.close()
    const workspace = join(plain.folder, 'workspace')
    await encryptWorkspace(workspace)
    await unlock(workspace, PASSPHRASE)
    const own = await aRecordedWorkspace(plain.folder)
    const order = { teamIds: [await teamOf(own.client, 'East')], name: 'Robin' }
    await expect(copied(own, order)).rejects.toThrow(/encrypted, and so is a copy of it/)
    expect(existsSync(join(own.folder, 'copy'))).toBe(false)
    const { directory } = await copied(own, { ...order, passphrase: OF_COPY })
    expect(filesWith(directory, ['Qzenarla', 'SQLite format 3', 'RIFF', OF_COPY])).toEqual([])
    const read = own.engine.context.read.raw
    expect(JSON.stringify(read.prepare('SELECT * FROM jobs').all())).not.toContain(OF_COPY)
    lock(workspace)
    lock(directory)
    await expect(unlock(directory, PASSPHRASE)).rejects.toMatchObject({ code: 'KEY_WRONG' })
    await unlock(directory, OF_COPY)
    const engine = await createEngine({ workspace: directory, takesPaths: true })
    onTestFinished(() => engine.close())
    const client = directClient(engine)
    await client.profiles.enter({ id: 1, passphrase: '' })
    const [recording] = await client.recordings.list()
    expect('sentence' in (await engine.playback(recording!.id, engine.context.caller))).toBe(false)
    await unlock(workspace, PASSPHRASE)
  },
  SLOW_MS,
)
