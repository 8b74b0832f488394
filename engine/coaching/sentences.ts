import { t } from '#speech'
import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { formatValue } from '../../shared/domain/format.ts'
import { formatNumber, formatShort } from '../../shared/speech/numbers.ts'
import { drawnWords } from '../metrics/index.ts'
import { VERDICT_DAY } from '../statistics/index.ts'
import type { DriverAssessment, SystemicFinding } from './assessment/index.ts'
import { observationsInWords } from './observation-words.ts'
import { groupSentence } from './group-sentences.ts'

const VERDICT_WEEKS = VERDICT_DAY / 7

/** What a gain on the outcome (0..1) is in the outcome's own terms, such as `about 0.05 points of CSAT`. */
function gainInOutcome(gain0to1: number, outcome: MetricDefinition): string {
  const { label } = outcome
  if (outcome.unit === 'points') return t`${{ gain: smallInWords(gain0to1 * 200) }} points of ${{ label }}`
  if (outcome.unit === 'score' && outcome.scale) {
    const { min, max } = outcome.scale
    return t`${{ gain: smallInWords(gain0to1 * (max - min)) }} points of ${{ label }} (${{ min }} to ${{ max }})`
  }
  return t`${{ gain: smallInWords(gain0to1 * 100) }} percentage points of ${{ label }}`
}

function smallInWords(value: number): string {
  if (value < 0.0005) return t`less than ${{ number: formatNumber(0.001, 3) }}`
  const number =
    value >= 1
      ? formatNumber(value, 1)
      : value >= 0.1
        ? formatNumber(value, 2)
        : formatShort(Number(value.toPrecision(1)), 4)
  return t`about ${{ number }}`
}

/** What a figure is of: an automated reading says that it is one, since its rate carries the scorer's errors and is no person's rate. */
export function figureLabel({ id, label }: Pick<MetricDefinition, 'id' | 'label'>): string {
  return id.startsWith('auto:') ? t`${{ label }} (automated, unverified)` : label
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
      ? t`the peers' mean is ${{ value: value(peerMean) }}`
      : benchmarkBasis === 'target'
        ? t`the target is ${{ value: value(benchmark) }}`
        : benchmarkBasis === 'band'
          ? usualRange(definition, value)
          : benchmarkBasis === 'group'
            ? t`those who share the problem average ${{ value: value(benchmark) }}`
            : t`a good peer reaches ${{ value: value(benchmark) }}`
  const from = drawn === null ? observationsInWords(definition, n) : drawnWords({ observed: drawn, n })
  const stands = t`${{ label: figureLabel(definition) }}: probably ${{ mean: value(posterior.mean) }} (${{ low: value(posterior.low) }} to ${{ high: value(posterior.high) }}, from ${{ from }}), where ${{ mark }}.`
  if (!(gainPerWeek > 0) || !(contactsPerWeek > 0)) return stands
  const gain = gainInOutcome(gainPerWeek / contactsPerWeek, outcome)
  const worth =
    contactsPerWeek < 1.5
      ? t`${{ gain }} a contact, over about one contact a week`
      : t`${{ gain }} a contact, over ${{ contacts: formatNumber(contactsPerWeek) }} contacts a week`
  return `${stands} ${worthSentence(assessment.weight.basis, worth)}`
}

/** What closing the gap is worth, and whether that was measured here. */
function worthSentence(basis: DriverAssessment['weight']['basis'], worth: string): string {
  switch (basis) {
    case 'within':
    case 'within+between':
      return t`Closing the gap would be worth ${{ worth }}.`
    case 'prior':
      return t`Closing the gap is assumed to be worth ${{ worth }}; that was not measured here.`
    case 'pinned':
      return t`By the weight set by hand, closing the gap would be worth ${{ worth }}.`
    case 'form':
      return t`By the form's own weights, closing the gap would be worth ${{ worth }}.`
  }
}

function usualRange({ polarity }: MetricDefinition, value: (number: number) => string): string {
  return polarity.direction === 'band'
    ? t`the usual range is ${{ low: value(polarity.low) }} to ${{ high: value(polarity.high) }}`
    : t`there is a usual range`
}

/** What a strength is, in one sentence. */
export function strengthSentence(assessment: DriverAssessment, definition: MetricDefinition): string {
  const value = (number: number) => formatValue(number, definition)
  return t`${{ label: definition.label }}: probably ${{ mean: value(assessment.posterior.mean) }}, among the top tenth of peers (mean ${{ peerMean: value(assessment.peerMean) }}) with ${{ certainty: formatNumber(assessment.probabilityOfTopTenth * 100) }}% certainty. Can help others with this.`
}

/** What belongs to a group and not to its people: of a team or a queue, what its cell of the heat map says. */
export function systemicSentence(
  finding: SystemicFinding,
  definition: MetricDefinition,
  groupLabel: string,
): string {
  const value = (number: number) => formatValue(number, definition)
  if (finding.reason === 'target-missed-by-most')
    return t`${{ label: figureLabel(definition) }}: ${{ share: formatNumber((finding.shareMissing ?? 0) * 100) }}% of ${{ agents: finding.agentCount }} agents miss the target of ${{ target: value(finding.comparedWith) }}, each with at least 80% certainty. That points to the process more than to the people.`
  const kind = finding.group.kind === 'queue' ? 'queue' : 'team'
  const label = kind === 'queue' ? t`the queue ${{ queue: groupLabel }}` : groupLabel
  const figure = figureLabel(definition)
  const what =
    finding.onlyIn === null
      ? figure
      : finding.onlyIn === 'drawn'
        ? t`${{ figure }} (only in reviews drawn by chance)`
        : t`${{ figure }} (only in reviews not drawn by chance)`
  return `${what}, ${groupSentence({ kind, label }, finding.cell!, definition)}`
}

/** What to watch after coaching, and for how long. */
export function watchSentence(assessment: DriverAssessment, definition: MetricDefinition): string {
  const { followUp, status } = assessment
  const { label } = definition
  if (status === 'unranked')
    return t`Watch ${{ label }}: its figure with the interval, and the conversations it rests on.`
  if (!followUp || followUp.contactsNeeded === null)
    return t`The figure of ${{ label }} shows no gap to close, so it may show little of what coaching does: look at the conversations too.`
  const needed = observationsInWords(definition, Math.ceil(followUp.contactsNeeded))
  if (!followUp.isVisible || followUp.weeks === null)
    return t`Watch ${{ label }}. Half of the gap would take about ${{ needed }} to see: it cannot be seen at this volume.`
  const watch = t`Watch ${{ label }}: about ${{ needed }} would show half of the gap closed, ${{ time: timeInWords(followUp.weeks) }} at this volume.`
  return followUp.weeks > VERDICT_WEEKS
    ? `${watch} ${t`The verdict after ${{ weeks: VERDICT_WEEKS }} weeks may well be "too early".`}`
    : watch
}

/** How long something takes: `a day or two`, `less than a week`, `about a week`, `some 3 weeks`. */
export function timeInWords(weeks: number): string {
  if (weeks <= 2 / 7) return t`a day or two`
  if (weeks < 0.8) return t`less than a week`
  const whole = Math.ceil(weeks - 0.2)
  return whole === 1 ? t`about a week` : t`some ${{ weeks: whole }} weeks`
}
