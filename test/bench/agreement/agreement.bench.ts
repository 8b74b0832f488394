import {
  agreementOf,
  ratingsTable,
  type MeasurementScale,
  type RatingsTable,
} from '../../../engine/statistics/index.ts'
import { seededRandom } from '../../../engine/statistics/seeded-random.ts'
import { median } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'

// Goal: agreement with its bootstrap on 5 reviewers x 500 conversations x 20 questions in under 2 s.
const QUESTIONS = 20
const CONVERSATIONS = 500
const REVIEWERS = 5

/** Answers to a question as reviewers give them: mostly alike, some left out. */
function question(answers: number, scale: MeasurementScale, seed: number): RatingsTable {
  const random = seededRandom(seed)
  const rows = Array.from({ length: CONVERSATIONS }, () => {
    const truth = Math.floor(random() ** 2 * answers)
    return Array.from({ length: REVIEWERS }, () => {
      if (random() < 0.05) return null
      return random() < 0.85 ? truth : Math.floor(random() * answers)
    })
  })
  return ratingsTable(rows, scale)
}

function form(answers: number, scale: MeasurementScale): RatingsTable[] {
  return Array.from({ length: QUESTIONS }, (_, index) => question(answers, scale, index + 1))
}

/** A usual form: yes or no, three answers with not applicable, grades of five, points up to ten. */
function usualForm(): RatingsTable[] {
  return [
    ...form(2, 'nominal').slice(0, 10),
    ...form(3, 'nominal').slice(0, 4),
    ...form(5, 'ordinal').slice(0, 4),
    ...form(11, 'ratio').slice(0, 2),
  ]
}

const forms: [string, RatingsTable[]][] = [
  ['a usual form (goal: 2 s)', usualForm()],
  ['yes or no', form(2, 'nominal')],
  ['grades of five', form(5, 'ordinal')],
  ['points up to ten', form(11, 'ratio')],
  ['percentages, every one possible', form(101, 'interval')],
]
printLoad()
for (const [name, tables] of forms) {
  const taken = Array.from({ length: 5 }, () => {
    const started = process.threadCpuUsage()
    for (const table of tables) agreementOf(table)
    const { user, system } = process.threadCpuUsage(started)
    return (user + system) / 1000
  })
  print(name, `${seconds(median(taken))} of processor time, the first ${seconds(taken[0] ?? 0)}`)
}
