import { select, t } from '#speech'
import { formatValue } from '../../../shared/domain/format.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { formatNumber } from '../../../shared/speech/numbers.ts'
import { languageAtHand } from '../../speaking-in.ts'
import type { DriverAssessment } from '../assessment/index.ts'
import { observationKind, observationsInWords } from '../observation-words.ts'

/** What a figure is held against, in words; nothing where it is held against nothing. */
function markWords(
  { benchmark, benchmarkBasis }: DriverAssessment,
  write: (number: number) => string,
): string[] {
  if (benchmark === null) return []
  const value = write(benchmark)
  switch (benchmarkBasis) {
    case 'target':
      return [t`The target is ${{ value }}.`]
    case 'peers':
      return [t`A good peer: ${{ value }}.`]
    case 'group':
      return [t`Those who share the problem: ${{ value }} on average.`]
    case 'band':
      return [t`The usual range begins at ${{ value }}.`]
    case 'none':
      return []
  }
}

/** A name within an English sentence. */
function startingSmall(label: string): string {
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

/** A value in its own unit; of a time what it is a time of, since `1 min 48 s` alone says nothing. */
function valueInWords({ posterior }: DriverAssessment, definition: MetricDefinition, n: number): string {
  const [mean, low, high] = [posterior.mean, posterior.low, posterior.high].map((one) =>
    formatValue(one, definition),
  )
  const from = observationsInWords(definition, n)
  if (definition.unit !== 'seconds')
    return t`About ${{ mean }}, very likely between ${{ low }} and ${{ high }}, from ${{ from }}.`
  const label = languageAtHand() === 'en' ? startingSmall(definition.label) : definition.label
  return t`About ${{ mean }} of ${{ label }} per ${select({ what: observationKind(definition) }, { evaluation: 'evaluation', conversation: 'conversation', shift: 'shift', survey: 'survey', other: 'contact' })}, very likely between ${{ low }} and ${{ high }}, from ${{ from }}.`
}

/**
 * Where somebody stands and how sure that is, as one would say it across a table. Shares of contacts and answers are natural frequencies, which people
 * judge better than percentages (Gigerenzer & Hoffrage 1995), of ten, or of a hundred where tenths would blur them; everything else stands in its own
 * unit. The span is the 95% interval.
 */
export function inWords(assessment: DriverAssessment, definition: MetricDefinition): string {
  const { posterior, benchmark, drawn } = assessment
  const n = drawn ?? Math.round(assessment.n)
  if (definition.kind !== 'proportion')
    return [
      valueInWords(assessment, definition, n),
      ...markWords(assessment, (number) => formatValue(number, definition)),
    ].join(' ')
  const { mean, low, high } = posterior
  const isBlurred = [mean, low, high, ...(benchmark === null ? [] : [benchmark])].some(
    (share) => (share > 0.005 && share < 0.15) || (share > 0.85 && share < 0.995),
  )
  const of = isBlurred ? 100 : 10
  const times = (share: number) => Math.round(share * of)
  const what = { what: observationKind(definition) }
  const sentence =
    times(low) === times(high)
      ? t`About ${{ mean: times(mean) }} in ${{ of }} ${select(what, { evaluation: 'evaluations', conversation: 'conversations', shift: 'shifts', survey: 'surveys', other: 'contacts' })}, and hardly anything else, seen in ${{ n: formatNumber(n) }}.`
      : t`About ${{ mean: times(mean) }} in ${{ of }} ${select(what, { evaluation: 'evaluations', conversation: 'conversations', shift: 'shifts', survey: 'surveys', other: 'contacts' })}, very likely between ${{ low: times(low) }} and ${{ high: times(high) }}, seen in ${{ n: formatNumber(n) }}.`
  return [sentence, ...markWords(assessment, (share) => t`${{ times: times(share) }} in ${{ of }}`)].join(' ')
}
