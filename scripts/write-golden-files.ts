import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrations } from '../engine/store/migrations/index.ts'
import { hasGolden, packGolden } from '../test/support/golden/golden-file.ts'
import { goldenWorld } from '../test/support/golden/golden-world.ts'
import { makeGolden } from '../test/support/golden/make-golden.ts'

// `npm run golden`: makes the golden file of every schema that has none yet. A file that is there stays as it is.
const FIRST_WITH_REVIEWS = 90
const missing = migrations.filter(({ version }) => !hasGolden(version))
if (missing.length === 0) console.log('Every schema has its golden file.')
else {
  const folder = mkdtempSync(join(tmpdir(), 'debrief-golden-'))
  const worlds = { before: await goldenWorld(false), after: await goldenWorld(true) }
  for (const { version } of missing) {
    const file = join(folder, `${version}.sqlite`)
    makeGolden(version, (version < FIRST_WITH_REVIEWS ? worlds.before : worlds.after).file, file)
    packGolden(version, file)
    console.log(`Wrote the golden file of schema ${version}.`)
  }
  await worlds.before.remove()
  await worlds.after.remove()
  rmSync(folder, { recursive: true })
}
