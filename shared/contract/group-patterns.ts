import { z } from 'zod'
import { t } from '#speech'
import { metricUnit, polarity } from '../domain/metric-definition.ts'
import { dayRange, instantMs, isoDay, MOST_WINDOW_DAYS } from '../domain/time.ts'
import { call } from './base.ts'
import { assessedDriver } from './coaching.ts'

// Values are in the driver's stored unit, written out by `unit` and `scale`; differences are signed so that positive is worse.

const interval = z.object({ value: z.number(), low: z.number(), high: z.number() })

/** A driver, and how its values are written. */
export const patternDriver = z.object({
  id: z.string(),
  label: z.string(),
  kind: assessedDriver.shape.driver.shape.kind,
  unit: metricUnit,
  scale: z.object({ min: z.number(), max: z.number() }).nullable(),
  polarity,
  /** Smallest difference worth acting on. */
  delta: z.number(),
  target: z.number().nullable(),
})
export type PatternDriver = z.infer<typeof patternDriver>

export const patternGroup = z.object({
  kind: z.enum(['team', 'queue']),
  /** The team's id, or the queue's name. */
  key: z.string(),
  label: z.string(),
})
export type PatternGroup = z.infer<typeof patternGroup>

/** One group on one driver. */
export const heatCell = z.object({
  driverId: z.string(),
  group: patternGroup,
  agents: z.number().int(),
  /** Plain mean of its agents' values, adjusted for case mix (a queue's as observed). */
  raw: z.number(),
  /** Shrunk toward the other groups, with its 95% interval. */
  mean: interval,
  /** Mean of the agents of all other groups, on whatever they work; null where there are none, and in findings kept before it was known. */
  others: z.number().nullable().default(null),
  /** Beside the rest; null where there are under four agents on either side. */
  compared: z
    .object({
      groupMean: z.number(),
      rest: z.number(),
      agents: z.number().int(),
      restAgents: z.number().int(),
      /** False where only agents on other work could be compared: a hint. */
      isRestComparable: z.boolean(),
      /** It differs by delta or more on all its work and by less on the same work: what it works on makes the difference. */
      isMixOfWork: z.boolean().default(false),
      difference: interval,
      /** The difference in units of the driver's delta. */
      inDeltas: z.number(),
      /** One-sided: that the group is no worse than the rest. */
      pValue: z.number(),
      /** Worse by more than delta, and among the discoveries at the stated rate. */
      isFlagged: z.boolean(),
    })
    .nullable(),
  sentence: z.string(),
})
export type HeatCell = z.infer<typeof heatCell>

export const patternOverview = z.object({
  window: dayRange,
  agents: z.number().int(),
  drivers: z.array(patternDriver),
  groups: z.array(patternGroup.extend({ agents: z.number().int() })),
  /** A cell for each driver and group with data; teams and queues both. */
  cells: z.array(heatCell),
  /** The share of flags that may be false, over teams x drivers (and over queues x drivers). */
  falseDiscoveryRate: z.number(),
  sentence: z.string(),
})
export type PatternOverview = z.infer<typeof patternOverview>

const limits = z.object({
  low95: z.number(),
  high95: z.number(),
  low998: z.number(),
  high998: z.number(),
})

