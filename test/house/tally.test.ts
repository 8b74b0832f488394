import { spawnSync } from 'node:child_process'
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tallyTests } from '../../scripts/tally.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')

/** The report of a real run over these test files. */
function runOver(files: Record<string, string>): Parameters<typeof tallyTests>[0] {
  const folder = temporaryFolder()
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  writeFileSync(join(folder, 'vitest.config.js'), 'export default {}')
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const output = join(folder, 'report.json')
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const args = [vitest, 'run', '--root', folder, '--reporter=json', `--outputFile=${output}`]
  spawnSync(process.execPath, args, { cwd: folder })
  return JSON.parse(readFileSync(output, 'utf8'))
}

test('a real run is counted as it went: passed, failed, skipped, and a file that does not load', () => {
  const header = "import { expect, test } from 'vitest'\n"
  const report = runOver({
    'mixed.test.js': `${header}test('a', () => expect(1).toBe(1)); test('b', () => expect(1).toBe(2)); test.skip('c', () => {})`,
    'broken.test.js': `${header}import './gone.js'\ntest('d', () => expect(1).toBe(1))`,
    'good.test.js': `${header}test('e', () => expect(1).toBe(1))`,
  })
  expect(tallyTests(report)).toEqual({ passed: 2, failed: 2, skipped: 1 })
}, 60_000)

test('no report and a report without tests are failures', () => {
  expect(tallyTests(null)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(tallyTests({ testResults: [] })).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
