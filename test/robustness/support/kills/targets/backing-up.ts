import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { connect, findDamage } from '../../../../../engine/store/index.ts'
import { dump } from '../../dump.ts'
import { aFilledWorkspace } from '../a-workspace.ts'
import type { KillTarget } from '../target.ts'

const backupIn = (folder: string) => join(folder, 'backup.sqlite')

/** A backup is made: under its name there is a whole one or none, and the workspace is what it was. */
export const backingUp: KillTarget = {
  name: 'backing up',
  share: 6,
  prepare: aFilledWorkspace,
  steps: (folder) => [({ client }) => client.workspace.backup({ file: backupIn(folder) })],
  look: (database, folder) => ({ own: dump(database), hasBackup: existsSync(backupIn(folder)) }),
  async alsoHolds({ engine, folder }, isAtEnd) {
    if (isAtEnd) assert.deepEqual(readdirSync(folder).toSorted(), ['backup.sqlite', 'files', 'own'])
    if (!existsSync(backupIn(folder))) return
    const copy = connect(backupIn(folder), 'read')
    try {
      assert.deepEqual(findDamage(copy), [])
      assert.deepEqual(dump(copy), dump(engine.context.read))
    } finally {
      copy.raw.close()
    }
  },
}
