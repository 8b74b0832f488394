import { asPlainTime } from '../days.ts'
import type { Evaluation } from '../evaluations.ts'
import { FORM_NAME, FORM_QUESTIONS } from '../quality-form.ts'
import { csvRow, withRowsAt } from './table.ts'
import type { PlantedBadRow, SampleFile } from './table.ts'

const LEADING = [
  'Evaluation ID',
  'Evaluation Date/Time',
  'Interaction ID',
  'Agent Name',
  'Agent Email',
  'Evaluator Name',
  'Form Name',
  'Form Version',
  'Queue',
  'Total Score',
  'Failed Critical Question',
]

function cellsOf(evaluation: Evaluation): string[] {
  return [
    evaluation.id,
    asPlainTime(evaluation.evaluatedAt),
    evaluation.contact.id,
    evaluation.agent.name,
    evaluation.agent.email,
    evaluation.evaluator,
    FORM_NAME,
    String(evaluation.version),
    evaluation.contact.queue,
    `${evaluation.totalPercent.toFixed(1)}%`,
    evaluation.hasFatalFail ? 'Yes' : 'No',
    ...evaluation.answers.flatMap(({ answer, points, comment }) => [
      answer,
      points === null ? 'N/A' : String(points),
      comment,
    ]),
    evaluation.comment,
  ]
}

/**
 * One row per evaluation, three columns per question, a file per version of the form. The newer file carries the
 * template row its tool left in, an average row, and two rows with scores nobody can read.
 */
export function writeWideEvaluations(evaluations: readonly Evaluation[]): {
  files: SampleFile[]
  badRows: PlantedBadRow[]
} {
  const badRows: PlantedBadRow[] = []
  const files = ([3, 4] as const).map((version): SampleFile => {
    const path = `qa/evaluations_form_v${version}.csv`
    const ofVersion = evaluations.filter((evaluation) => evaluation.version === version)
    const questions = FORM_QUESTIONS.filter((question) => question.sinceVersion <= version)
    const header = csvRow([
      ...LEADING,
      ...questions.flatMap(({ title }) => [title, `${title} - Score`, `${title} - Comment`]),
      'General Comments',
    ])
    const rows = ofVersion.map((evaluation) => csvRow(cellsOf(evaluation)))
    if (version === 3) return { path, kind: 'evaluations', content: `${[header, ...rows].join('\n')}\n` }
    const scored = (at: number, id: string, total: string, recapScore: string) => {
      const sample = ofVersion[at]
      const cells = sample ? cellsOf(sample) : []
      cells[0] = id
      cells[9] = total
      cells[LEADING.length + 3 * questions.findIndex((question) => question.id === 'recap') + 1] = recapScore
      return csvRow(cells)
    }
    const damaged = withRowsAt(
      rows,
      [
        { at: 60, row: scored(60, 'EV-99001', 'pending??', '15'), reason: 'The total is no score.' },
        {
          at: 120,
          row: scored(120, 'EV-99002', '71.0%', 'see note'),
          reason: 'The score of a question is no number.',
        },
      ],
      path,
      2,
    )
    badRows.push({ path, line: 2, reason: 'A template that was never filled in.' }, ...damaged.badRows)
    const template = csvRow([
      '{{evaluation_id}}',
      '{{date}}',
      '{{interaction_id}}',
      '{{agent}}',
      '{{agent_email}}',
      '{{evaluator}}',
      '{{form}}',
      '{{version}}',
      '{{queue}}',
      '{{total}}',
      '{{critical}}',
      ...questions.flatMap(() => ['{{answer}}', '{{score}}', '{{comment}}']),
      '',
    ])
    const mean =
      ofVersion.reduce((sum, evaluation) => sum + evaluation.totalPercent, 0) / Math.max(1, ofVersion.length)
    const average = csvRow([
      'Average',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      `${mean.toFixed(1)}%`,
      '',
      ...questions.flatMap((question) => ['', question.id === 'timing' ? 'NaN%' : '', '']),
      '',
    ])
    return {
      path,
      kind: 'evaluations',
      content: `${[header, template, ...damaged.rows, average].join('\n')}\n`,
    }
  })
  return { files, badRows }
}
