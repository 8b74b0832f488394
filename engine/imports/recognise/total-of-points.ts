import { t } from '#speech'
import type { QuestionMapping } from '../../../shared/domain/import-kinds.ts'
import { numberReader } from '../values/numbers.ts'
import type { Candidate } from './assign-fields.ts'
import type { TableColumn } from './read-columns.ts'

/**
 * A form's total may be points and not percent: where it is the sum of the questions' points in every row, its maximum is the
 * sum of theirs. Changes the total's candidate in place.
 */
export function scaleTotalOfPoints(
  columns: readonly TableColumn[],
  assigned: Map<number, Candidate>,
  questions: readonly QuestionMapping[],
): void {
  const entry = [...assigned].find(([, candidate]) => candidate.field === 'evaluation.score')
  if (!entry || questions.length < 2) return
  const [index, candidate] = entry
  const { transform } = candidate.fit
  if (
    transform.as !== 'scale' ||
    transform.words ||
    candidate.column.values.filled.some((cell) => cell.includes('%'))
  )
    return
  const byName = new Map(columns.map((column) => [column.name, column]))
  const scored = questions.map((question) => ({
    column: byName.get(question.scoreColumn ?? question.answerColumn ?? ''),
    scale: question.scale,
  }))
  let most = 0
  for (const { column, scale } of scored) {
    if (!column || scale.as !== 'scale' || scale.words) return
    most += scale.max
  }
  const read = numberReader(transform.decimal ?? '.')
  let checked = 0
  for (const [row, cell] of candidate.column.cells.entries()) {
    const total = read(cell)
    const points = scored.map(({ column }) => read(column?.cells[row] ?? ''))
    if (total !== total || points.some((number) => number !== number)) continue
    const sum = points.reduce((before, number) => before + number, 0)
    if (Math.abs(sum - total) > 1e-6) return
    checked += 1
  }
  if (checked === 0 || most === transform.max) return
  assigned.set(index, {
    ...candidate,
    fit: {
      ...candidate.fit,
      transform: { ...transform, min: 0, max: most },
      reason: t`it is the sum of the questions' points, ${{ most }} at most`,
      warnings: [],
    },
  })
}
