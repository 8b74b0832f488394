import { msg, say, t, type MessageDescriptor } from '#speech'
import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { starterScorecard } from '../quality/index.ts'
import { speakingIn } from '../speaking-in.ts'

type Defaults = 'version' | 'scale' | 'target' | 'isLogScale' | 'priorWeight' | 'caseMix'

/** A definition whose words are text, or described only, as those made before anybody asks are. */
type Worded<Words> = Omit<MetricDefinition, 'label' | 'definition'> & { label: Words; definition: Words }

function define<Words>(
  definition: Omit<Worded<Words>, Defaults> & Partial<Pick<Worded<Words>, Defaults>>,
): Worded<Words> {
  return {
    version: 1,
    scale: null,
    target: null,
    isLogScale: false,
    priorWeight: null,
    caseMix: ['queue', 'reason', 'channel'],
    ...definition,
  }
}

const HIGHER = { direction: 'higher' } as const
const LOWER = { direction: 'lower' } as const
const CONTEXT = { direction: 'context' } as const

/**
 * Every metric Debrief knows but the questions of forms, which define themselves. Definitions follow the field's own (Genesys, Amazon
 * Connect, COPC, SQM as far as they are public); where these disagree the sentence says which was taken. Prior weights are outcome
 * (0..1) per stored unit in the better direction: what is assumed before this workspace's data speak.
 */
