import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

// `npm run kills -- --count 2000 [--seed N] [--target part of a name]`: the kill tests of every day, so many times over.
const { values } = parseArgs({
  options: { count: { type: 'string' }, seed: { type: 'string' }, target: { type: 'string' } },
})
const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'robustness', 'test/robustness/kills.test.ts'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      DEBRIEF_KILLS: values.count ?? '2000',
      ...(values.seed !== undefined && { DEBRIEF_KILLS_SEED: values.seed }),
      ...(values.target !== undefined && { DEBRIEF_KILLS_OF: values.target }),
    },
  },
)
process.exit(status ?? 1)
