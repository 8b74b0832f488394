import type { Patterns } from './patterns.ts'

/** How often each pattern occurs, in the table or in a bootstrap sample of it, and what all coefficients need of that. */
export interface Sample {
  counts: Float64Array
  /** Items rated at least twice. */
  twice: number
  /** How often each category is chosen: the mean over items of the share of their ratings. */
  prevalence: Float64Array
  /** Ratings of each category, on items rated at least twice. */
  totals: Float64Array
  /** All of those. */
  ratings: number
}

/** Counts to be filled in, and then tallied. */
export function emptySample({ size, categoryCount }: Patterns): Sample {
  return {
    counts: new Float64Array(size),
    twice: 0,
    prevalence: new Float64Array(categoryCount),
    totals: new Float64Array(categoryCount),
    ratings: 0,
  }
}

/** The table itself. */
export function wholeSample(patterns: Patterns): Sample {
  const sample = emptySample(patterns)
  sample.counts.set(patterns.counts)
  return tallied(sample, patterns)
}

/** Works out anew what follows from the counts. */
export function tallied(sample: Sample, patterns: Patterns): Sample {
  const { counts, prevalence, totals } = sample
  const { size, start, category, times, ratings } = patterns
  prevalence.fill(0)
  totals.fill(0)
  sample.twice = 0
  sample.ratings = 0
  let items = 0
  for (let pattern = 0; pattern < size; pattern++) {
    const count = counts[pattern]!
    if (count === 0) continue
    const each = ratings[pattern]!
    const isTwice = each > 1
    items += count
    if (isTwice) {
      sample.twice += count
      sample.ratings += count * each
    }
    for (let entry = start[pattern]!; entry < start[pattern + 1]!; entry++) {
      const given = count * times[entry]!
      prevalence[category[entry]!]! += given / each
      if (isTwice) totals[category[entry]!]! += given
    }
  }
  for (let k = 0; k < prevalence.length; k++) prevalence[k]! /= items
  return sample
}
