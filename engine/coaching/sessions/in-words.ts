import { formatValue } from '../../../shared/domain/format.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'

/** A share as a natural frequency: `6 in 10`, and of a hundred where tenths would blur it. */
function frequency(share: number, of: 10 | 100): string {
  return `${Math.round(share * of)} in ${of}`
}

/**
 * Where somebody stands and how sure that is, as one would say it across a table. Shares are natural frequencies, which people judge better than
 * percentages (Gigerenzer & Hoffrage 1995); everything else stands in its own unit. The span is the 95% interval.
 */
export function inWords(
  definition: MetricDefinition,
  figure: { mean: number; low: number; high: number; counted: string; benchmark: number | null },
): string {
  const { mean, low, high, counted, benchmark } = figure
  const isFrequency = definition.kind === 'proportion' && definition.unit !== 'score'
  const isFine = [mean, low, high, ...(benchmark === null ? [] : [benchmark])].some(
    (share) => (share > 0.005 && share < 0.15) || (share > 0.85 && share < 0.995),
  )
  const value = (number: number) =>
    isFrequency ? frequency(number, isFine ? 100 : 10) : formatValue(number, definition)
  const [from, to] = [value(low), value(high)]
  const span =
    from === to
      ? `and hardly anything else`
      : `very likely between ${isFrequency ? from.split(' ')[0] : from} and ${to}`
  const stands = `About ${value(mean)}, ${span}, from ${counted}.`
  return benchmark === null ? stands : `${stands} A good peer reaches ${value(benchmark)}.`
}
