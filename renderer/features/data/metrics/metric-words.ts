import type { MetricDefinition } from '../../../../shared/domain/metric-definition.ts'
import { formatDifference, formatNumber, formatValue } from '../../../ui/format.ts'

const unitWords: Record<MetricDefinition['unit'], string> = {
  share: 'per cent',
  score: 'score in per cent',
  seconds: 'seconds',
  'per-minute': 'times a minute',
  'words-per-minute': 'words a minute',
  compound: 'sentiment, −1 to +1',
  points: 'points, −100 to 100',
}

/** The metric's unit; scores on a scale name its ends. */
export function unitOf({ unit, scale }: MetricDefinition): string {
  return unit === 'score' && scale ? `score ${scale.min} to ${scale.max}` : unitWords[unit]
}

/** Which way is better, in a few words. */
export function betterOf({ polarity, unit, scale }: MetricDefinition): string {
  switch (polarity.direction) {
    case 'higher':
      return 'higher is better'
    case 'lower':
      return 'lower is better'
    case 'band':
      return `best ${formatValue(polarity.low, unit, scale)} to ${formatValue(polarity.high, unit, scale)}`
    case 'context':
      return 'for context'
  }
}

/** Everything else of a definition, as pairs of name and value. */
export function factsOf(metric: MetricDefinition): [string, string][] {
  const { unit, scale } = metric
  const kinds = { mean: 'mean of single values', proportion: 'share of yes', ratio: 'sum over sum' }
  return [
    ['Unit', unitOf(metric)],
    [
      'Target',
      metric.target === null ? 'none: the peers’ best quarter' : formatValue(metric.target, unit, scale),
    ],
    [
      'Smallest difference worth acting on',
      formatDifference(metric.smallestDifference, unit, scale).replace('+', ''),
    ],
    ['Shown from', `${metric.leastN} cases`],
    ['Computed as', kinds[metric.kind] + (metric.isLogScale ? ', on the log scale' : '')],
    ['Adjusted for', metric.caseMix.length === 0 ? 'nothing' : metric.caseMix.join(', ')],
    [
      'Can be coached',
      metric.role !== 'driver' ? 'not by itself' : `${formatNumber(metric.coachability * 100)}%`,
    ],
    ['Source', metric.source],
    ['Id and version', `${metric.id}, version ${metric.version}`],
  ]
}
