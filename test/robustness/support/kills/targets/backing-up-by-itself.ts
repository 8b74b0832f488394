import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeBackup } from '../../../../../engine/backups/index.ts'
import { connect, findDamage } from '../../../../../engine/store/index.ts'
import { dump } from '../../dump.ts'
import { aFilledWorkspace } from '../a-workspace.ts'
import type { KillTarget } from '../target.ts'

const backupsIn = (folder: string) => join(folder, 'own', 'backups')

/** What is called as a backup, or as one that is being made. */
function namesIn(folder: string): { whole: string[]; unfinished: string[] } {
  const names = existsSync(backupsIn(folder)) ? readdirSync(backupsIn(folder)) : []
  const unfinished = names.filter((name) => name.startsWith('.'))
  return { whole: names.filter((name) => !unfinished.includes(name)), unfinished }
}

/** The backup that Debrief makes by itself: under its name there is a whole one or none, and what was left of one is removed. */
export const backingUpByItself: KillTarget = {
  name: 'making a backup',
  share: 6,
  prepare: aFilledWorkspace,
  steps: () => [({ engine }) => makeBackup(engine.context, 'by-hand')],
  look: (database, folder) => ({ own: dump(database), hasBackup: namesIn(folder).whole.length > 0 }),
  async alsoHolds({ engine, client, folder }) {
    const { whole, unfinished } = namesIn(folder)
    assert.deepEqual(unfinished, [], 'an unfinished backup is left')
    const { backups } = await client.backups.list()
    assert.deepEqual(
      backups.map(({ id }) => id),
      whole.toReversed(),
      'what is called a backup is one',
    )
    for (const id of whole) {
      const copy = connect(join(backupsIn(folder), id, 'debrief.sqlite'), 'read')
      try {
        assert.deepEqual(findDamage(copy), [])
        assert.deepEqual(dump(copy), dump(engine.context.read))
      } finally {
        copy.raw.close()
      }
    }
  },
}
