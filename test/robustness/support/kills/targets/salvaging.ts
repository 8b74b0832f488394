import assert from 'node:assert/strict'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { salvageWorkspace } from '../../../../../engine/salvaging.ts'
import { connect, findDamage } from '../../../../../engine/store/index.ts'
import { damages } from '../../damaging.ts'
import { aFilledWorkspace } from '../a-workspace.ts'
import type { KillTarget } from '../target.ts'

const saved = (folder: string) => join(folder, 'saved')

/** What can be read of a damaged workspace is saved: into a whole new one, or none under its name. */
export const salvaging: KillTarget = {
  name: 'salvaging',
  share: 6,
  async prepare(folder) {
    await aFilledWorkspace(folder)
    cpSync(join(folder, 'own'), join(folder, 'damaged'), { recursive: true })
    damages['random bytes']!(join(folder, 'damaged', 'debrief.sqlite'), 30)
  },
  steps: (folder) => [async () => salvageWorkspace(join(folder, 'damaged'), saved(folder), () => 0)],
  look: (_database, folder) => existsSync(saved(folder)),
  async alsoHolds({ folder }, isAtEnd) {
    if (isAtEnd) assert.deepEqual(readdirSync(folder).toSorted(), ['damaged', 'files', 'own', 'saved'])
    if (!existsSync(saved(folder))) return
    const database = connect(join(saved(folder), 'debrief.sqlite'), 'read')
    try {
      assert.deepEqual(findDamage(database), [])
    } finally {
      database.raw.close()
    }
  },
}
