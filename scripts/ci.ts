import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tallyTests } from './tally.ts'

// Every check of the project, one after the other, all of them whatever the others say. The last line counts: each check is one, each
// test is one. A test run that gives no report, or no tests, counts as failed.
const checks = ['typecheck', 'lint', 'format:check', 'unused', 'build']
const root = join(import.meta.dirname, '..')
const report = join(mkdtempSync(join(tmpdir(), 'debrief-ci-')), 'tests.json')
let passed = 0
let failed = 0

for (const check of checks) count(npm('run', check), check)
const isTestRunGood = npm(
  'test',
  '--',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
)
const tests = tallyTests(readReport())
console.log(`== tests: ${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`)
passed += tests.passed
failed += tests.failed
// An error outside every test must not look like success.
if (!isTestRunGood && tests.failed === 0) count(false, 'test run')
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

function npm(...args: string[]): boolean {
  console.log(`\n== npm ${args.join(' ')}`)
  const shell = process.platform === 'win32'
  return (
    spawnSync('npm', ['--silent', ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell })
      .status === 0
  )
}

function count(isGood: boolean, what: string): void {
  if (isGood) passed += 1
  else failed += 1
  console.log(`== ${what}: ${isGood ? 'passed' : 'FAILED'}`)
}

function readReport(): Parameters<typeof tallyTests>[0] {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
}
