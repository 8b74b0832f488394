import { t } from '@lingui/core/macro'
import type {
  ColumnMapping,
  ImportField,
  Mapping,
  Transform,
} from '../../../../shared/domain/import-kinds.ts'
import { repeatableFields } from './fields.ts'
import { transformFor } from './transforms.ts'
import type { ColumnGuess } from './types.ts'

/** What a column stands for in a mapping: a field, a part of a question, or nothing. */
export type ColumnUse =
  | { use: 'field'; column: ColumnMapping }
  | {
      use: 'question'
      place: number
      label: string
      part: 'answer' | 'score' | 'comment' | 'weight' | 'highest'
    }
  | { use: 'nothing' }

export function columnUse(mapping: Mapping, name: string): ColumnUse {
  const column = mapping.columns.find((candidate) => candidate.column === name)
  if (column) return { use: 'field', column }
  for (const [place, question] of mapping.questions.entries()) {
    const parts = [
      ['answer', question.answerColumn],
      ['score', question.scoreColumn],
      ['comment', question.commentColumn],
      ['weight', question.weightColumn],
      ['highest', question.maxColumn ?? null],
    ] as const
    const found = parts.find(([, column]) => column === name)
    if (found) return { use: 'question', place, label: question.label, part: found[0] }
  }
  return { use: 'nothing' }
}

/** The mapping without what `name` stood for; a question that loses its answer and its score goes. */
function without(mapping: Mapping, name: string): Mapping {
  const clear = (column: string | null) => (column === name ? null : column)
  return {
    ...mapping,
    columns: mapping.columns.filter((column) => column.column !== name),
    questions: mapping.questions
      .map((question) => ({
        ...question,
        answerColumn: clear(question.answerColumn),
        scoreColumn: clear(question.scoreColumn),
        commentColumn: clear(question.commentColumn),
        weightColumn: clear(question.weightColumn),
      }))
      .filter((question) => question.answerColumn !== null || question.scoreColumn !== null),
  }
}

/** Gives a column a field (or takes it away with null). A field that another column had goes over to this one. */
export function withField(mapping: Mapping, guess: ColumnGuess, field: ImportField | null): Mapping {
  const cleared = without(mapping, guess.column)
  if (field === null) return cleared
  const others = repeatableFields.includes(field)
    ? cleared.columns
    : cleared.columns.filter((column) => column.field !== field)
  const added: ColumnMapping = { column: guess.column, field, transform: transformFor(field, guess) }
  return { ...cleared, columns: [...others, added] }
}

/** Sets how a mapped column is read. */
export function withTransform(mapping: Mapping, name: string, transform: Transform): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((column) => (column.column === name ? { ...column, transform } : column)),
  }
}

/** Makes a column a question of a wide evaluation file. */
export function withQuestion(mapping: Mapping, guess: ColumnGuess): Mapping {
  const cleared = without(mapping, guess.column)
  const isYesNo = guess.examples.every((example) => /^(yes|no|y|n|pass|fail|n\/?a|)$/i.test(example.trim()))
  const numbers = guess.examples.map(Number).filter(Number.isFinite)
  return {
    ...cleared,
    shape: 'wide',
    questions: [
      ...cleared.questions,
      {
        label: guess.column,
        section: null,
        answerColumn: guess.column,
        scoreColumn: null,
        commentColumn: null,
        weightColumn: null,
        scale: isYesNo
          ? { as: 'flag', yes: ['yes', 'y', 'pass'], no: ['no', 'n', 'fail'] }
          : { as: 'scale', min: 0, max: Math.max(1, ...numbers) },
        notApplicable: ['n/a', 'na', t`not applicable`],
      },
    ],
  }
}

/** Changes one question. */
export function withQuestionPart(
  mapping: Mapping,
  place: number,
  part: Partial<Mapping['questions'][number]>,
): Mapping {
  return {
    ...mapping,
    questions: mapping.questions.map((question, index) =>
      index === place ? { ...question, ...part } : question,
    ),
  }
}

/** The columns of the parsed preview, in the order the engine gives their cells: mapped columns, then each question's. */
export function previewColumns(mapping: Mapping): { column: string; title: string }[] {
  return [
    ...mapping.columns.map(({ column }) => ({ column, title: column })),
    ...mapping.questions.flatMap((question) => {
      const scored = question.scoreColumn ?? question.answerColumn
      return [scored, question.answerColumn, question.commentColumn]
        .filter((column, place, all): column is string => column !== null && all.indexOf(column) === place)
        .map((column) => ({ column, title: column }))
    }),
  ]
}
