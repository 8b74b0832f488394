import { z } from 'zod'
import { metricDefinition, metricUnit, polarity } from '../domain/metric-definition.ts'
import { dayRange, instantMs, isoDay, MOST_WINDOW_DAYS } from '../domain/time.ts'
import { call } from './base.ts'

/** One thing that shows the point: a span of a conversation, an answer of a reviewer, a shift, a survey, a contact. */
export const evidence = z.object({
  kind: z.enum(['transcript', 'answer', 'shift', 'survey', 'contact']),
  /** What one reads first: the quote, the reviewer's comment, the day. */
  title: z.string(),
  /** One line of circumstance: form and question, queue, durations. */
  detail: z.string(),
  at: instantMs.nullable(),
  interactionId: z.number().int().nullable(),
  evaluationId: z.number().int().nullable(),
  /** The span in the transcript, where there is one. */
  span: z
    .object({
      firstSegment: z.number().int(),
      lastSegment: z.number().int(),
      startMs: z.number().nullable(),
      endMs: z.number().nullable(),
    })
    .nullable(),
  /** Up to five turns around the moment, for reading in place. */
  turns: z.array(
    z.object({
      segment: z.number().int(),
      speaker: z.string(),
      startMs: z.number().nullable(),
      text: z.string(),
      isMoment: z.boolean(),
    }),
  ),
})
export type Evidence = z.infer<typeof evidence>

export const weight = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  basis: z.enum(['within', 'within+between', 'prior', 'pinned', 'form']),
})

export const driverStatus = z.enum([
  'proposed',
  'not-enough-evidence',
  'on-track',
  'systemic',
  /** Automation alone would propose it; people who answer the same question for this agent see no gap. */
  'reviewed-otherwise',
  'no-link',
  /** The policy keeps ranking off: the figures stand alone. */
  'unranked',
])

export const followUp = z.object({
  /** What to watch, in one sentence. */
  watch: z.string(),
  contactsNeeded: z.number().nullable(),
  /** Null: cannot be seen at this volume (or the volume is unknown); the sentence says which. */
  weeks: z.number().nullable(),
})

/** One driver weighed for one agent. Values in the driver's stored unit; gains in outcome points per week (outcome 0..1). */
export const assessedDriver = z.object({
  driver: z.object({
    id: z.string(),
    label: z.string(),
    kind: z.enum(['question', 'auto-question', 'measure', 'workforce', 'contact']),
  }),
  unit: metricUnit,
  polarity,
  status: driverStatus,
  priority: z.number(),
  gainPerWeek: z.number(),
  n: z.number().int(),
  /** It rests on reviews drawn by chance, weighted. */
  isDrawn: z.boolean(),
  /** Of what people evaluated: which evaluations the figures rest on, and which are left out. Null for everything else. */
  restsOn: z.string().nullable(),
  raw: z.number().nullable(),
  adjusted: z.number().nullable(),
  posterior: z.object({ mean: z.number(), low: z.number(), high: z.number() }),
  peerMean: z.number(),
  benchmark: z.number(),
  /** The posterior means of the peers, ascending, for drawing where the agent stands; empty in lists, where nothing is drawn. */
  peers: z.array(z.number()),
  reliability: z.number(),
  probabilityOfGap: z.number(),
  weight,
  contactsPerWeek: z.number(),
  coachability: z.number(),
  freshness: z.number(),
  /** The posterior mean of the window before; null where there was no data. */
  previous: z.number().nullable(),
  /** This action's priority cannot be told from its neighbour's. */
  isTie: z.boolean(),
  sentence: z.string(),
  evidence: z.array(evidence),
  followUp,
  /** More evaluations that would settle it, for `not-enough-evidence`. */
  evaluationsNeeded: z.number().int().nullable(),
  coachedAt: instantMs.nullable(),
})
export type AssessedDriver = z.infer<typeof assessedDriver>

export const mustAddress = z.object({
  questionId: z.string(),
  label: z.string(),
  n: z.number().int(),
  sentence: z.string(),
  evidence: z.array(evidence),
})
export type MustAddress = z.infer<typeof mustAddress>

export const strength = z.object({
  driver: assessedDriver.shape.driver,
  unit: metricUnit,
  n: z.number().int(),
  posterior: assessedDriver.shape.posterior,
  peerMean: z.number(),
  probabilityTopTenth: z.number(),
  sentence: z.string(),
  evidence: z.array(evidence),
})

export type Strength = z.infer<typeof strength>

export const agentState = z.enum([
  'must-address',
  'act',
  'not-enough-evidence',
  'on-track',
  'no-data',
  /** The policy keeps ranking off. */
  'unranked',
])
export type AgentState = z.infer<typeof agentState>

