import { columnValues } from './column-values.ts'
import type { Candidate } from './assign-fields.ts'
import { fitField } from './fit.ts'
import { headerOf } from './header.ts'
import type { TableColumn } from './read-columns.ts'

/** Fewer columns than this are no scale. */
const LEAST_CHOICES = 3

/**
 * A rating may stand in a column for each of its choices ("expanded" exports of survey tools): one of them is filled, with its
 * choice. Where the rating's own column is one of such a group, all of them are read as that rating. Changes `assigned` in place.
 */
export function spreadRatings(columns: readonly TableColumn[], assigned: Map<number, Candidate>): void {
  const ratings = [...assigned.values()].filter(
    ({ field }) => field === 'survey.csat' || field === 'survey.nps',
  )
  for (const candidate of ratings) {
    const question = questionOf(candidate.column)
    if (question === null) continue
    const group = columns.filter(
      (column) =>
        questionOf(column) === question &&
        column.values.counts.size <= 1 &&
        (assigned.get(column.index)?.field ?? candidate.field) === candidate.field,
    )
    if (group.length < LEAST_CHOICES || !isOneOf(group)) continue
    const cells = group.flatMap(({ values }) => values.filled)
    const choices = group.map(choiceOf)
    // choices nobody made yet are known by their headings
    const areWords = cells.every((cell) => choices.includes(cell))
    const fit = fitField(
      candidate.field,
      headerOf(question),
      columnValues(areWords ? [...cells, ...choices] : cells),
      { timeZone: 'UTC', unit: null },
    )
    if (!fit) continue
    for (const column of group)
      assigned.set(column.index, { ...candidate, column, fit: { ...fit, isUndecided: false } })
  }
}

/** The question over a column of one choice: its name is "question - choice". */
function questionOf({ name }: TableColumn): string | null {
  const end = name.lastIndexOf(' - ')
  return end > 0 ? name.slice(0, end) : null
}

function choiceOf({ name }: TableColumn): string {
  return name.slice(name.lastIndexOf(' - ') + 3).trim()
}

/** Whether no row fills more than one of the columns. */
function isOneOf(group: readonly TableColumn[]): boolean {
  const rows = Math.max(...group.map(({ cells }) => cells.length))
  for (let row = 0; row < rows; row += 1)
    if (group.filter(({ cells }) => (cells[row] ?? '').trim() !== '').length > 1) return false
  return true
}
