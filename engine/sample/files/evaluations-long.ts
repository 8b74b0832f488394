import { asPlainTime } from '../days.ts'
import type { Evaluation } from '../evaluations.ts'
import { FORM_NAME } from '../quality-form.ts'
import { csvRow } from './table.ts'
import type { SampleFile } from './table.ts'

/** One row per answer: the same form, as the reporting tool of the third team exports it. */
export function writeLongEvaluations(evaluations: readonly Evaluation[]): SampleFile {
  const header = csvRow([
    'Evaluation ID',
    'Evaluation Date/Time',
    'Interaction ID',
    'Agent Name',
    'Agent Email',
    'Evaluator Name',
    'Form Name',
    'Evaluation Version',
    'Evaluation Element Text',
    'Answer',
    'Evaluation Obtained Score',
    'Evaluation Max Score',
    'Comment',
    'Total Score',
    'Failed Critical Question',
  ])
  const rows = evaluations.flatMap((evaluation) =>
    evaluation.answers.map(({ question, answer, points, comment }) =>
      csvRow([
        evaluation.id,
        asPlainTime(evaluation.evaluatedAt),
        evaluation.contact.id,
        evaluation.agent.name,
        evaluation.agent.email,
        evaluation.evaluator,
        FORM_NAME,
        evaluation.version,
        question.title,
        answer,
        points === null ? '' : points,
        points === null ? '' : question.points,
        comment,
        `${evaluation.totalPercent.toFixed(1)}%`,
        evaluation.hasFatalFail ? 'Yes' : 'No',
      ]),
    ),
  )
  return {
    path: 'qa/evaluation_answers_juniper.csv',
    kind: 'evaluations',
    content: `${[header, ...rows].join('\n')}\n`,
  }
}
