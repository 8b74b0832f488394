import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../../../../../engine/store/index.ts'
import { newestVersion } from '../../../../../engine/store/index.ts'
import { unpackGolden } from '../../../../support/golden/golden-file.ts'
import type { KillTarget } from '../target.ts'
import assert from 'node:assert/strict'

/** A workspace of the first schema is opened: it is of the first or of the newest schema, with all its rows, and a whole copy was kept. */
export const migrating: KillTarget = {
  name: 'migrating',
  share: 11,
  async prepare(folder) {
    mkdirSync(join(folder, 'own'))
    unpackGolden(10, join(folder, 'own', 'debrief.sqlite'))
  },
  steps: () => [],
  look({ raw }) {
    const version = raw.pragma('user_version', { simple: true })
    const count = (table: string) => raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    return {
      version,
      rows: ['interactions', 'evaluations', 'answers', 'surveys', 'segments', 'identities'].map(count),
    }
  },
  async alsoHolds({ folder }) {
    const [kept] = readdirSync(join(folder, 'own')).filter((name) =>
      name.endsWith(`.before-${newestVersion}`),
    )
    assert.ok(kept, 'a copy was kept')
    cpSync(join(folder, 'own', kept), join(folder, 'kept'))
    const copy = connect(join(folder, 'kept'), 'read')
    try {
      assert.equal(copy.raw.pragma('user_version', { simple: true }), 10)
      assert.deepEqual(copy.raw.pragma('integrity_check', { simple: true }), 'ok')
    } finally {
      copy.raw.close()
    }
  },
}
