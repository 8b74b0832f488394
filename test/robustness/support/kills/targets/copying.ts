import assert from 'node:assert/strict'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connect, findDamage } from '../../../../../engine/store/index.ts'
import { finished } from '../../../../support/merging.ts'
import { dump } from '../../dump.ts'
import { aFilledWorkspace } from '../a-workspace.ts'
import type { AtWork, KillTarget } from '../target.ts'

const placeOf = (folder: string) => join(folder, 'copy')
const halves = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('copy.unfinished'))

/** Whatever opens as a workspace is a whole one. */
function requireWhole(place: string): void {
  const file = join(place, 'debrief.sqlite')
  if (!existsSync(file)) return
  const database = connect(file, 'read')
  try {
    assert.deepEqual(findDamage(database), [])
    const count = (table: string) => database.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    assert.ok((count('interactions') as number) > 0)
    assert.deepEqual([count('profiles'), count('policies'), count('audit_log')], [1, 1, 1])
  } finally {
    database.raw.close()
  }
}

async function makeCopy({ client, folder }: AtWork): Promise<void> {
  const place = placeOf(folder)
  // one that stood before it was acknowledged is whole, and made anew
  requireWhole(place)
  rmSync(place, { recursive: true, force: true })
  const team = (await client.people.teams()).find(({ name }) => name === 'Team 0')!
  await finished(
    client,
    client.supervisorCopies.start({ teamIds: [team.id], name: 'Robin', directory: place }),
  )
}

/** A copy for a supervisor: a whole workspace in its place, or none, and nothing of the one it is of is changed. */
export const copying: KillTarget = {
  name: 'copying for a supervisor',
  share: 6,
  prepare: aFilledWorkspace,
  steps: () => [makeCopy],
  look(database, folder) {
    for (const name of [...halves(folder), 'copy']) requireWhole(join(folder, name))
    return { own: dump(database), hasCopy: existsSync(join(placeOf(folder), 'debrief.sqlite')) }
  },
  async alsoHolds({ folder }, isAtEnd) {
    for (let tries = 0; tries < 100 && halves(folder).length > 0; tries++) await pause(20)
    assert.deepEqual(halves(folder), [])
    requireWhole(placeOf(folder))
    if (isAtEnd) assert.ok(existsSync(join(placeOf(folder), 'debrief.sqlite')))
  },
}
