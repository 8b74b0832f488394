import { z } from 'zod'
import { metricDefinition, metricUnit } from '../domain/metric-definition.ts'
import { isoDay } from '../domain/time.ts'
import { call } from './base.ts'

export const metricBy = z.enum(['agent', 'team', 'queue', 'day', 'none'])
export type MetricBy = z.infer<typeof metricBy>

/** One figure. `value` as observed, `adjusted` for case mix; null where undefined (never 0). Stored unit. */
export const metricRow = z.object({
  key: z.union([z.string(), z.number()]),
  label: z.string(),
  n: z.number().int(),
  value: z.number().nullable(),
  adjusted: z.number().nullable(),
})

export const metricResult = z.object({
  metric: z.object({
    id: z.string(),
    label: z.string(),
    unit: metricUnit,
    polarity: z.string(),
    role: z.enum(['outcome', 'driver', 'context']),
    definition: z.string(),
  }),
  rows: z.array(metricRow),
  /** Of what people evaluated: which evaluations the figures rest on. Null for everything else. */
  restsOn: z.string().nullable(),
})
export type MetricResult = z.infer<typeof metricResult>

export const metricsContract = {
  definitions: call.output(z.array(metricDefinition)),
  /** Sets a driver's target, in its stored unit; null is none. */
  setTarget: call
    .input(z.object({ metricId: z.string(), target: z.number().nullable() }))
    .output(z.object({ ok: z.literal(true) })),
  query: call
    .input(
      z.object({
        metricId: z.string(),
        by: metricBy.default('none'),
        days: z.number().int().min(1).optional(),
        from: isoDay.optional(),
        to: isoDay.optional(),
      }),
    )
    .output(metricResult),
}
