import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { seededRandom } from '../../engine/statistics/index.ts'
import { connect } from '../../engine/store/index.ts'
import { makeTemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'
import { deskContents, deskWorld, type DeskWorld } from './support/desk-works.ts'
import { incidents, keepDoors, type Doors } from './support/doors.ts'

const KILLS_EACH = 2
const root = makeTemporaryFolder()
const names = [
  'submits a review that moves the rules on',
  'draws for a plan',
  'settles a difference',
  'decides a dispute',
  'takes in a calibration file',
]
let doors: Doors
let world: DeskWorld
type Contents = ReturnType<typeof deskContents>
/** What is there before a work, and after it, and how many milliseconds it takes. */
const whole = new Map<string, { before: Contents; after: Contents; ms: number }>()

function contents(folder: string): Contents {
  const database = connect(join(folder, 'own', 'debrief.sqlite'), 'read')
  try {
    return deskContents(database)
  } finally {
    database.raw.close()
  }
}

beforeAll(async () => {
  doors = keepDoors(inject('children'))
  world = await deskWorld()
  expect(Object.keys(world.works)).toEqual(names)
  for (const name of names) {
    const folder = join(root, name)
    world.copyTo(folder)
    const before = contents(folder)
    const engine = await createEngine({ workspace: join(folder, 'own'), takesPaths: false })
    const started = performance.now()
    await world.works[name]!(directClient(engine))
    const ms = performance.now() - started
    await engine.close()
    whole.set(name, { before, after: contents(folder), ms })
    rmSync(folder, { recursive: true })
  }
}, 120_000)
afterAll(async () => {
  await doors.close()
  world.remove()
  rmSync(root, { recursive: true, force: true })
})

test.each(names)(
  'killed outright while it %s has done all of it or nothing, and can do it again',
  async (name) => {
    const { before, after, ms } = whole.get(name)!
    expect(after).not.toEqual(before)
    const random = seededRandom(names.indexOf(name))
    // a process that has just begun takes longer
    const within = 2 * ms + 80
    const found = { before: 0, after: 0 }
    for (let kill = 0; kill < KILLS_EACH; kill++) {
      const folder = join(root, `${names.indexOf(name)}-${kill}`)
      world.copyTo(folder)
      const door = await doors.open(folder)
      const call = world.works[name]!(door.client).catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, ((kill + random()) / KILLS_EACH) * within))
      await door.kill()
      await call
      const engine = await createEngine({ workspace: join(folder, 'own'), takesPaths: false })
      const client = directClient(engine)
      expect(await client.workspace.check()).toMatchObject({ ok: true, problems: [] })
      const state = contents(folder)
      const isBefore = isDeepStrictEqual(state, before)
      if (!isBefore) expect(state).toEqual(after)
      found[isBefore ? 'before' : 'after'] += 1
      if (isBefore) await world.works[name]!(client)
      await engine.close()
      expect(contents(folder)).toEqual(after)
      expect(incidents(folder)).toEqual([])
    }
    process.stdout.write(
      `${name}: ${KILLS_EACH} kills within ${Math.round(within)} ms, ${JSON.stringify(found)}\n`,
    )
  },
)

/** Writes to a file until not one byte more fits. */
function fill(file: string): void {
  const filler = openSync(file, 'w')
  for (const bytes of [65_536, 1024, 1])
    try {
      for (;;) writeSync(filler, Buffer.alloc(bytes))
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
    }
  closeSync(filler)
}

describe('on a full disk', () => {
  const told = /^The disk (is full|could not be written or read)[^\n]*nothing was changed\.[^\n]*$/
  const shell = (script: string, argument: string) => spawnSync('bash', ['-c', script, 'bash', argument])
  /** A small disk with the workspace on it; undefined where none can be mounted. */
  function smallDisk(): string | undefined {
    const mounted = temporaryFolder()
    if (shell('mount -t tmpfs -o size=24m tmpfs "$1"', mounted).status !== 0) return undefined
    onTestFinished(() => void shell('umount -l "$1"', mounted))
    mkdirSync(join(mounted, 'door'))
    world.copyTo(join(mounted, 'door'))
    return mounted
  }

  test.for(names)(
    'one who %s is told in one sentence, and it is done once there is space',
    async (name, { skip }) => {
      const disk = smallDisk()
      if (disk === undefined) return skip('A file system can only be mounted by an administrator.')
      const folder = join(disk, 'door')
      const { before, after } = whole.get(name)!
      const door = await doors.open(folder)
      fill(join(disk, 'filler'))
      const refused = await world.works[name]!(door.client).then(
        () => 'done all the same',
        (error: Error) => error.message,
      )
      expect(refused).toMatch(told)
      expect(contents(folder)).toEqual(before)
      rmSync(join(disk, 'filler'))
      await world.works[name]!(door.client)
      expect(contents(folder)).toEqual(after)
      expect(await door.client.workspace.check()).toMatchObject({ ok: true, problems: [] })
      await door.close()
      expect(incidents(folder)).toEqual([])
    },
  )
  test('whoever fills in a form is told so at each step, sees what was saved before, and goes on once there is space', async ({
    skip,
  }) => {
    const disk = smallDisk()
    if (disk === undefined) return skip('A file system can only be mounted by an administrator.')
    const folder = join(disk, 'door')
    const { client, close } = await doors.open(folder)
    const before = contents(folder)
    const desk = await client.reviews.open({ id: world.draft })
    fill(join(disk, 'filler'))
    const refused = world.steps.map((step) =>
      step(client).then(
        () => 'done all the same',
        (error: Error) => error.message,
      ),
    )
    for (const sentence of await Promise.all(refused)) expect(sentence).toMatch(told)
    expect(await client.reviews.open({ id: world.draft })).toEqual(desk)
    expect(contents(folder)).toEqual(before)
    rmSync(join(disk, 'filler'))
    for (const [number, step] of world.steps.entries()) {
      const stood = contents(folder)
      await step(client)
      if (isDeepStrictEqual(contents(folder), stood)) expect(`step ${number} changes something`).toBe('')
    }
    expect(await client.workspace.check()).toMatchObject({ ok: true, problems: [] })
    await close()
    expect(incidents(folder)).toEqual([])
  })
})
