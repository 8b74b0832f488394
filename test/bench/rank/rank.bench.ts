import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  writeContactLog,
  writeEvaluations,
  writeNextDay,
  writeShifts,
  writeSurveys,
} from '../lib/generated-centre.ts'
import { inChild, median } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'

// A year of a million contacts, 2,000 agents, 100,000 surveys, 40,000 evaluations of ten questions and 200,000 shifts: how soon a team
// is ranked, and what one more day costs. ROWS in the environment makes it smaller.
const size = { contacts: Number(process.env['ROWS'] ?? 1_000_000), agents: 2000 }
const ROUNDS = 3

interface Opening {
  toTeamMs: number
  firstPageMs: number
  pageMs: number
  rankMs: number
  agents: number
  withActions: number
}

const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
try {
  const file = (name: string) => path.join(folder, name)
  const workspace = file('workspace')
  await writeContactLog(file('contacts.csv'), size)
  await writeSurveys(file('surveys.csv'), size)
  await writeEvaluations(file('evaluations.csv'), size)
  await writeShifts(file('shifts.csv'), size, Math.round(size.contacts / 10_000))
  await writeNextDay(file('contacts 2026-09-01.csv'), size)
  printLoad()
  for (const name of ['contacts', 'surveys', 'evaluations', 'shifts']) {
    const { milliseconds, peakMb } = inChild(path.join(import.meta.dirname, '../lib/import-into.ts'), [
      workspace,
      file(`${name}.csv`),
    ])
    print(`import of ${name}`, `${seconds(milliseconds)}, ${Math.round(peakMb)} MB`)
  }
  printOpening('the year')
  const day = inChild(path.join(import.meta.dirname, '../lib/import-into.ts'), [
    workspace,
    file('contacts 2026-09-01.csv'),
  ])
  print('import of one more day', seconds(day.milliseconds))
  printOpening('with one more day')

  function printOpening(when: string): void {
    const rounds = Array.from(
      { length: ROUNDS },
      () => inChild(script('first-team.ts'), [workspace]).result as Opening,
    )
    const of = (figure: keyof Opening) => median(rounds.map((round) => round[figure]))
    print(`${when}: agents, with an action`, `${of('agents')}, ${of('withActions')}`)
    print(`${when}: start to ranked team`, `${seconds(of('toTeamMs'))} (goal: under 2 s)`)
    print(
      `${when}: agent page`,
      `${seconds(of('pageMs'))}, the first ${seconds(of('firstPageMs'))} (goal: under 100 ms)`,
    )
    print(`${when}: everybody written out`, seconds(of('rankMs')))
    print(
      `${when}: start to everybody ranked`,
      `${seconds(of('toTeamMs') + of('rankMs'))} (goal: under 10 s)`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function script(name: string): string {
  return path.join(import.meta.dirname, name)
}
