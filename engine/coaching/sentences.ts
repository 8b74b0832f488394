import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { formatValue } from '../../shared/domain/format.ts'
import { drawnWords } from '../metrics/index.ts'
import { VERDICT_DAY } from '../statistics/index.ts'
import type { DriverAssessment, SystemicFinding } from './assessment/index.ts'
import { groupSentence } from './group-sentences.ts'

const VERDICT_WEEKS = VERDICT_DAY / 7

/** What a gain on the outcome (0..1) is in the outcome's own terms, such as `about 0.05 points of CSAT`. */
function gainInOutcome(gain0to1: number, outcome: MetricDefinition): string {
  const small = (value: number) =>
    value < 0.0005
      ? 'less than 0.001'
      : `about ${value >= 1 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : Number(value.toPrecision(1))}`
  if (outcome.unit === 'points') return `${small(gain0to1 * 200)} points of ${outcome.label}`
  if (outcome.unit === 'score' && outcome.scale) {
    const { min, max } = outcome.scale
    return `${small(gain0to1 * (max - min))} points of ${outcome.label} (${min} to ${max})`
  }
  return `${small(gain0to1 * 100)} percentage points of ${outcome.label}`
}

/** What a figure is of: an automated reading says that it is one, since its rate carries the scorer's errors and is no person's rate. */
export function figureLabel({ id, label }: Pick<MetricDefinition, 'id' | 'label'>): string {
  return id.startsWith('auto:') ? `${label} (automated, unverified)` : label
}

/** Where the agent stands, where others stand, what closing the gap is worth and whether that was measured. */
export function actionSentence(
  assessment: DriverAssessment,
  definition: MetricDefinition,
  outcome: MetricDefinition,
): string {
  const value = (number: number) => formatValue(number, definition)
  const { posterior, n, drawn, benchmark, benchmarkBasis, peerMean, gainPerWeek, contactsPerWeek } =
    assessment
  const mark =
    benchmark === null
      ? `the peers' mean is ${value(peerMean)}`
      : benchmarkBasis === 'target'
        ? `the target is ${value(benchmark)}`
        : benchmarkBasis === 'band'
          ? usualRange(definition, value)
          : benchmarkBasis === 'group'
            ? `those who share the problem average ${value(benchmark)}`
            : `a good peer reaches ${value(benchmark)}`
  const from = drawn === null ? `${n} ${observationWord(definition, n)}` : drawnWords({ observed: drawn, n })
  const stands = `${figureLabel(definition)}: probably ${value(posterior.mean)} (${value(posterior.low)} to ${value(posterior.high)}, from ${from}), where ${mark}.`
  if (!(gainPerWeek > 0) || !(contactsPerWeek > 0)) return stands
  const contacts = contactsPerWeek < 1.5 ? 'about one contact' : `${Math.round(contactsPerWeek)} contacts`
  const worth = `${gainInOutcome(gainPerWeek / contactsPerWeek, outcome)} a contact, over ${contacts} a week`
  return `${stands} ${worthSentence(assessment.weight.basis, worth)}`
}

/** What closing the gap is worth, and whether that was measured here. */
function worthSentence(basis: DriverAssessment['weight']['basis'], worth: string): string {
  switch (basis) {
    case 'within':
    case 'within+between':
      return `Closing the gap would be worth ${worth}.`
    case 'prior':
      return `Closing the gap is assumed to be worth ${worth}; that was not measured here.`
    case 'pinned':
      return `By the weight set by hand, closing the gap would be worth ${worth}.`
    case 'form':
      return `By the form's own weights, closing the gap would be worth ${worth}.`
  }
}

function usualRange({ polarity }: MetricDefinition, value: (number: number) => string): string {
  return polarity.direction === 'band'
    ? `the usual range is ${value(polarity.low)} to ${value(polarity.high)}`
    : 'there is a usual range'
}

/** What one observation of a metric is called. */
export function observationWord(definition: MetricDefinition, n: number): string {
  const [one, many] = definition.id.startsWith('question:')
    ? ['evaluation', 'evaluations']
    : definition.source === 'Transcripts'
      ? ['conversation', 'conversations']
      : definition.source === 'Workforce tool'
        ? ['shift', 'shifts']
        : definition.source === 'Survey tool'
          ? ['survey', 'surveys']
          : ['contact', 'contacts']
  return n === 1 ? one : many
}

/** What a strength is, in one sentence. */
export function strengthSentence(assessment: DriverAssessment, definition: MetricDefinition): string {
  const value = (number: number) => formatValue(number, definition)
  return `${definition.label}: probably ${value(assessment.posterior.mean)}, among the top tenth of peers (mean ${value(assessment.peerMean)}) with ${Math.round(assessment.probabilityOfTopTenth * 100)}% certainty. Can help others with this.`
}

/** What belongs to a group and not to its people: of a team or a queue, what its cell of the heat map says. */
export function systemicSentence(
  finding: SystemicFinding,
  definition: MetricDefinition,
  groupLabel: string,
): string {
  const value = (number: number) => formatValue(number, definition)
  if (finding.reason === 'target-missed-by-most')
    return `${figureLabel(definition)}: ${Math.round((finding.shareMissing ?? 0) * 100)}% of ${finding.agentCount} agents miss the target of ${value(finding.comparedWith)}, each with at least 80% certainty. That points to the process more than to the people.`
  const kind = finding.group.kind === 'queue' ? 'queue' : 'team'
  const label = kind === 'queue' ? `the queue ${groupLabel}` : groupLabel
  const only =
    finding.onlyIn === null
      ? ''
      : finding.onlyIn === 'drawn'
        ? ' (only in reviews drawn by chance)'
        : ' (only in reviews not drawn by chance)'
  return `${figureLabel(definition)}${only}, ${groupSentence({ kind, label }, finding.cell!, definition)}`
}

/** What to watch after coaching, and for how long. */
export function watchSentence(assessment: DriverAssessment, definition: MetricDefinition): string {
  const { followUp, status } = assessment
  if (status === 'unranked')
    return `Watch ${definition.label}: its figure with the interval, and the conversations it rests on.`
  if (!followUp || followUp.contactsNeeded === null)
    return `The figure of ${definition.label} shows no gap to close, so it may show little of what coaching does: look at the conversations too.`
  const n = Math.ceil(followUp.contactsNeeded)
  const what = observationWord(definition, n)
  if (!followUp.isVisible || followUp.weeks === null)
    return `Watch ${definition.label}. Half of the gap would take about ${n} ${what} to see: it cannot be seen at this volume.`
  const late =
    followUp.weeks > VERDICT_WEEKS ? ` The verdict after ${VERDICT_WEEKS} weeks may well be "too early".` : ''
  return `Watch ${definition.label}: about ${n} ${what} would show half of the gap closed, ${timeInWords(followUp.weeks)} at this volume.${late}`
}

/** How long something takes: `a day or two`, `less than a week`, `about a week`, `some 3 weeks`. */
export function timeInWords(weeks: number): string {
  if (weeks <= 2 / 7) return 'a day or two'
  if (weeks < 0.8) return 'less than a week'
  const whole = Math.ceil(weeks - 0.2)
  return whole === 1 ? 'about a week' : `some ${whole} weeks`
}
