import type { TableSample } from './types.ts'
import { columnValues } from './column-values.ts'
import type { ColumnValues } from './column-values.ts'
import { headerOf } from './header.ts'
import type { Header } from './header.ts'
import { matchHeading } from './match-heading.ts'
import type { HeadingMatch } from './match-heading.ts'

/** One column as recognition sees it. */
export interface TableColumn {
  index: number
  name: string
  /** Its name and, where the file has several header rows, each of its headings. */
  headers: Header[]
  header: Header
  /** The sample's cells, as they stand. */
  cells: string[]
  values: ColumnValues
  matches: HeadingMatch[]
}

/** What survey tools write under a question that has one column for its answer. */
const ANSWER_LABEL = /^(?:open-ended response|antwort|réponse|respuesta|risposta)$/i

/** Reads headings and sample values of every column. */
export function readColumns(sample: TableSample): TableColumn[] {
  return sample.columns.map((name, index) => {
    const texts = [
      name,
      ...sample.headerRows
        .map((row) => (row[index] ?? '').trim())
        .filter((text) => text !== 'Response' || text === name),
    ]
    const distinct = [
      ...new Set(texts.filter((text) => text !== '' && !text.startsWith('{"') && !ANSWER_LABEL.test(text))),
    ]
    const headers = distinct.map(headerOf)
    const cells = sample.sample.map((row) => row[index] ?? '')
    return {
      index,
      name,
      headers,
      header: headers[0] ?? headerOf(name),
      cells,
      values: columnValues(cells),
      matches: matchHeading(headers),
    }
  })
}

/** Whether the column's heading is exactly one of a concept's phrases. */
export function names(column: TableColumn, concept: string): boolean {
  return column.matches.some((match) => match.isExact && match.concept.name === concept)
}
