import { metricBy } from '../../shared/contract/metrics.ts'
import { command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { day, wholeNumber, word } from '../terminal/options.ts'
import { figure, table } from '../terminal/table.ts'

export const metrics = command({
  name: 'metrics',
  usage: 'metrics --metric ID [--by agent|team|queue|day|none] [--days N] [--from D --to D] | metrics --list',
  summary: 'Show one metric, as observed and adjusted for case mix; --list names them all.',
  options: {
    metric: { type: 'string' },
    by: { type: 'string' },
    days: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    list: { type: 'boolean' },
  },
  positionals: { least: 0, most: 0 },
  async run({ values, open }) {
    if (values.list) {
      const client = await open('read')
      const definitions = await client.metrics.definitions()
      const rows = definitions.map(({ id, unit, role, label }) => [id, unit, role, label])
      return { data: definitions, text: table(['id', 'unit', 'role', 'label'], rows) }
    }
    if (!values.metric) throw new UsageError('metrics needs --metric ID, or --list to see which there are.')
    if (values.days && (values.from || values.to))
      throw new UsageError('metrics takes either --days or --from and --to.')
    const input = {
      metricId: values.metric,
      by: word('--by', metricBy.options, values.by) ?? 'none',
      days: wholeNumber('--days', values.days, 1),
      from: day('--from', values.from),
      to: day('--to', values.to),
    }
    const client = await open('read')
    const result = await client.metrics.query(input)
    const rows = result.rows.map(({ label, n, value, adjusted }) => [
      label,
      n,
      figure(value, 4),
      figure(adjusted, 4),
    ])
    const { label, unit, definition } = result.metric
    return {
      data: result,
      text: `${label} (${unit}): ${definition}\n${result.restsOn === null ? '' : `${result.restsOn}\n`}${table([input.by, 'n', 'observed', 'adjusted'], rows)}`,
    }
  },
})
