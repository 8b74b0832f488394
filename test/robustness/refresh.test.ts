import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedKinds, createAffectedDays } from '../../engine/affected-days.ts'
import { refreshDerived } from '../../engine/imports/index.ts'
import { inTransaction } from '../../engine/store/index.ts'
import { anyFile } from './support/files.ts'
import { dump } from './support/dump.ts'
import { openTestWorkspace, type TestWorkspace } from './support/workspace.ts'

/** Everything derived worked out once more, over all facts. */
function refreshAll(workspace: TestWorkspace): void {
  const database = workspace.engine.context.write!
  const days = createAffectedDays()
  for (const day of database.raw
    .prepare(
      'SELECT day FROM interactions UNION SELECT day FROM interaction_days WHERE day > 0 UNION SELECT day FROM observation_days WHERE day > 0',
    )
    .pluck()
    .all() as (number | null)[])
    for (const kind of countedKinds) days.changed(kind, day)
  inTransaction(database, () => refreshDerived(database, days, Date.UTC(2026, 5, 2)))
}

test(
  'an import looks at what it touches alone, and leaves nothing that looking at everything would change',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyFile, { minLength: 2, maxLength: 5 }), async (files) => {
        const workspace = await openTestWorkspace()
        try {
          for (const [index, file] of files.entries()) {
            await workspace.take({ ...file, name: `${index}${file.mapping ? '.csv' : '.json'}` })
            const touched = dump(workspace.engine.context.read)
            refreshAll(workspace)
            expect(dump(workspace.engine.context.read)).toEqual(touched)
          }
        } finally {
          await workspace.close()
        }
      }),
      { seed: 20_261_127, numRuns: 40, endOnFailure: true },
    )
  },
)
