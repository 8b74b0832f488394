import { z } from 'zod'
import { isoDay } from '../../../shared/domain/time.ts'

/** What an aggregate calls itself. */
export const AGGREGATE_FORMAT = 'debrief-aggregate'

/**
 * Cells of fewer observations are not given out: somebody who knows of one contact in a cell of two would read the other one from its sums.
 * Five is the least cell of most statistical offices that publish tables on people.
 */
export const LEAST_IN_A_CELL = 5

const sums = z.array(z.number().nullable())

const metric = z.union([
  z.object({ id: z.string() }),
  /** A question of a form, answered by people or by automation. */
  z.object({ of: z.enum(['question', 'auto']), form: z.string(), stableKey: z.string() }),
])

/** An aggregate of one workspace: sums by week, person and kind of contact; no text of any conversation, and no customer. */
export const aggregateFile = z.object({
  format: z.literal(AGGREGATE_FORMAT),
  version: z.literal(1),
  workspace: z.object({ uid: z.string().min(8).max(64), name: z.string().min(1).max(80) }),
  writtenOn: isoDay,
  timeZone: z.string(),
  newestDay: isoDay.nullable(),
  leastInACell: z.number().int().min(LEAST_IN_A_CELL),
  /** Pseudonyms, the same in every aggregate of this workspace; names only where they were wanted. */
  people: z.array(
    z.object({
      key: z.string().min(6).max(64),
      name: z.string().nullable(),
      team: z.string().nullable(),
      site: z.string().nullable(),
    }),
  ),
  strata: z.array(
    z.object({ queue: z.string().nullable(), reason: z.string().nullable(), channel: z.string().nullable() }),
  ),
  forms: z.array(
    z.object({
      form: z.string(),
      stableKey: z.string(),
      label: z.string(),
      section: z.string().nullable(),
      weight: z.number().nullable(),
      maxPoints: z.number().nullable(),
    }),
  ),
  metrics: z.array(z.object({ metric, version: z.number().int() })),
  contactSums: z.array(z.string()),
  observationSums: z.array(z.string()),
  /** Last day of the week, person and stratum by their places in the lists, then the sums. */
  contacts: z.array(z.tuple([isoDay, z.number().int(), z.number().int(), sums])),
  /** Metric, last day of the week, person, stratum, whether drawn, then the sums. */
  observations: z.array(
    z.tuple([
      z.number().int(),
      isoDay,
      z.number().int(),
      z.number().int(),
      z.union([z.literal(0), z.literal(1)]),
      sums,
    ]),
  ),
  /** What is in no cell: too few, or of nobody named. */
  leftOut: z.object({ contacts: z.number().int(), observations: z.number().int() }),
})
export type AggregateFile = z.infer<typeof aggregateFile>
