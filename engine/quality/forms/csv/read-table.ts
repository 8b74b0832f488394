import Papa from 'papaparse'
import { t } from '#speech'
import type { FormFile } from '../form-file.ts'
import { plainText, refuseUnfit } from '../parse-document.ts'
import { refusal, shown } from '../refusals.ts'
import { restored } from '../../../formula-cells.ts'

/** A table by its headings. Cells are found by their heading, in lower case and with spaces; a missing one is empty. */
export interface FormTable {
  name: string
  headings: readonly string[]
  rows: readonly FormRow[]
}

export interface FormRow {
  /** As a person counts them: the heading is row 1. */
  number: number
  cell(heading: string): string
}

const MOST_ROWS = 20_000

/** A CSV file with its first row as headings; the separator is found. Throws a Problem where it is none or far too long. */
export function readTable(file: FormFile): FormTable {
  refuseUnfit(file)
  const { data, errors } = Papa.parse<string[]>(plainText(file), { skipEmptyLines: 'greedy' })
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken)
    throw refusal(
      t`"${{ file: shown(file.name) }}" has a quotation mark that does not fit in row ${{ row: (broken.row ?? 0) + 1 }}; save it as CSV again.`,
    )
  const [first, ...rest] = data
  if (first === undefined || rest.length === 0)
    throw refusal(t`"${{ file: shown(file.name) }}" has no rows under a row of headings.`)
  if (rest.length > MOST_ROWS)
    throw refusal(t`"${{ file: shown(file.name) }}" has far more rows than a form can have.`)
  const headings = first.map((heading) => headingOf(heading))
  const columns = new Map(headings.map((heading, at) => [heading, at]))
  if (columns.size < headings.length) {
    const twice = headings.find((heading, at) => heading !== '' && headings.indexOf(heading) !== at)
    if (twice !== undefined)
      throw refusal(t`"${{ file: shown(file.name) }}" has two columns called "${{ twice: shown(twice) }}".`)
  }
  return {
    name: file.name,
    headings,
    rows: rest.map((cells, at) => ({
      number: at + 2,
      cell: (heading) => restored((cells[columns.get(heading) ?? -1] ?? '').trim()),
    })),
  }
}

function headingOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
}