export const driverPattern = z.object({
  window: dayRange,
  driver: patternDriver,
  /** What the average is, between agents. */
  mean: z.number().nullable(),
  /** False where the policy keeps ranking off: then people are not set beside each other. */
  isRanked: z.boolean(),
  funnel: z
    .object({
      centre: z.number(),
      /** Standard deviation between ordinary agents beyond sampling, by which the limits are widened. */
      tau: z.number(),
      overDispersion: z.number(),
      points: z.array(
        z.object({
          agent: z.object({ id: z.number().int(), name: z.string() }),
          /** At the window's end. */
          team: z.object({ id: z.number().int(), name: z.string() }).nullable(),
          /** Effective, of drawn reviews. */
          n: z.number(),
          /** How many facts these are. */
          observed: z.number().int(),
          value: z.number(),
          place: z.enum(['inside', 'outside-95', 'outside-998']),
          isWorse: z.boolean(),
          /** Of a team that is flagged as a whole; the centre and the limits are of all others. */
          isOfTeamApart: z.boolean(),
        }),
      ),
      /** Limits along n, to draw the funnel; ascending. */
      limits: z.array(limits.extend({ n: z.number() })),
    })
    .nullable(),
  trend: z.object({
    /** As observed, everybody together; oldest first. Null where nothing was observed. */
    weeks: z.array(
      z.object({
        weekStart: isoDay,
        n: z.number().int(),
        value: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        /** What an XmR chart says of it. */
        signal: z.enum(['outside', 'run']).nullable(),
      }),
    ),
    changes: z.array(
      z.object({
        weekStart: isoDay,
        before: z.number(),
        after: z.number(),
        pValue: z.number(),
        /** The weeks whose mean `before` and `after` are. */
        beforeDays: dayRange,
        afterDays: dayRange,
      }),
    ),
    xmr: z.object({ mean: z.number(), lowerLimit: z.number(), upperLimit: z.number() }).nullable(),
    sentence: z.string(),
  }),
  grid: z.object({
    place: z.enum([
      'fix-the-process',
      'coach-the-few',
      'mixed',
      'leave-alone',
      'calibrate-first',
      'cannot-tell',
    ]),
    average: z.enum(['low', 'good', 'cannot-tell']),
    agents: z.enum(['wide', 'little', 'cannot-tell']),
    reviewers: z.enum(['wide', 'little', 'cannot-tell', 'nobody']),
    /** What the average is held against. */
    yardstick: z
      .object({ value: z.number(), basis: z.enum(['target', 'like-drivers', 'good-agents', 'band']) })
      .nullable(),
    shortfall: interval.nullable(),
    betweenAgents: interval.nullable(),
    betweenReviewers: interval.nullable(),
    sentence: z.string(),
  }),
  cells: z.array(heatCell),
})
export type DriverPattern = z.infer<typeof driverPattern>

export const driverGrid = z.object({
  window: dayRange,
  /** Every driver measured, in the order of the heat map. */
  drivers: z.array(driverPattern.pick({ driver: true, mean: true, grid: true })),
})
export type DriverGrid = z.infer<typeof driverGrid>

export const varianceShare = z.object({
  source: z.enum(['site', 'team', 'agent', 'reviewer', 'queue', 'reason', 'contact']),
  share: z.number(),
  low: z.number(),
  high: z.number(),
  /** Standard deviation in the driver's unit (of logarithms where `isLogScale`), with its 95% interval. */
  deviation: interval,
  /** The estimate came out below 0 and is shown as 0. */
  isSetToZero: z.boolean(),
})

export const driverShares = z.object({
  driver: patternDriver,
  n: z.number().int(),
  agents: z.number().int(),
  teams: z.number().int(),
  isLogScale: z.boolean(),
  /** Largest first, single contacts last. */
  shares: z.array(varianceShare),
  /** Sources the data do not have, or cannot tell from others. */
  untold: z.array(varianceShare.shape.source),
  resampled: z.enum(['teams', 'agents']),
  sentence: z.string(),
})
export type DriverShares = z.infer<typeof driverShares>

export const keptShares = z.object({
  /** Null until they have been computed. */
  kept: z
    .object({
      window: dayRange,
      computedAt: instantMs,
      /** Facts have changed since. */
      isStale: z.boolean(),
      drivers: z.array(driverShares),
    })
    .nullable(),
  /** The job that is computing them now. */
  jobId: z.number().int().nullable(),
})
export type KeptShares = z.infer<typeof keptShares>

export const whatMoves = z.object({
  window: dayRange,
  outcome: z.object({
    id: z.string(),
    label: z.string(),
    unit: metricUnit,
    scale: patternDriver.shape.scale,
  }),
  drivers: z.array(
    z.object({
      driver: patternDriver,
      /** Outcome (0..1) per one stored unit in the better direction. */
      weight: interval.extend({
        basis: assessedDriver.shape.weight.shape.basis,
        pairedContacts: z.number().int(),
      }),
      agents: z.number().int(),
      /** How far agents probably fall short of a good peer or the target, averaged over contacts. */
      gap: z.number(),
      contactsPerWeek: z.number(),
      /** Gap times volume times weight: outcome (0..1) times contacts a week. Never below 0. */
      gainPerWeek: z.number(),
    }),
  ),
  sentence: z.string(),
})
export type WhatMoves = z.infer<typeof whatMoves>

function areDays(key: string): boolean {
  const days = key.split(' ')
  return days.length === 2 && days.every((day) => isoDay.safeParse(day).success) && days[0]! <= days[1]!
}

/**
 * Of whom or what conversations are wanted: a team's id, an agent's id, a name of the others. The empty key is whoever or whatever has
 * none. Who is in a team or at a site is settled at the end of the days.
 */
