import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeContactLog, writeEvaluations, writeShifts, writeSurveys } from '../lib/generated-centre.ts'
import { inChild, median } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'

// How soon a session opens once the ranking is there, in a year of 300,000 contacts and 2,000 agents: the engine's part, from the press to the whole page's data.
// ROWS in the environment makes it another size.
const size = { contacts: Number(process.env['ROWS'] ?? 300_000), agents: 2000 }

interface Figures {
  agents: number
  opened: number[]
  typed: number[]
  again: number[]
}

const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
try {
  const file = (name: string) => path.join(folder, name)
  const workspace = file('workspace')
  await writeContactLog(file('contacts.csv'), size)
  await writeSurveys(file('surveys.csv'), size)
  await writeEvaluations(file('evaluations.csv'), size)
  await writeShifts(file('shifts.csv'), size, Math.round(size.contacts / 10_000))
  for (const name of ['contacts', 'surveys', 'evaluations', 'shifts'])
    inChild(path.join(import.meta.dirname, '../lib/import-into.ts'), [workspace, file(`${name}.csv`)])
  printLoad()
  const { result } = inChild(path.join(import.meta.dirname, 'prepare-session.ts'), [workspace])
  const { agents, opened, typed, again } = result as Figures
  print('agents ranked, sessions prepared', `${agents}, ${opened.length}`)
  print('prepare and open, the first', `${seconds(opened[0]!)} (goal: under 300 ms)`)
  // each comes after a session was prepared and a note was typed in it
  const others = opened.slice(1)
  print('prepare and open, others', `${seconds(median(others))}, worst ${seconds(Math.max(...others))}`)
  print('a note saved', `${seconds(median(typed))}, worst ${seconds(Math.max(...typed))}`)
  print('open again after it', `${seconds(median(again))}, worst ${seconds(Math.max(...again))}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