export const metricDefinitions: readonly Worded<MessageDescriptor>[] = [
  define({
    id: 'csat_mean',
    label: msg`CSAT`,
    unit: 'score',
    scale: { min: 1, max: 5 },
    polarity: HIGHER,
    role: 'outcome',
    kind: 'mean',
    definition: msg`The mean satisfaction rating of the surveys that came back, each on its own scale from worst to best. Contacts without a survey and contacts nobody answered do not count; a rating said not to be about the agent counts in totals only.`,
    source: 'Survey tool',
    smallestDifference: 0.05,
    leastN: 5,
    coachability: 0,
  }),
  define({
    id: 'csat_top2',
    label: msg`CSAT, top two boxes`,
    unit: 'share',
    polarity: HIGHER,
    role: 'outcome',
    kind: 'proportion',
    definition: msg`The share of surveys with one of the two best ratings (4 and 5 of five; the best alone on scales of fewer than four steps; 80 and over of 100).`,
    source: 'Survey tool',
    smallestDifference: 0.05,
    leastN: 5,
    coachability: 0,
  }),
  define({
    id: 'nps',
    label: msg`NPS`,
    unit: 'points',
    polarity: HIGHER,
    role: 'outcome',
    kind: 'mean',
    definition: msg`The share of promoters (9 and 10) less the share of detractors (0 to 6), in points from -100 to 100.`,
    source: 'Survey tool',
    smallestDifference: 10,
    leastN: 10,
    coachability: 0,
  }),
  define({
    id: 'fcr',
    label: msg`First contact resolution`,
    unit: 'share',
    polarity: HIGHER,
    role: 'outcome',
    kind: 'proportion',
    definition: msg`The share of first contacts after which the same customer did not come back about the same reason within 7 days (the window can be changed). Contacts younger than the window are left out; the agent of the first contact carries it. Needs customer references.`,
    source: 'Interaction log',
    smallestDifference: 0.05,
    leastN: 20,
    coachability: 0,
  }),
  define({
    id: 'resolved_rate',
    label: msg`Resolved, by the source`,
    unit: 'share',
    polarity: HIGHER,
    role: 'outcome',
    kind: 'proportion',
    definition: msg`The share of contacts the source itself marks as resolved. Never mixed with first contact resolution.`,
    source: 'Interaction log',
    smallestDifference: 0.05,
    leastN: 20,
    coachability: 0,
  }),
  define({
    id: 'qa_score',
    label: msg`QA score`,
    unit: 'score',
    scale: { min: 0, max: 100 },
    polarity: HIGHER,
    role: 'outcome',
    kind: 'mean',
    definition: msg`The mean score of human evaluations as the QA tool gives it (recomputed where it gives none). Reviews drawn here are weighted by their chance and never mixed with imported ones. Calibrations, automated evaluations and what somebody asked for do not count.`,
    version: 2,
    source: 'QA tool',
    smallestDifference: 0.05,
    leastN: 3,
    coachability: 0,
    caseMix: [],
  }),
  define({
    id: 'critical_failure_rate',
    label: msg`Critical failures`,
    unit: 'share',
    polarity: LOWER,
    role: 'context',
    kind: 'proportion',
    definition: msg`The share of human evaluations in which a critical question failed. Reviews drawn here are weighted by their chance and never mixed with imported ones.`,
    version: 2,
    source: 'QA tool',
    smallestDifference: 0.05,
    leastN: 3,
    coachability: 0,
    caseMix: [],
  }),
  define({
    id: 'transfer_rate',
    label: msg`Transfers`,
    unit: 'share',
    polarity: LOWER,
    role: 'driver',
    kind: 'proportion',
    definition: msg`The share of handled contacts passed on to somebody else.`,
    source: 'Interaction log',
    smallestDifference: 0.04,
    leastN: 40,
    coachability: 0.6,
    priorWeight: 0.12,
  }),
  define({
    id: 'hold_time',
    label: msg`Hold time`,
    unit: 'seconds',
    polarity: LOWER,
    role: 'driver',
    kind: 'mean',
    definition: msg`The mean time a customer is on hold in a handled contact; contacts without a hold count as none.`,
    source: 'Interaction log',
    smallestDifference: 15,
    leastN: 40,
    coachability: 0.6,
    priorWeight: 0.0004,
  }),
  define({
    id: 'acw_time',
    label: msg`After-call work`,
    unit: 'seconds',
    polarity: LOWER,
    role: 'driver',
    kind: 'mean',
    definition: msg`The mean time of work after a handled contact; contacts without any count as none.`,
    source: 'Interaction log',
    smallestDifference: 15,
    leastN: 40,
    coachability: 0.5,
    priorWeight: 0.00005,
  }),
  define({
    id: 'adherence',
    label: msg`Schedule adherence`,
    unit: 'share',
    polarity: HIGHER,
    role: 'driver',
    kind: 'ratio',
    definition: msg`The scheduled time spent as scheduled: scheduled time less exceptions, over scheduled time. A day missed altogether is absence and not counted here.`,
    source: 'Workforce tool',
    target: 0.92,
    smallestDifference: 0.02,
    leastN: 8,
    coachability: 0.7,
    priorWeight: 0.1,
    caseMix: [],
  }),
  define({
    id: 'unplanned_absence',
    label: msg`Unplanned absence`,
    unit: 'share',
    polarity: LOWER,
    role: 'driver',
    kind: 'proportion',
    definition: msg`The share of scheduled days missed without notice.`,
    source: 'Workforce tool',
    smallestDifference: 0.04,
    leastN: 10,
    coachability: 0.3,
    priorWeight: 0.1,
    caseMix: [],
  }),
  define({
    id: 'conformance',
    label: msg`Schedule conformance`,
    unit: 'share',
    polarity: { direction: 'band', low: 0.95, high: 1.05 },
    role: 'context',
    kind: 'ratio',
    definition: msg`Time worked over time scheduled. Both less and more than scheduled is off; 95% to 105% is fine.`,
    source: 'Workforce tool',
    smallestDifference: 0.03,
    leastN: 8,
    coachability: 0,
    caseMix: [],
  }),
  define({
    id: 'aht',
    label: msg`Handle time`,
    unit: 'seconds',
    polarity: CONTEXT,
    role: 'context',
    kind: 'mean',
    isLogScale: true,
    definition: msg`The mean of talk, hold and after-call work of handled contacts. Adjusted values are worked out on the log scale, so that one endless call does not decide. Shown beside quality, never coached by itself.`,
    source: 'Interaction log',
    smallestDifference: 30,
    leastN: 20,
    coachability: 0,
  }),
  define({
    id: 'talk_time',
    label: msg`Talk time`,
    unit: 'seconds',
    polarity: CONTEXT,
    role: 'context',
    kind: 'mean',
    isLogScale: true,
    definition: msg`The mean time spent talking in handled contacts. Adjusted values are worked out on the log scale.`,
    source: 'Interaction log',
    smallestDifference: 30,
    leastN: 20,
    coachability: 0,
  }),
  define({
    id: 'occupancy',
    label: msg`Occupancy`,
    unit: 'share',
    polarity: CONTEXT,
    role: 'context',
    kind: 'mean',
    definition: msg`Time handling contacts over time logged in and ready, as the workforce tool gives it.`,
    source: 'Workforce tool',
    smallestDifference: 0.03,
    leastN: 8,
    coachability: 0,
    caseMix: [],
  }),
  define({
    id: 'shrinkage',
    label: msg`Shrinkage`,
    unit: 'share',
    polarity: CONTEXT,
    role: 'context',
    kind: 'ratio',
    definition: msg`Scheduled time not worked over scheduled time. A matter of the team more than of the agent.`,
    source: 'Workforce tool',
    smallestDifference: 0.03,
    leastN: 8,
    coachability: 0,
    caseMix: [],
  }),
  define({
    id: 'silence_share',
    label: msg`Silence`,
    unit: 'share',
    polarity: LOWER,
    role: 'driver',
    kind: 'mean',
    definition: msg`The share of a conversation in which nobody speaks for over 3 seconds; stated holds are left out.`,
    source: 'Transcripts',
    smallestDifference: 0.04,
    leastN: 4,
    coachability: 0.6,
    priorWeight: 0.3,
  }),
  define({
    id: 'overtalk_share',
    label: msg`Overtalk`,
    unit: 'share',
    polarity: LOWER,
    role: 'driver',
    kind: 'mean',
    definition: msg`The share of a conversation in which both speak for over 1 second at a time.`,
    source: 'Transcripts',
    smallestDifference: 0.02,
    leastN: 4,
    coachability: 0.7,
    priorWeight: 0.5,
  }),
  define({
    id: 'interruptions_per_minute',
    label: msg`Interruptions by the agent`,
    unit: 'per-minute',
    polarity: LOWER,
    role: 'driver',
    kind: 'mean',
    definition: msg`Turns of the agent that start while the customer has spoken for a second or more and take the floor, a minute of conversation.`,
    source: 'Transcripts',
    smallestDifference: 0.2,
    leastN: 4,
    coachability: 0.8,
    priorWeight: 0.05,
  }),
  define({
    id: 'talk_share',
    label: msg`Agent's share of the talk`,
    unit: 'share',
    polarity: { direction: 'band', low: 0.35, high: 0.65 },
    role: 'driver',
    kind: 'mean',
    definition: msg`The agent's speaking time over both sides' speaking time. Between 35% and 65% nothing is read into it.`,
    source: 'Transcripts',
    smallestDifference: 0.05,
    leastN: 4,
    coachability: 0.6,
    priorWeight: 0.15,
  }),
  define({
    id: 'speech_rate',
    label: msg`Speech rate`,
    unit: 'words-per-minute',
    polarity: { direction: 'band', low: 110, high: 180 },
    role: 'driver',
    kind: 'mean',
    definition: msg`The agent's words a minute while speaking. Between 110 and 180 nothing is read into it.`,
    source: 'Transcripts',
    smallestDifference: 10,
    leastN: 4,
    coachability: 0.7,
    priorWeight: 0.0005,
  }),
  define({
    id: 'customer_sentiment_end',
    label: msg`Customer mood at the end`,
    unit: 'compound',
    polarity: HIGHER,
    role: 'context',
    kind: 'mean',
    definition: msg`The mean VADER compound of the customer's words in the last third of the conversation, from text only, English.`,
    source: 'Transcripts',
    smallestDifference: 0.1,
    leastN: 4,
    coachability: 0,
  }),
  define({
    id: 'customer_sentiment_shift',
    label: msg`Change of customer mood`,
    unit: 'compound',
    polarity: HIGHER,
    role: 'context',
    kind: 'mean',
    definition: msg`The customer's mood in the last third less that in the first third of the conversation.`,
    source: 'Transcripts',
    smallestDifference: 0.1,
    leastN: 4,
    coachability: 0,
  }),
]

