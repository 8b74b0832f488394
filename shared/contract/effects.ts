import { z } from 'zod'
import { metricUnit, polarity } from '../domain/metric-definition.ts'
import { dayRange, isoDay } from '../domain/time.ts'

/** `waiting` before two weeks are in, `progress` before eight; then the one verdict. */
export const effectState = z.enum(['waiting', 'progress', 'improved', 'worse', 'too-early', 'no-change-seen'])
export type EffectState = z.infer<typeof effectState>

/** Some days of the agent on the driver. Values in the driver's stored unit; null where nothing was observed. */
const stretch = z.object({
  days: dayRange,
  /** Observations as they were counted. */
  n: z.number().int(),
  raw: z.number().nullable(),
  /** Adjusted for case mix, never shrunk. */
  adjusted: z.number().nullable(),
})

/** The agent's change beyond what was expected, less that of the controls; stored unit, positive is better. 95% interval. */
const effectEstimate = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  degreesOfFreedom: z.number(),
  /** The smallest effect that would be seen with 80% power. */
  smallestVisible: z.number(),
})

/** One look: after two, four and eight weeks, over the days up to it. */
const effectLook = z.object({
  weeks: z.number().int(),
  on: isoDay,
  isReached: z.boolean(),
  /** Only the last can be a verdict. */
  isVerdict: z.boolean(),
  n: z.number().int(),
  effect: effectEstimate.nullable(),
})

/** One week of the agent's chart; weeks without observations are left out. */
const chartWeek = z.object({
  from: isoDay,
  /** Weeks from the session: -1 is the one before it, 0 the first after it. */
  week: z.number().int(),
  n: z.number().int(),
  value: z.number(),
  signal: z.enum(['outside', 'run']).nullable(),
  /** False for the week the data end in: it is shown, and judged once it is whole. */
  isWhole: z.boolean(),
})

/** What came of one session on one driver of one agent. */
export const coachingEffect = z.object({
  agentId: z.number().int(),
  driver: z.object({
    id: z.string(),
    label: z.string(),
    unit: metricUnit,
    scale: z.object({ min: z.number(), max: z.number() }).nullable(),
    polarity,
  }),
  heldOn: isoDay,
  /** The last day with data, the verdict's own day at most; null without any. Every look counts from it, whatever day it is today. */
  dataTo: isoDay.nullable(),
  state: effectState,
  /** One sentence. */
  sentence: z.string(),
  /** Before the weeks that selected the agent, those weeks, and since; null before the day after the session. */
  before: stretch,
  selecting: stretch,
  after: stretch.nullable(),
  /** What was to be expected of the agent from all days before the session, null without any. */
  expected: z.number().nullable(),
  /** Expected, moved as the controls moved: what would have happened anyway. */
  expectedWithout: z.number().nullable(),
  /** How far the selecting weeks' value was expected to come back untouched, and the reliability that says so. */
  bounce: z.object({ value: z.number(), peerMean: z.number(), reliability: z.number() }).nullable(),
  controls: z.object({
    n: z.number().int(),
    from: z.enum(['other-teams', 'own-team', 'both']),
    teams: z.number().int(),
    /** False where nobody near the agent's level was left, so that the nearest stand in. */
    isNear: z.boolean(),
    /** Their mean change beyond what was expected of them, positive is better. */
    change: z.number().nullable(),
    /** Why nothing can be compared; null where it can. */
    tooFew: z.string().nullable(),
  }),
  effect: effectEstimate.nullable(),
  looks: z.array(effectLook),
  /** More observations that would settle it; null where it is settled, or where no number would. */
  contactsNeeded: z.number().int().nullable(),
  /** The smallest difference worth acting on. */
  smallestDifference: z.number(),
  /** Worked out on a logarithmic scale: differences are then told at the expected level. */
  isLogScale: z.boolean(),
  chart: z
    .object({
      weeks: z.array(chartWeek),
      /** From the weeks before the session. */
      mean: z.number(),
      lowerLimit: z.number(),
      upperLimit: z.number(),
      hasChanged: z.boolean(),
    })
    .nullable(),
})
export type CoachingEffect = z.infer<typeof coachingEffect>

/** Fewer judged sessions than this say nothing of what works, and get no mean. */
export const LEAST_JUDGED = 3

/** Sessions of one group (a driver, a supervisor, a template) together: what works here. */
export const programmeGroup = z.object({
  /** What tells two groups of one name apart: the id of the driver or of the questions, or the coach. */
  key: z.string(),
  group: z.string(),
  sessions: z.number().int(),
  /** Those whose eight weeks are over. */
  judged: z.number().int(),
  verdicts: z.object({
    improved: z.number().int(),
    worse: z.number().int(),
    noChangeSeen: z.number().int(),
    tooEarly: z.number().int(),
  }),
  /** Of one driver in its stored unit; of several in smallest differences worth acting on, each of its own driver. Positive is better. */
  unit: z.enum(['stored', 'smallest-differences']),
  /** Null where no session of it has a figure. */
  mean: z.number().nullable(),
  /** 95%; null under two figures. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Where the next session's true effect is expected; null under three. */
  prediction: z.object({ low: z.number(), high: z.number() }).nullable(),
})
export type ProgrammeGroup = z.infer<typeof programmeGroup>

/** What a drawn waiting list shows: who was drawn to go first against who waits. Stored unit, positive is better. */
export const waitingListResult = z.object({
  state: effectState,
  first: z.number().int(),
  waiting: z.number().int(),
  days: dayRange.nullable(),
  effect: z
    .object({
      value: z.number(),
      low: z.number(),
      high: z.number(),
      pValue: z.number(),
      isExact: z.boolean(),
    })
    .nullable(),
  sentence: z.string(),
})
export type WaitingListResult = z.infer<typeof waitingListResult>
