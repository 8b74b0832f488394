import { t } from '#speech'
import { refusal, shown } from '../refusals.ts'
import { flagIn, numberIn } from './cells.ts'
import { columns, type Column } from './columns.ts'
import type { FormRow, FormTable } from './read-table.ts'

/** Whether a table is a form: it asks questions. */
export function isFormTable({ headings }: FormTable): boolean {
  return headingOf('question', headings) !== undefined
}

function headingOf(column: Column, headings: readonly string[]): string | undefined {
  return [column, ...columns[column]].find((name) => headings.includes(name))
}

/** A row by our columns, whatever the file calls them. */
export interface FormCells {
  row: number
  cell(column: Column): string
  /** A number; null where the cell is empty. Throws a Problem where it is none. */
  number(column: Column): number | null
  /** Yes or no; null where the cell is empty. Throws a Problem where it is neither. */
  flag(column: Column): boolean | null
}

/** The cells of a row. */
export function cellsOf(row: FormRow, { headings, name }: FormTable): FormCells {
  const cell = (column: Column) => {
    const heading = headingOf(column, headings)
    return heading === undefined ? '' : row.cell(heading)
  }
  const refuse = (column: Column, wanted: string) =>
    refusal(
      t`"${{ name: shown(name) }}", row ${{ row: row.number }}: "${{ cell: shown(cell(column)) }}" under "${{ column }}" is not ${{ wanted }}.`,
    )
  return {
    row: row.number,
    cell,
    number(column) {
      if (cell(column) === '') return null
      const number = numberIn(cell(column))
      if (number === null) throw refuse(column, t`a number`)
      return number
    },
    flag(column) {
      if (cell(column) === '') return null
      const flag = flagIn(cell(column))
      if (flag === null) throw refuse(column, t`yes or no`)
      return flag
    },
  }
}
