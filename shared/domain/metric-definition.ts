import { z } from 'zod'

/** Which way is better. `band`: between the two ends; `context`: neither. Ends in the metric's stored unit. */
export const polarity = z.discriminatedUnion('direction', [
  z.object({ direction: z.literal('higher') }),
  z.object({ direction: z.literal('lower') }),
  z.object({ direction: z.literal('band'), low: z.number(), high: z.number() }),
  z.object({ direction: z.literal('context') }),
])
export type Polarity = z.infer<typeof polarity>

/**
 * Stored units. `share` and `score` are 0..1 (shown in per cent, or on `scale`); `seconds`; `per-minute`; `words-per-minute`;
 * `compound` is the VADER compound -1..1; `points` is NPS -100..100.
 */
export const metricUnit = z.enum([
  'share',
  'score',
  'seconds',
  'per-minute',
  'words-per-minute',
  'compound',
  'points',
])
export type MetricUnit = z.infer<typeof metricUnit>

export const metricDefinition = z.object({
  id: z.string(),
  version: z.number().int(),
  label: z.string(),
  unit: metricUnit,
  /** For `score`: the ends of the scale it is shown on, e.g. 1..5. */
  scale: z.object({ min: z.number(), max: z.number() }).nullable(),
  polarity,
  role: z.enum(['outcome', 'driver', 'context']),
  kind: z.enum(['mean', 'proportion', 'ratio']),
  /** The sentence that defines it: numerator, denominator, what is left out. */
  definition: z.string(),
  source: z.string(),
  caseMix: z.array(z.enum(['queue', 'reason', 'channel'])),
  target: z.number().nullable(),
  /** The smallest difference worth acting on (delta), stored unit. */
  smallestDifference: z.number(),
  leastN: z.number().int(),
  coachability: z.number().min(0).max(1),
  /** Outcome (0..1) per one stored unit of the driver in its better direction, before data speak. Null: not weighed. */
  priorWeight: z.number().nullable(),
  /** Modelled on the log scale (strictly positive durations). */
  isLogScale: z.boolean(),
})
export type MetricDefinition = z.infer<typeof metricDefinition>
