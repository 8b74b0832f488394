import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../../engine/statistics/index.ts'
import { floorOf, takeFloor } from '../unit/coaching/floor.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { openWorkspace } from '../support/workspace.ts'
import { incidents, keepDoors, type Doors, type Served } from './support/doors.ts'

const KILLS = 10
/** What the clock may be off by: a call's way through the door, under load. */
const TOLERANCE_MS = 2_000
const notes =
  'She passes on before she has read the whole question. Agreed: read it back first, then decide. '
const root = makeTemporaryFolder()
let doors: Doors

beforeAll(() => {
  doors = keepDoors()
})
afterAll(async () => {
  await doors.close()
  rmSync(root, { recursive: true, force: true })
})

/** A workspace with one session that is prepared; gives its id. */
async function aPreparedSession(folder: string): Promise<number> {
  const workspace = await openWorkspace()
  await takeFloor(workspace, floorOf([{ name: 'Ada Byron', team: 'North', transferShare: 0.35 }]))
  const { agents } = await workspace.client.coaching.rank({})
  const ada = agents.find(({ agent }) => agent.name === 'Ada Byron')!.agent
  const { id } = await workspace.client.sessions.prepare({ agentIds: [ada.id], driverId: 'transfer_rate' })
  await workspace.engine.close()
  cpSync(workspace.engine.context.workspaceDir, join(folder, 'own'), { recursive: true })
  rmSync(workspace.folder, { recursive: true })
  return id
}

/** Types from `typed` on, one stroke after the other, until the door is killed; gives what was acknowledged and the stroke in work. */
async function typeUntilKilled(
  { client, kill }: Served,
  { id, agentId }: { id: number; agentId: number },
  typed: string,
  afterMs: number,
): Promise<{ saved: string; inWork: string }> {
  let isKilled = false
  let gone: Promise<void> | undefined
  setTimeout(() => {
    isKilled = true
    gone = kill()
  }, afterMs)
  let saved = typed
  for (;;) {
    const inWork = saved + notes[saved.length % notes.length]!
    const draft = { commitmentId: null, agentId, behaviour: inWork.slice(-400), seenBy: '', dueOn: null }
    const words = { agentId, text: inWork }
    const stroke = { id, sharedNotes: inWork, privateNotes: inWork, draft, words }
    const isSaved = await client.sessions.write(stroke).then(
      () => true,
      (error: unknown) => {
        if (!isKilled) throw error
        return false
      },
    )
    if (!isSaved) {
      await gone
      return { saved, inWork }
    }
    saved = inWork
  }
}

test('killed outright while notes are typed loses the stroke in work at most, and the clock of the session runs on', async () => {
  const folder = join(root, 'session')
  const id = await aPreparedSession(folder)
  const random = seededRandom(11)
  let door = await doors.open(folder)
  await door.client.sessions.start({ id })
  const startedAt = Date.now()
  const agentId = (await door.client.sessions.get({ id })).people[0]!.id
  let typed = ''
  let lost = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const { saved, inWork } = await typeUntilKilled(door, { id, agentId }, typed, 20 + random() * 300)
    door = await doors.open(folder)
    expect(await door.client.workspace.check()).toEqual({ ok: true, problems: [] })
    const page = await door.client.sessions.get({ id })
    expect([saved, inWork]).toContain(page.sharedNotes)
    // one stroke is saved whole or not at all
    expect(page.privateNotes).toBe(page.sharedNotes)
    expect(page.draft?.behaviour ?? '').toBe(page.sharedNotes.slice(-400))
    expect(page.people[0]!.draftWords).toBe(page.sharedNotes)
    expect(page.state).toBe('running')
    const runs = page.heldMs + (Date.now() - page.runningSince!)
    expect(Math.abs(runs - (Date.now() - startedAt))).toBeLessThan(TOLERANCE_MS)
    if (page.sharedNotes === saved) lost += 1
    typed = page.sharedNotes
  }
  // a pause stands still through a kill, too
  await door.client.sessions.pause({ id, isPaused: true })
  const paused = (await door.client.sessions.get({ id })).heldMs
  await door.kill()
  door = await doors.open(folder)
  expect(await door.client.sessions.get({ id })).toMatchObject({ heldMs: paused, runningSince: null })
  await door.client.sessions.finish({ id })
  expect(await door.client.sessions.get({ id })).toMatchObject({
    state: 'held',
    heldMs: paused,
    sharedNotes: typed,
    privateNotes: typed,
  })
  await door.close()
  process.stdout.write(
    `session: ${typed.length} strokes kept over ${KILLS} kills, ${lost} strokes in work lost\n`,
  )
  expect(incidents(folder)).toEqual([])
  expect(typed.length).toBeGreaterThan(KILLS)
})
