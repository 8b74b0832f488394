import { fileWriter, ParquetWriter } from 'hyparquet-writer'
import type { TableWriter } from './csv-writer.ts'
import type { ExportColumn, ExportRow, ExportValue } from './export-table.ts'

/** Rows of a group: what is held in memory at once. */
const GROUP = 20_000
const DAY_MS = 86_400_000

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

const types: Record<ExportColumn['type'], Omit<Element, 'name'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  timestamp: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
}

/** Writes Parquet with Snappy; every column may be empty, days are dates and instants timestamps in UTC. */
export function parquetWriter(path: string, columns: readonly ExportColumn[]): TableWriter {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }): Element => ({ name, repetition_type: 'OPTIONAL', ...types[type] })),
    ],
    createdBy: 'Debrief',
  })
  let waiting: ExportRow[] = []
  const flush = () => {
    if (waiting.length === 0) return
    const rows = waiting
    waiting = []
    void writer.write({
      rowGroupSize: GROUP,
      columnData: columns.map(({ name, type }, at) => ({
        name,
        data: rows.map((row) => written(row[at] ?? null, type)),
      })),
    })
  }
  return {
    write(rows) {
      // one by one: a day of a large centre has more rows than a call takes arguments
      for (const row of rows) waiting.push(row)
      if (waiting.length >= GROUP) flush()
    },
    finish() {
      flush()
      void writer.finish()
    },
    abandon() {
      waiting = []
    },
  }
}

function written(value: ExportValue, type: ExportColumn['type']): unknown {
  if (value === null) return null
  switch (type) {
    case 'integer':
      return BigInt(value)
    case 'boolean':
      return value !== 0
    case 'date':
      return new Date(Number(value) * DAY_MS)
    case 'timestamp':
      return new Date(Number(value))
    case 'number':
    case 'text':
      return value
  }
}
