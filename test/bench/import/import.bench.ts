import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeContactLog } from '../lib/generated-centre.ts'
import { inChild, median, type ChildFigures } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'

// A year's log of a million contacts and 2,000 agents, imported with everything included, beside a floor measured in the same run.
// Smaller with: npm run bench -- import, ROWS=100000 in the environment.
const contacts = Number(process.env['ROWS'] ?? 1_000_000)
const ROUNDS = 3

const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
try {
  const log = path.join(folder, 'contacts.csv')
  await writeContactLog(log, { contacts, agents: 2000 })
  const engine: ChildFigures[] = []
  const floor: ChildFigures[] = []
  const shell: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    floor.push(
      inFolder((place) => inChild(script('import-floor.ts'), [path.join(place, 'floor.sqlite'), log])),
    )
    engine.push(inFolder((place) => inChild(script('../lib/import-into.ts'), [place, log])))
    if (existsSync('/usr/bin/sqlite3'))
      shell.push(inFolder((place) => importWithShell(path.join(place, 'shell.sqlite'), log)))
  }
  const floorMs = median(floor.map(({ milliseconds }) => milliseconds))
  const engineMs = median(engine.map(({ milliseconds }) => milliseconds))
  const rate = (ms: number) => `${Math.round(contacts / (ms / 1000)).toLocaleString('en')} rows/s`
  print('rows', contacts.toLocaleString('en'))
  printLoad()
  print('floor', `${seconds(floorMs)}  ${rate(floorMs)}`)
  print('floor, processor', seconds(median(floor.map(({ processorMs }) => processorMs))))
  print('import, everything included', `${seconds(engineMs)}  ${rate(engineMs)}`)
  print('import, processor', seconds(median(engine.map(({ processorMs }) => processorMs))))
  print('import against floor', `${(engineMs / floorMs).toFixed(2)} (goal: at most 2.50)`)
  print(
    'peak memory of the import',
    `${Math.round(median(engine.map(({ peakMb }) => peakMb)))} MB (goal: under 400)`,
  )
  if (shell.length > 0)
    print(
      'sqlite3 .import',
      `${seconds(median(shell))}  import against it ${(engineMs / median(shell)).toFixed(2)}`,
    )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function script(name: string): string {
  return path.join(import.meta.dirname, name)
}

function inFolder<Result>(work: (place: string) => Result): Result {
  const place = mkdtempSync(path.join(folder, 'run-'))
  const result = work(place)
  rmSync(place, { recursive: true, force: true })
  return result
}

/** Debian's own shell, the file into a table of texts. */
function importWithShell(database: string, log: string): number {
  const started = performance.now()
  const { status } = spawnSync('/usr/bin/sqlite3', [
    database,
    'PRAGMA journal_mode=WAL',
    '.mode csv',
    `.import ${log} rows`,
  ])
  if (status !== 0) throw new Error('sqlite3 could not import the log')
  return performance.now() - started
}