const byId = new Map(metricDefinitions.map((definition) => [definition.id, definition]))

function inWords(described: Worded<MessageDescriptor>): MetricDefinition {
  return { ...described, label: say(described.label), definition: say(described.definition) }
}

/** The definition with this id in the language at hand, or undefined. */
export function metricDefinition(id: string): MetricDefinition | undefined {
  const known = byId.get(id)
  return known && inWords(known)
}

/** The label to write down: whatever language is spoken, that of a built-in metric or of an automated question of the starter scorecard is the English one. */
export function labelToKeep({ id, label }: Pick<MetricDefinition, 'id' | 'label'>): string {
  const asked = starterScorecard().questions.find((question) => id === `auto:${question.id}`)
  return asked?.title ?? speakingIn('en', () => metricDefinition(id)?.label) ?? label
}

/** All of them in the language at hand. */
export function definitionsInWords(): MetricDefinition[] {
  return metricDefinitions.map(inWords)
}

/** The metrics read from interaction rollups and their columns there. */
export const interactionMetrics = {
  aht: 'handle',
  talk_time: 'talk',
  hold_time: 'hold',
  acw_time: 'acw',
  transfer_rate: 'transfer',
  resolved_rate: 'resolved',
} as const
export type InteractionMetricId = keyof typeof interactionMetrics

/** Whether a metric is read from the interaction rollups. */
export function isInteractionMetric(id: string): id is InteractionMetricId {
  return id in interactionMetrics
}

/** What a question of a form is as a metric. `score` answers on 0..1. */
export function questionDefinition(question: {
  id: string
  label: string
  form: string
  relativeWeight: number | null
  isAutomated: boolean
}): MetricDefinition {
  return define({
    id: question.id,
    label: question.label,
    unit: 'share',
    polarity: HIGHER,
    role: 'driver',
    kind: 'proportion',
    definition: question.isAutomated
      ? t`The share of conversations in which an automated rule found "${{ question: question.label }}" (${{ form: question.form }}). Automated and unverified: it never counts in a score.`
      : t`The mean of the answers to "${{ question: question.label }}" on the form "${{ form: question.form }}", 0 to 100%; answers that did not apply are left out. Reviews drawn here are weighted by their chance and never mixed with imported ones.`,
    ...(question.isAutomated ? {} : { version: 2 }),
    source: question.isAutomated ? 'Transcripts' : 'QA tool',
    smallestDifference: 0.1,
    leastN: question.isAutomated ? 5 : 4,
    coachability: 0.8,
    priorWeight: 0.08 * (question.relativeWeight ?? 0.1),
    caseMix: [],
  })
}
