import { recogniseTable, type Recognition } from '../../../engine/imports/recognise/index.ts'
import { compileRowReader } from '../../../engine/imports/rows/index.ts'
import type { RowFacts, RowOutcome } from '../../../engine/imports/facts.ts'
import type { Mapping, Transform } from '../../../shared/domain/import-kinds.ts'

/** A table as a reader hands it over, written as its export is: cells parted by bars. */
export interface Table {
  fileName: string
  columns: string[]
  headerRows: string[][]
  rows: string[][]
}

export function aTable(
  header: string,
  rows: string[],
  options: { fileName?: string; separator?: string } = {},
): Table {
  const separator = options.separator ?? ','
  const columns = header.split(separator).map((cell) => cell.trim())
  return {
    fileName: options.fileName ?? 'export.csv',
    columns,
    headerRows: [columns],
    rows: rows.map((row) => {
      const cells = row.split('|').map((cell) => cell.trim())
      return columns.map((_, index) => cells[index] ?? '')
    }),
  }
}

export function recognise(table: Table, timeZone = 'UTC'): Recognition {
  return recogniseTable({ ...table, sheetName: null, sample: table.rows }, { timeZone })
}

/** Every mapped column in one line: `TALK TIME > interaction.talkTime as duration clock m:ss`. */
export function mappingLines(mapping: Mapping): string[] {
  return [
    ...mapping.columns.map(({ column, field, transform, statistic, status }) => {
      const more = [
        statistic ? `${statistic.metricId} ${statistic.of}` : '',
        status ? `of ${status}` : '',
      ].filter((text) => text !== '')
      return [`${column} > ${field}`, ...more, transformText(transform)].join(' ')
    }),
    ...mapping.questions.map(
      (question) =>
        `? ${question.section ? `${question.section} / ` : ''}${question.label}: ${[question.answerColumn, question.scoreColumn, question.commentColumn, question.weightColumn, question.maxColumn ?? null].map((column) => column ?? '-').join(' | ')} ${transformText(question.scale)}`,
    ),
  ]
}

function transformText(transform: Transform): string {
  switch (transform.as) {
    case 'instant':
    case 'day':
      return [
        `as ${transform.as} ${transform.order}`,
        transform.as === 'day' ? transform.span : undefined,
        transform.timeZone,
      ]
        .filter((part) => part !== undefined)
        .join(' ')
    case 'duration':
      return `as ${[transform.unit, transform.clockParts, transform.decimal].filter((part) => part !== undefined).join(' ')}`
    case 'scale':
      return `as ${transform.min}..${transform.max}${transform.words ? ' in words' : ''}`
    case 'share':
      return `as share of ${transform.scale}`
    case 'number':
    case 'text':
    case 'id':
    case 'flag':
    case 'word':
      return `as ${transform.as}`
  }
}

export function outcomesOf(table: Table, recognition: Recognition): RowOutcome[] {
  const { read } = compileRowReader(recognition.mapping, table.columns)
  return table.rows.map((row) => read(row))
}

/** The facts of one row; fails where the row is not taken. */
export function factsOf(table: Table, recognition: Recognition, row: number): RowFacts {
  const outcome = outcomesOf(table, recognition)[row]
  if (outcome?.outcome !== 'facts') throw new Error(`Row ${row} gave ${JSON.stringify(outcome)}`)
  return outcome.facts
}
