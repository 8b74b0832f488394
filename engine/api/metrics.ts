import { t } from '#speech'
import { dayNumber } from '../../shared/domain/time.ts'
import { writing } from '../context.ts'
import {
  queryMetric,
  readCatalogue,
  setTarget,
  withSourceInWords,
  type DayNumbers,
} from '../metrics/index.ts'
import { Problem } from '../problem.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { dataDays, newestDay, readPreferences } from '../workspace/index.ts'
import { api } from './base.ts'

/** The days asked for: from and to, or the last `days` to the newest data, or all data (null). */
function rangeOf(
  database: ReadableDatabase,
  input: { days?: number | undefined; from?: string | undefined; to?: string | undefined },
): DayNumbers {
  if (input.days === undefined && input.from === undefined && input.to === undefined) return null
  const to = input.to === undefined ? endOf(database, input.days) : dayNumber(input.to)
  const from =
    input.from !== undefined
      ? dayNumber(input.from)
      : input.days === undefined
        ? (dataDays(database)?.from ?? 0)
        : to - input.days + 1
  if (from > to) throw new Problem('INVALID_INPUT', t`The first day lies after the last one; swap them.`)
  return { from, to }
}

/** The last days end where every window does; a range open to the end holds what is planned too. */
function endOf(database: ReadableDatabase, days: number | undefined): number {
  return (days === undefined ? dataDays(database)?.to : newestDay(database)) ?? 0
}

export const metricsApi = api.metrics.router({
  definitions: api.metrics.definitions.handler(({ context }) =>
    readCatalogue(context.read).map(withSourceInWords),
  ),
  setTarget: api.metrics.setTarget.handler(async ({ context, input }) => {
    await writing(context, (database) => setTarget(database, input.metricId, input.target, context.now()))
    context.events.emit({ type: 'data.changed', topics: ['metrics', 'coaching', 'patterns'], job: null })
    return { ok: true as const }
  }),
  query: api.metrics.query.handler(({ context, input }) => {
    const definition = readCatalogue(context.read).find((one) => one.id === input.metricId)
    if (!definition)
      throw new Problem(
        'NOT_FOUND',
        t`There is no metric "${{ metricId: input.metricId }}"; "metrics --list" shows them all.`,
      )
    const { fcrWindowDays } = readPreferences(context.read)
    return queryMetric(context.read, definition, input.by, rangeOf(context.read, input), fcrWindowDays)
  }),
})
