import { expect, test } from 'vitest'
import { countQuestionLike, findQuestions } from '../../../engine/imports/recognise/find-questions.ts'
import { readColumns } from '../../../engine/imports/recognise/read-columns.ts'
import { scaleTotalOfPoints } from '../../../engine/imports/recognise/total-of-points.ts'

interface Wide {
  columns: string[]
  headerRows: string[][]
  cell: (at: number, row: number) => string
}

const many = (n: number, name: (at: number) => string) => Array.from({ length: n }, (_, at) => name(at))
const single = (columns: string[], cell: (at: number, row: number) => string): Wide => ({
  columns,
  headerRows: [columns],
  cell,
})

/** Tables of `n` columns, each of a kind in which questions were once looked for in all columns for each column. */
const tables: Record<string, (n: number) => Wide> = {
  'scores of questions': (n) =>
    single(
      many(n, (at) => `Topic ${at} - Score`),
      String,
    ),
  'comments of questions that are not there': (n) =>
    single(
      many(n, (at) => `Topic ${at} comment`),
      () => 'well said',
    ),
  'answers to the same question': (n) =>
    single(
      many(n, () => 'Topic - Answer'),
      () => 'Yes',
    ),
  'names in brackets': (n) =>
    single(
      many(n, (at) => `Topic ${at} (Opening)`),
      () => 'text of a kind',
    ),
  'columns of points': (n) =>
    single(
      many(n, (at) => `zq${at}`),
      (at, row) => String(1 + ((at + row) % 5)),
    ),
  'columns of answers': (n) =>
    single(
      many(n, (at) => `zq${at}`),
      (at, row) => ((at + row) % 2 ? 'Yes' : 'No'),
    ),
  'points beside answers': (n) =>
    single(
      many(n, (at) => `zq${at}`),
      (at, row) => (at % 2 ? 'Yes' : String(1 + ((at + row) % 5))),
    ),
  'one group over all columns': (n) => {
    const columns = many(n, (at) => `zq${at}`)
    return { columns, headerRows: [['Opening', ...many(n - 1, () => '')], columns], cell: () => 'Yes' }
  },
}

/** How often anything of the columns or of the header rows is looked at. */
function looksAt({ columns, headerRows, cell }: Wide): { looks: number; questions: number } {
  let looks = 0
  const counted = <Watched extends object>(watched: Watched): Watched =>
    new Proxy(watched, {
      get(target, key, receiver) {
        looks += 1
        return Reflect.get(target, key, receiver) as unknown
      },
    })
  const sample = [0, 1, 2].map((row) => columns.map((_, at) => cell(at, row)))
  const read = readColumns({ fileName: 'wide.csv', sheetName: null, columns, headerRows, sample }).map(
    counted,
  )
  countQuestionLike(read)
  const { questions } = findQuestions(read, headerRows.map(counted), new Set())
  const transform = { as: 'scale', min: 0, max: 5 } as const
  const fit = { transform, factor: 1, reason: '', isUndecided: false, warnings: [] }
  const total = { column: read[0]!, field: 'evaluation.score' as const, confidence: 1, fit }
  scaleTotalOfPoints(read, new Map([[0, total]]), questions)
  return { looks, questions: questions.length }
}

test.each(Object.entries(tables))(
  'the work grows with the columns and not with their square: %s',
  (_, table) => {
    const few = looksAt(table(300))
    const more = looksAt(table(1200))
    expect(more.looks).toBeGreaterThan(few.looks)
    // four times the columns; their square would be sixteen times
    expect(more.looks / few.looks).toBeLessThan(4.5)
  },
)

test('the tables are read as what they are', () => {
  const found = Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, looksAt(table(12)).questions]),
  )
  expect(found).toEqual({
    'scores of questions': 12,
    'comments of questions that are not there': 0,
    'answers to the same question': 1,
    'names in brackets': 0,
    'columns of points': 12,
    'columns of answers': 12,
    'points beside answers': 12,
    'one group over all columns': 12,
  })
})
