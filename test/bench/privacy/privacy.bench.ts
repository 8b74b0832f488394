import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  contactColumns,
  DAYS,
  writeContactLog,
  writeEvaluations,
  writeSurveys,
} from '../lib/generated-centre.ts'
import { inChild, median } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'
import { writeConversations } from './records.ts'

// What deletion, access and clocks cost in a year of a million contacts, 125,000 of them with words and a recording, 100,000 surveys and 40,000
// evaluations. ROWS in the environment makes it smaller.
const size = { contacts: Number(process.env['ROWS'] ?? 1_000_000), agents: 2000 }
const ROUNDS = 3
/** 1 September 2025, on which the generated year begins, and the day before which four fifths of it lie. */
const FIRST_DAY = Date.UTC(2025, 8, 1) / 86_400_000
const CLOCK_DAY = FIRST_DAY + Math.round(DAYS * 0.8)

const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
const file = (name: string) => path.join(folder, name)
const script = (name: string) => path.join(import.meta.dirname, name)
try {
  await makeWorkspace()
  printLoad()
  clocks()
  somebody()
  importing()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function makeWorkspace(): Promise<void> {
  await writeContactLog(file('contacts.csv'), size)
  await writeSurveys(file('surveys.csv'), size)
  await writeEvaluations(file('evaluations.csv'), size)
  await writeContactLog(file('more.csv'), { ...size, contacts: Math.round(size.contacts / 10), part: 20 })
  for (const name of ['contacts', 'surveys', 'evaluations'])
    inChild(script('../lib/import-into.ts'), [file('workspace'), file(`${name}.csv`)])
  print('contacts', size.contacts.toLocaleString('en'))
  print(
    'conversations with a recording',
    writeConversations(path.join(file('workspace'), 'debrief.sqlite')).toLocaleString('en'),
  )
}

function copyOf(workspace: string, name: string): string {
  cpSync(file(workspace), file(name), { recursive: true })
  return file(name)
}

function clocks(): void {
  const { result, peakMb } = inChild(script('clocks.ts'), [
    copyOf('workspace', 'expiring'),
    String(CLOCK_DAY),
  ])
  // printed by the child
  const { due, status, tookMs, waits, left } = result as {
    due: number[]
    status: number[]
    tookMs: number
    waits: number[]
    left: number[]
  }
  print('due: recordings, words, scores', due.map((n) => n.toLocaleString('en')).join(', '))
  print('status while they are due', seconds(median(status)))
  print('deleting them, others writing', seconds(tookMs))
  print('a small write waits, median', seconds(median(waits)))
  const sorted = waits.toSorted((a, b) => a - b)
  print('the slowest of a hundred', seconds(sorted[Math.floor(sorted.length * 0.99)]!))
  print('the longest', `${seconds(sorted.at(-1)!)} (of ${sorted.length})`)
  print('status once they are gone', seconds(median(left)))
  print('peak memory', `${Math.round(peakMb)} MB`)
}

function somebody(): void {
  const { result } = inChild(script('somebody.ts'), [copyOf('workspace', 'forgetting'), customerOf(1)])
  for (const [what, ms] of Object.entries(result as Record<string, number>)) print(what, seconds(ms))
}

/** The number of the customer of a line of the log. */
function customerOf(line: number): string {
  const lines = readFileSync(file('contacts.csv'), 'utf8').split('\n', line + 1)
  const cells = lines[line]!.split(',')
  return cells[contactColumns.indexOf('Customer Number')]!
}

function importing(): void {
  const took: Record<'workspace' | 'forgetting', number[]> = { workspace: [], forgetting: [] }
  for (let round = 0; round < ROUNDS; round++)
    for (const from of ['workspace', 'forgetting'] as const) {
      const workspace = copyOf(from, `import-${from}-${round}`)
      took[from].push(inChild(script('../lib/import-into.ts'), [workspace, file('more.csv')]).milliseconds)
      rmSync(workspace, { recursive: true, force: true })
    }
  const [plain, beside] = [median(took.workspace), median(took.forgetting)]
  print('a tenth more imported', seconds(plain))
  print('the same beside deletions', `${seconds(beside)} (${(beside / plain).toFixed(2)})`)
}