export const rankedAgent = z.object({
  agent: z.object({ id: z.number().int(), name: z.string(), team: z.string().nullable() }),
  priority: z.number(),
  state: agentState,
  mustAddress: z.array(mustAddress),
  actions: z.array(assessedDriver),
  drivers: z.array(assessedDriver),
  strengths: z.array(strength),
  notEnoughEvidence: z.array(assessedDriver),
})
export type RankedAgent = z.infer<typeof rankedAgent>

/** A gap that belongs to a team, a queue or the process rather than to people. */
export const systemicFinding = z.object({
  driver: assessedDriver.shape.driver,
  unit: metricUnit,
  group: z.object({ kind: z.enum(['team', 'queue', 'workspace']), key: z.string(), label: z.string() }),
  /** All who have it, and where the group probably stands: the figure of its cell of the heat map. */
  agents: z.number().int(),
  mean: z.number(),
  /** Beside those who do the same work, as measured: fewer may be compared than there are. Null for a missed target. */
  compared: z
    .object({
      groupMean: z.number(),
      agents: z.number().int(),
      rest: z.number(),
      restAgents: z.number().int(),
    })
    .nullable(),
  /** Positive is worse than the rest (or the target). */
  difference: z.number(),
  /** One minus the one-sided p-value; for a missed target, the share of agents who miss it with at least 80% certainty. */
  probability: z.number(),
  sentence: z.string(),
})
export type SystemicFinding = z.infer<typeof systemicFinding>

export const coverage = z.object({
  contacts: z.number().int(),
  evaluations: z.number().int(),
  surveys: z.number().int(),
  transcripts: z.number().int(),
  shifts: z.number().int(),
  /** The newest day of data. */
  newestDay: isoDay.nullable(),
  agentsRanked: z.number().int(),
  /** Leavers, people on leave and people without data in the window. */
  agentsHidden: z.number().int(),
  /** One sentence: what it rests on, who the peers are, that it is a prompt and no verdict. */
  sentence: z.string(),
})

export type Coverage = z.infer<typeof coverage>

export const ranking = z.object({
  window: dayRange,
  outcome: z.string(),
  coverage,
  agents: z.array(rankedAgent),
  systemic: z.array(systemicFinding),
})
export type Ranking = z.infer<typeof ranking>

/** One line of the team list. */
export const teamListItem = z.object({
  agent: rankedAgent.shape.agent,
  /** Null where the policy keeps ranking off. */
  rank: z.number().int().nullable(),
  priority: z.number(),
  state: agentState,
  /** Why it stands here, in one line; empty where nobody is ranked. */
  reason: z.string(),
  actions: z.number().int(),
  topDriver: z.string().nullable(),
  isNew: z.boolean(),
  coachedToday: z.boolean(),
  lastCoachedAt: instantMs.nullable(),
  contacts: z.number().int(),
})
export type TeamListItem = z.infer<typeof teamListItem>

export const teamList = z.object({
  window: dayRange,
  outcome: z.string(),
  /** False where the policy keeps ranking off: then the items are by name. */
  isRanked: z.boolean(),
  coverage,
  items: z.array(teamListItem),
  hidden: z.array(z.object({ agent: rankedAgent.shape.agent, why: z.string() })),
  systemic: z.array(systemicFinding),
})
export type TeamList = z.infer<typeof teamList>

/** One metric of the agent beside the peers, with its course by week. */
export const agentMetric = z.object({
  metric: metricDefinition,
  n: z.number().int(),
  restsOn: assessedDriver.shape.restsOn,
  raw: z.number().nullable(),
  adjusted: z.number().nullable(),
  posterior: z.object({ mean: z.number(), low: z.number(), high: z.number() }).nullable(),
  peerMean: z.number().nullable(),
  /** Posterior means of the peers, ascending. */
  peers: z.array(z.number()),
  previous: z.number().nullable(),
  /** `signal` is what the XmR chart says of the week; null for noise, and for a week that is not over or has no data. */
  weekly: z.array(
    z.object({
      weekStart: isoDay,
      n: z.number().int(),
      value: z.number().nullable(),
      signal: z.enum(['outside', 'run']).nullable(),
      /** False for the week the window ends in. */
      isWhole: z.boolean(),
    }),
  ),
  /** What the XmR chart says of the weekly course. */
  change: z.enum(['noise', 'changed', 'too-short']),
  /** Mean and limits of the XmR chart over the weeks that are over; null under six with data. */
  xmr: z.object({ mean: z.number(), lowerLimit: z.number(), upperLimit: z.number() }).nullable(),
})
export type AgentMetric = z.infer<typeof agentMetric>

