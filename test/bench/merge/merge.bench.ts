import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeContactLog, writeEvaluations, writeNextDay, writeSurveys } from '../lib/generated-centre.ts'
import { inChild, type ChildFigures } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'

// Forty supervisors' workspaces of 25,000 contacts each, with surveys and evaluations, into one. Smaller with ROWS (contacts of one) and
// WORKSPACES in the environment.
const contacts = Number(process.env['ROWS'] ?? 25_000)
const count = Number(process.env['WORKSPACES'] ?? 40)

const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
try {
  const places: string[] = []
  for (let part = 0; part < count; part++) {
    const size = { contacts, agents: 50, part }
    const file = (name: string) => path.join(folder, `${part}-${name}.csv`)
    await writeContactLog(file('contacts'), size)
    await writeSurveys(file('surveys'), size)
    await writeEvaluations(file('evaluations'), size)
    const place = path.join(folder, `team-${part}`)
    inChild(script('../lib/import-into.ts'), [place, file('contacts'), file('surveys'), file('evaluations')])
    places.push(place)
  }
  const director = path.join(folder, 'director')
  printLoad()
  report(`${count} workspaces merged`, inChild(script('merge-into.ts'), [director, ...places]))
  report('the same again, unchanged', inChild(script('merge-into.ts'), [director, ...places]))
  const day = path.join(folder, 'next-day.csv')
  await writeNextDay(day, { contacts: contacts * count, agents: 50 })
  inChild(script('../lib/import-into.ts'), [places[0]!, day])
  report('one with one more day', inChild(script('merge-into.ts'), [director, places[0]!]))
  report('one taken back', inChild(script('undo-one.ts'), [director]))
  print('goal', 'forty in under 180 s')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function report(what: string, { milliseconds, processorMs, peakMb }: ChildFigures): void {
  print(what, `${seconds(milliseconds)}  processor ${seconds(processorMs)}  peak ${Math.round(peakMb)} MB`)
}

function script(name: string): string {
  return path.join(import.meta.dirname, name)
}
