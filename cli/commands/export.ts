import { leftOutSentence } from '../../shared/domain/lawful-basis.ts'
import { exportTableNames, type ExportTableName } from '../../shared/contract/exports.ts'
import { MOST_WINDOW_DAYS } from '../../shared/domain/time.ts'
import { command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { followWriting } from '../terminal/follow-writing.ts'
import { day, wholeNumber, word } from '../terminal/options.ts'
import { figure, table } from '../terminal/table.ts'

export const exportFacts = command({
  name: 'export',
  usage: 'export --format csv|parquet --output DIR [--tables A,B] [--days N] [--to D] [--with-customers]',
  summary: 'Write facts and results as files for other programs, redacted texts only.',
  options: {
    format: { type: 'string' },
    output: { type: 'string' },
    tables: { type: 'string' },
    days: { type: 'string' },
    to: { type: 'string' },
    'with-customers': { type: 'boolean' },
  },
  positionals: { least: 0, most: 0 },
  async run({ values, terminal, open }) {
    const format = word('--format', ['csv', 'parquet'] as const, values.format)
    if (!format) throw new UsageError('export needs --format csv or --format parquet.')
    if (values.output === undefined) throw new UsageError('export needs --output with a folder.')
    const order = {
      format,
      directory: terminal.resolve(values.output),
      tables: tablesOf(values.tables),
      days: wholeNumber('--days', values.days, 1, MOST_WINDOW_DAYS),
      to: day('--to', values.to),
      withCustomers: values['with-customers'] ?? false,
    }
    const client = await open('read')
    const done = await followWriting(
      terminal,
      { label: 'Exporting', cancelled: 'Cancelled; nothing was exported.' },
      await client.exports.write(order),
    )
    const rows = done.files.map(({ fileName, rows, bytes }) => [fileName, rows, figure(bytes / 1e6, 2)])
    return {
      data: done,
      text: [
        `Written to ${done.directory}:`,
        table(['file', 'rows', 'MB'], rows),
        ...[leftOutSentence(done.leftOut)].filter((sentence) => sentence !== null),
      ].join('\n'),
    }
  },
})

function tablesOf(text: string | undefined): ExportTableName[] | undefined {
  if (text === undefined) return undefined
  return text
    .split(',')
    .map((one) => word('--tables', exportTableNames, one.trim()))
    .filter((one) => one !== undefined)
}
