import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { provideChromium } from './chromium.ts'

// `npm test [-- vitest's own arguments]`: sets up what the tests need, then runs them all.
try {
  process.env['DEBRIEF_CHROMIUM'] = provideChromium()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
const vitest = join(import.meta.dirname, '..', 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
