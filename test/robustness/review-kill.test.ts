import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../../engine/statistics/index.ts'
import { connect, type ReadableDatabase } from '../../engine/store/index.ts'
import { conversationOf, openDesk, publishForm } from '../support/quality-desk.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { incidents, keepDoors, type Doors, type Served } from './support/doors.ts'
import { form, nextMove, reviewsIn, type Move, type ReviewState } from './support/reviewer.ts'

/** Half of them anywhere in the work, half in the middle of a submission. */
const KILLS = 12
const root = makeTemporaryFolder()
let doors: Doors

beforeAll(() => {
  doors = keepDoors()
})
afterAll(async () => {
  await doors.close()
  rmSync(root, { recursive: true, force: true })
})

/** What a workspace holds when nobody has it open. */
function held<Result>(folder: string, read: (database: ReadableDatabase) => Result): Result {
  const database = connect(join(folder, 'own', 'debrief.sqlite'), 'read')
  try {
    return read(database)
  } finally {
    database.raw.close()
  }
}

const isOneOf = (actual: unknown, allowed: readonly unknown[]) =>
  allowed.some((one) => isDeepStrictEqual(actual, one))

/** A workspace with six reviews that wait. */
async function aQueue(folder: string): Promise<void> {
  const workspace = await openDesk(3)
  const { client } = workspace
  const scorecardId = await publishForm(workspace, form)
  for (const contact of ['C-101', 'C-102', 'C-103', 'C-201', 'C-202', 'C-203'])
    await client.reviews.request({ interactionId: await conversationOf(workspace, contact), scorecardId })
  await workspace.engine.close()
  cpSync(workspace.engine.context.workspaceDir, join(folder, 'own'), { recursive: true })
  rmSync(workspace.folder, { recursive: true })
}

test('killed outright while reviews are filled in and submitted keeps all that was saved, and nothing by halves', async () => {
  const folder = join(root, 'desk')
  await aQueue(folder)
  const random = seededRandom(4)
  const stands = held(folder, reviewsIn)
  const found: Record<string, number> = {}
  let moves = 0
  let door = await doors.open(folder)
  for (let kill = 0; kill < KILLS; kill++) {
    const { undone, made } = await workUntilKilled(door, stands, random, kill % 2 === 1)
    moves += made
    door = await doors.open(folder)
    expect(await door.client.workspace.check()).toEqual({ ok: true, problems: [] })
    for (const [id, actual] of held(folder, reviewsIn)) {
      const before = stands.get(id)
      const allowed = undone.id === id ? [before, undone.after] : [before]
      if (!isOneOf(actual, allowed))
        expect({ kill, undone, actual }).toEqual({ kill, undone, actual: allowed })
      stands.set(id, actual)
    }
    const isDone = isDeepStrictEqual(stands.get(undone.id), undone.after)
    const what = `${undone.kind} ${isDone ? 'done' : 'not done'}`
    found[what] = (found[what] ?? 0) + 1
    if (isDone) continue
    // what the kill came in between of can be done again
    await undone.make(door.client)
    stands.set(undone.id, undone.after)
    expect(held(folder, reviewsIn).get(undone.id)).toEqual(undone.after)
  }
  await door.close()
  process.stdout.write(`reviews: ${moves} moves and ${KILLS} kills, ${JSON.stringify(found)}\n`)
  expect(incidents(folder)).toEqual([])
  expect(moves).toBeGreaterThan(KILLS)
})

/** Works through the reviews until the door is killed: at any moment, or in the middle of a submission. Notes in `stands` what was acknowledged. */
async function workUntilKilled(
  { client, kill }: Served,
  stands: Map<number, ReviewState>,
  random: () => number,
  isAtSubmission: boolean,
): Promise<{ undone: Move; made: number }> {
  let isKilled = false
  const strikeAfter = (ms: number) =>
    setTimeout(() => {
      isKilled = true
      void kill()
    }, ms)
  let isSet = !isAtSubmission
  if (isSet) strikeAfter(random() * 300)
  let made = 0
  for (;;) {
    const id = [...stands.keys()][Math.floor(random() * stands.size)]!
    const move = nextMove(id, stands.get(id)!, random)
    if (move.kind === 'submit' && !isSet) {
      isSet = true
      strikeAfter(random() * 60)
    }
    const isAcknowledged = await move.make(client).then(
      () => true,
      (error: unknown) => {
        if (!isKilled) throw error
        return false
      },
    )
    if (!isAcknowledged) {
      await kill()
      return { undone: move, made }
    }
    made += 1
    stands.set(id, move.after)
  }
}
