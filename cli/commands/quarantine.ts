import { command } from '../command.ts'
import { wholeNumber } from '../terminal/options.ts'
import { table } from '../terminal/table.ts'

/** The most rows one answer holds. */
const MOST_ROWS = 1000

export const quarantine = command({
  name: 'quarantine',
  usage: 'quarantine [--import IMPORT] [--limit N]',
  summary: 'Show the rows that could not be taken, each with its reason.',
  options: { import: { type: 'string' }, limit: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run({ values, open }) {
    const importId = wholeNumber('--import', values.import, 1)
    const limit = Math.min(wholeNumber('--limit', values.limit, 1) ?? MOST_ROWS, MOST_ROWS)
    const client = await open('read')
    const found = await client.imports.quarantine({ importId, limit })
    const rows = found.rows.map(({ importId: id, file, rowNumber, column, message }) => [
      id,
      file,
      rowNumber,
      column,
      message,
    ])
    const more = found.total > found.rows.length ? [`and ${found.total - found.rows.length} more`] : []
    return {
      data: found,
      text:
        found.total === 0
          ? 'Nothing is in quarantine.'
          : [table(['import', 'file', 'row', 'column', 'reason'], rows), ...more].join('\n'),
    }
  },
})
