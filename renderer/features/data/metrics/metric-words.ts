import { t } from '@lingui/core/macro'
import { perCent } from '../../../../shared/domain/format.ts'
import type { MetricDefinition } from '../../../../shared/domain/metric-definition.ts'
import { caseMixWords } from '../../../ui/definition-words.ts'
import { formatDifference, formatValue } from '../../../ui/format.ts'

const unitWords: Record<MetricDefinition['unit'], string> = {
  share: t`per cent`,
  score: t`score in per cent`,
  seconds: t`seconds`,
  'per-minute': t`times a minute`,
  'words-per-minute': t`words a minute`,
  compound: t`sentiment, −1 to +1`,
  points: t`points, −100 to 100`,
}

/** The metric's unit; scores on a scale name its ends. */
export function unitOf({ unit, scale }: MetricDefinition): string {
  return unit === 'score' && scale ? t`score ${scale.min} to ${scale.max}` : unitWords[unit]
}

/** Which way is better, in a few words. */
export function betterOf({ polarity, unit, scale }: MetricDefinition): string {
  switch (polarity.direction) {
    case 'higher':
      return t`higher is better`
    case 'lower':
      return t`lower is better`
    case 'band':
      return t`best ${formatValue(polarity.low, unit, scale)} to ${formatValue(polarity.high, unit, scale)}`
    case 'context':
      return t`for context`
  }
}

/** Everything else of a definition, as pairs of name and value. */
export function factsOf(metric: MetricDefinition): [string, string][] {
  const { unit, scale } = metric
  const kinds = { mean: t`mean of single values`, proportion: t`share of yes`, ratio: t`sum over sum` }
  return [
    [t`Unit`, unitOf(metric)],
    [
      t`Target`,
      metric.target === null ? t`none: the peers’ best quarter` : formatValue(metric.target, unit, scale),
    ],
    [
      t`Smallest difference worth acting on`,
      formatDifference(metric.smallestDifference, unit, scale).replace('+', ''),
    ],
    [t`Shown from`, t`${metric.leastN} cases`],
    [t`Computed as`, kinds[metric.kind] + (metric.isLogScale ? t`, on the log scale` : '')],
    [t`Adjusted for`, metric.caseMix.length === 0 ? t`nothing` : caseMixWords(metric)],
    [t`Can be coached`, metric.role !== 'driver' ? t`not by itself` : perCent(metric.coachability)],
    [t`Source`, metric.source],
    [t`Id and version`, t`${metric.id}, version ${metric.version}`],
  ]
}
