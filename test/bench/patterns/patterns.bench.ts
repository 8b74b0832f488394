import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeContactLog, writeEvaluations, writeShifts, writeSurveys } from '../lib/generated-centre.ts'
import { inChild } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'

// A year of a million contacts, 2,000 agents in 100 teams and a form of 26 questions, which makes thirty drivers: how soon data health and the heat map stand, and
// how long all variance shares take. ROWS and QUESTIONS in the environment make it smaller.
const size = {
  contacts: Number(process.env['ROWS'] ?? 1_000_000),
  agents: 2000,
  questions: Number(process.env['QUESTIONS'] ?? 26),
}

interface Figures {
  healthMs: number
  overviewMs: number
  againMs: number
  driverMs: number
  behindMs: number
  movesMs: number
  sharesMs: number
  drivers: number
  cells: number
  flags: number
  withShares: number
  agents: number
}

const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
try {
  const file = (name: string) => path.join(folder, name)
  const workspace = file('workspace')
  await writeContactLog(file('contacts.csv'), size)
  await writeSurveys(file('surveys.csv'), size)
  await writeEvaluations(file('evaluations.csv'), size)
  await writeShifts(file('shifts.csv'), size, Math.round(size.contacts / 10_000))
  printLoad()
  for (const name of ['contacts', 'surveys', 'evaluations', 'shifts'])
    inChild(path.join(import.meta.dirname, '../lib/import-into.ts'), [workspace, file(`${name}.csv`)])
  const script = path.join(import.meta.dirname, 'first-paint.ts')
  const figures = inChild(script, [workspace]).result as Figures
  print(
    'agents, drivers, cells, flags',
    `${figures.agents}, ${figures.drivers}, ${figures.cells}, ${figures.flags}`,
  )
  print('data health, first', `${seconds(figures.healthMs)} (goal: under 200 ms)`)
  print('heat map, first', `${seconds(figures.overviewMs)} (goal: under 1 s)`)
  print('heat map, again', seconds(figures.againMs))
  print('one driver', seconds(figures.driverMs))
  print('behind one cell', seconds(figures.behindMs))
  print('what moves the outcome', seconds(figures.movesMs))
  print(
    'all variance shares',
    `${seconds(figures.sharesMs)} for ${figures.withShares} drivers (goal: under 30 s for 30)`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
