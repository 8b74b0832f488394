import { EVALUATORS } from '../company.ts'
import { addDays, asDayFirst } from '../days.ts'
import { AMBIGUOUS_NAME, lastNameFirst } from '../people.ts'
import type { Agent } from '../people.ts'
import { createRandom } from '../random.ts'
import type { SampleFile } from './table.ts'

const NOTES = [
  'Sat next to her for an hour.',
  'Good desk habits.',
  'Types while talking, loses the thread.',
  'Asked for the new macro.',
  'Knows the console shortcuts.',
  '',
]

/**
 * Side-by-side observations kept in a spreadsheet whose `.xls` is an HTML table, with people by name only. One of
 * the names belongs to two people, so only a person can say whose rows these are.
 */
export function writeSideBySide(agents: readonly Agent[], endDay: string, seed: number): SampleFile {
  const random = createRandom(seed, 'side by side')
  const ambiguous = agents.filter((agent) => agent.name === AMBIGUOUS_NAME).slice(0, 1)
  const others = agents.filter(
    (agent) => agent.name !== AMBIGUOUS_NAME && agent.lastDay === null && agent.leaveFrom === null,
  )
  const observed = [...ambiguous, ...random.shuffle(others).slice(0, 7)]
  const rows = observed.flatMap((agent, index) =>
    [0, 1, 2].map((repeat) => {
      const name = index % 3 === 1 ? lastNameFirst(agent.name) : agent.name
      const scores = [random.int(2, 5), random.int(3, 5), random.int(2, 5)]
      return [
        `SBS-${300 + index * 3 + repeat}`,
        asDayFirst(addDays(endDay, -random.int(2, 80))),
        name,
        random.pick(EVALUATORS).name,
        'Side by Side',
        ...scores.map(String),
        `${Math.round((scores.reduce((sum, score) => sum + score, 0) / 15) * 100)}%`,
        random.pick(NOTES),
      ]
    }),
  )
  const header = [
    'Evaluation ID',
    'Evaluation Date',
    'Agent Name',
    'Evaluator Name',
    'Form Name',
    'Desk set-up and tools',
    'Tone of voice',
    'Notes while talking',
    'Total Score',
    'General Comments',
  ]
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const line = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`
  const table = [line(header, 'th'), ...rows.map((cells) => line(cells, 'td'))].join('\n')
  const content = `<html xmlns:x="urn:schemas-microsoft-com:office:excel">\n<head><meta charset="utf-8"><title>Side by Side</title></head>\n<body><table border="1">\n${table}\n</table></body></html>\n`
  return { path: 'qa/side_by_side_observations.xls', kind: 'evaluations', content }
}