export const questionResult = z.object({
  questionId: z.string(),
  label: z.string(),
  isCritical: z.boolean(),
  n: z.number().int(),
  notApplicable: z.number().int(),
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  peerMean: z.number().nullable(),
  isAutomated: z.boolean(),
})

export const formResult = z.object({
  form: z.string(),
  isAutomated: z.boolean(),
  evaluations: z.number().int(),
  /** Which of them the means rest on; null for automated ones. */
  restsOn: z.string().nullable(),
  mean: z.number().nullable(),
  peerMean: z.number().nullable(),
  sections: z.array(
    z.object({
      label: z.string(),
      mean: z.number().nullable(),
      n: z.number().int(),
      questions: z.array(questionResult),
    }),
  ),
  recent: z.array(
    z.object({
      evaluationId: z.number().int(),
      at: instantMs.nullable(),
      score: z.number().nullable(),
      evaluator: z.string().nullable(),
      comment: z.string().nullable(),
      interactionId: z.number().int().nullable(),
    }),
  ),
})

export const surveyResponse = z.object({
  id: z.number().int(),
  at: instantMs.nullable(),
  /** 0..1 with the ends of its scale. */
  csat: z.object({ score0to1: z.number(), min: z.number(), max: z.number() }).nullable(),
  nps: z.number().nullable(),
  comment: z.string().nullable(),
  sentiment: z.number().nullable(),
  queue: z.string().nullable(),
  interactionId: z.number().int().nullable(),
})

export const attendanceDay = z.object({
  day: isoDay,
  scheduledMs: z.number().nullable(),
  adherence: z.number().nullable(),
  conformance: z.number().nullable(),
  absence: z.enum(['none', 'planned', 'unplanned']).nullable(),
  reason: z.string().nullable(),
})

export const periodSummary = z.object({
  from: isoDay.nullable(),
  to: isoDay.nullable(),
  source: z.string(),
  metricLabel: z.string(),
  unit: metricUnit,
  n: z.number().nullable(),
  mean: z.number().nullable(),
  total: z.number().nullable(),
})

export const coachedMark = z.object({
  id: z.number().int(),
  agentId: z.number().int(),
  driverId: z.string(),
  driverLabel: z.string(),
  at: instantMs,
  note: z.string().nullable(),
})
export type CoachedMark = z.infer<typeof coachedMark>

/** Everything of one agent on one page. */
export const agentPage = z.object({
  agent: z.object({
    id: z.number().int(),
    name: z.string(),
    email: z.string().nullable(),
    team: z.string().nullable(),
    hiredOn: isoDay.nullable(),
    isNew: z.boolean(),
    identities: z.array(z.string()),
  }),
  window: dayRange,
  previousWindow: dayRange,
  outcome: z.object({ id: z.string(), label: z.string() }),
  isRanked: teamList.shape.isRanked,
  coverage,
  peers: z.object({ n: z.number().int(), sentence: z.string() }),
  ranked: rankedAgent,
  metrics: z.array(agentMetric),
  quality: z.array(formResult),
  surveys: z.array(surveyResponse),
  attendance: z.array(attendanceDay),
  periodSummaries: z.array(periodSummary),
  coached: z.array(coachedMark),
  requestedEvaluations: z.array(z.object({ driverId: z.string(), n: z.number().int(), at: instantMs })),
})
export type AgentPage = z.infer<typeof agentPage>

const windowInput = z.object({
  days: z.number().int().min(1).max(MOST_WINDOW_DAYS).optional(),
  to: isoDay.optional(),
})

export const coachingContract = {
  /** `NOT_ALLOWED` where the policy keeps ranking off. */
  rank: call
    .input(windowInput.extend({ teamId: z.number().int().optional(), agentId: z.number().int().optional() }))
    .output(ranking),
  team: call.input(windowInput.extend({ teamIds: z.array(z.number().int()).optional() })).output(teamList),
  agent: call.input(windowInput.extend({ agentId: z.number().int() })).output(agentPage),
  markCoached: call
    .input(
      z.object({ agentId: z.number().int(), driverId: z.string(), note: z.string().max(2000).optional() }),
    )
    .output(coachedMark),
  unmarkCoached: call.input(z.object({ id: z.number().int() })).output(z.object({ ok: z.literal(true) })),
  /** Sets a driver's weight by hand, on the outcome's 0..1 scale per stored unit; null takes the pin away. */
  pinWeight: call
    .input(z.object({ driverId: z.string(), value: z.number().nullable() }))
    .output(z.object({ ok: z.literal(true) })),
  /** Notes that more evaluations are wanted; of a question one can score on here, it draws them into the review queue. */
  requestEvaluations: call
    .input(z.object({ agentId: z.number().int(), driverId: z.string(), n: z.number().int().min(1).max(100) }))
    .output(z.object({ queued: z.number().int() })),
}
