import { formatValue } from '../../../shared/domain/format.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import type { DriverAssessment } from '../assessment/index.ts'
import { observationWord } from '../sentences.ts'

/** What a figure is held against, in words; nothing where it is held against nothing. */
function markWords(
  { benchmark, benchmarkBasis }: DriverAssessment,
  value: (number: number) => string,
): string {
  if (benchmark === null) return ''
  switch (benchmarkBasis) {
    case 'target':
      return ` The target is ${value(benchmark)}.`
    case 'peers':
      return ` A good peer: ${value(benchmark)}.`
    case 'group':
      return ` Those who share the problem: ${value(benchmark)} on average.`
    case 'band':
      return ` The usual range begins at ${value(benchmark)}.`
    case 'none':
      return ''
  }
}

/** What a time is a time of: `1 min 48 s` alone says nothing. */
function ofWhat(definition: MetricDefinition): string {
  if (definition.unit !== 'seconds') return ''
  const { label } = definition
  return ` of ${label.charAt(0).toLowerCase()}${label.slice(1)} per ${observationWord(definition, 1)}`
}

/**
 * Where somebody stands and how sure that is, as one would say it across a table. Shares of contacts and answers are natural frequencies, which people
 * judge better than percentages (Gigerenzer & Hoffrage 1995), of ten, or of a hundred where tenths would blur them; everything else stands in its own
 * unit. The span is the 95% interval.
 */
export function inWords(assessment: DriverAssessment, definition: MetricDefinition): string {
  const { posterior, benchmark, drawn } = assessment
  const { mean, low, high } = posterior
  const n = drawn ?? Math.round(assessment.n)
  const counted = observationWord(definition, n)
  if (definition.kind !== 'proportion') {
    const value = (number: number) => formatValue(number, definition)
    return `About ${value(mean)}${ofWhat(definition)}, very likely between ${value(low)} and ${value(high)}, from ${n} ${counted}.${markWords(assessment, value)}`
  }
  const isBlurred = [mean, low, high, ...(benchmark === null ? [] : [benchmark])].some(
    (share) => (share > 0.005 && share < 0.15) || (share > 0.85 && share < 0.995),
  )
  const of = isBlurred ? 100 : 10
  const times = (share: number) => Math.round(share * of)
  const span =
    times(low) === times(high)
      ? 'and hardly anything else'
      : `very likely between ${times(low)} and ${times(high)}`
  return `About ${times(mean)} in ${of} ${observationWord(definition, of)}, ${span}, seen in ${n}.${markWords(assessment, (share) => `${times(share)} in ${of}`)}`
}