export const conversationGroup = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  z.object({ kind: z.literal('team'), key: z.string() }),
  z.object({ kind: z.literal('queue'), key: z.string() }),
  z.object({ kind: z.literal('reviewer'), key: z.string() }),
  z.object({ kind: z.literal('agent'), key: z.string() }),
  z.object({ kind: z.literal('site'), key: z.string() }),
  z.object({ kind: z.literal('reason'), key: z.string() }),
  /** Everybody's between two days, as `2026-03-02 2026-03-08`. */
  z.object({
    kind: z.literal('days'),
    key: z.string().refine(areDays, { error: () => t`give two days, the earlier first` }),
  }),
])
export type ConversationGroup = z.infer<typeof conversationGroup>

export const patternConversation = z.object({
  /** Null where an evaluation names no contact that is here. */
  interactionId: z.number().int().nullable(),
  evaluationId: z.number().int().nullable(),
  hasTranscript: z.boolean(),
  at: instantMs.nullable(),
  agent: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  team: z.string().nullable(),
  queue: z.string().nullable(),
  reviewer: z.string().nullable(),
  value: z.number(),
})
export type PatternConversation = z.infer<typeof patternConversation>

/** Which figures are meant: those of the window, or the shares as computed last with their days and people. */
export const figuresOver = z.enum(['window', 'shares'])
export type FiguresOver = z.infer<typeof figuresOver>

/** One level of a source, as observed. */
export const patternLevel = z.object({
  /** As in `conversationGroup`. */
  key: z.string(),
  label: z.string(),
  n: z.number().int(),
  agents: z.number().int(),
  /** Mean with its 95% interval, which is null where too little was seen to tell. */
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type PatternLevel = z.infer<typeof patternLevel>

export const patternLevels = z.object({
  source: z.enum(['site', 'team', 'agent', 'reviewer', 'queue', 'reason']),
  driver: patternDriver,
  window: dayRange,
  /** Worst first; people by name where the policy keeps ranking off. */
  levels: z.array(patternLevel),
  /** One sentence where this driver has no conversations: attendance. */
  missing: z.string().nullable(),
})
export type PatternLevels = z.infer<typeof patternLevels>

const windowInput = z.object({
  days: z.number().int().min(1).max(MOST_WINDOW_DAYS).optional(),
  to: isoDay.optional(),
})

/** The calls that look at groups, one part of `patterns`. */
export const groupPatterns = {
  /** Teams (and queues) x drivers, from rollups. */
  overview: call.input(windowInput).output(patternOverview),
  /** One driver: funnel of agents, weekly course, place in the decision grid, its groups. */
  driver: call
    .input(windowInput.extend({ driverId: z.string(), weeks: z.number().int().min(4).max(104).default(26) }))
    .output(driverPattern),
  /** The place of every driver in the decision grid. */
  grid: call.input(windowInput).output(driverGrid),
  /** Which share of each driver's differences lies where, as computed last. */
  shares: call.output(keptShares),
  /** Starts computing them over the days to the newest data; gives the job that is under way where there is one. */
  computeShares: call
    .input(z.object({ days: z.number().int().min(7).max(MOST_WINDOW_DAYS).default(365) }))
    .output(z.object({ jobId: z.number().int() })),
  /** What drivers are worth on the chosen outcome, and how much there is to gain. */
  whatMoves: call.input(windowInput).output(whatMoves),
  /** A driver's levels of a source, each of which leads to its conversations. */
  levels: call
    .input(
      windowInput.extend({
        driverId: z.string(),
        over: figuresOver.default('window'),
        source: patternLevels.shape.source,
        within: conversationGroup.default({ kind: 'everyone' }),
      }),
    )
    .output(patternLevels),
  /** The conversations or evaluations that count in a figure, worst first. */
  conversations: call
    .input(
      windowInput.extend({
        driverId: z.string(),
        over: figuresOver.default('window'),
        group: conversationGroup,
        /** Of the course that `days` are from. */
        weeks: z.number().int().min(4).max(104).default(26),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(
      z.object({
        total: z.number().int(),
        rows: z.array(patternConversation),
        driver: patternDriver,
        window: dayRange,
        /** The group, as one says it. */
        label: z.string(),
        /** What these are, in one sentence. */
        statement: z.string(),
        /** One sentence where this driver has no conversations: attendance. */
        missing: z.string().nullable(),
      }),
    ),
}
