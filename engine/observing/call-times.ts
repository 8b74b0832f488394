/** How long calls of one name took, in milliseconds. */
export interface CallTime {
  call: string
  count: number
  p50: number
  p95: number
  p99: number
  max: number
}

/** What is kept of how long things took: a few hundred numbers, however many were noted. */
export interface CallTimes {
  note(call: string, ms: number): void
  /** Each call that was made, the slowest first by its 95th percentile. */
  list(): CallTime[]
}

interface Histogram {
  count: number
  max: number
  buckets: Map<number, number>
}

/** Steps to each doubling: a value is off by at most a 32nd. */
const STEPS = 32
/** Values are counted in hundredths of a millisecond. */
const UNITS = 100

/** Histograms with buckets as HdrHistogram has them: linear within each doubling, so that the error is a share of the value. */
export function createCallTimes(): CallTimes {
  const histograms = new Map<string, Histogram>()
  return {
    note(call, ms) {
      let histogram = histograms.get(call)
      if (!histogram) histograms.set(call, (histogram = { count: 0, max: 0, buckets: new Map() }))
      const bucket = bucketOf(Math.max(0, Math.round(ms * UNITS)))
      histogram.count++
      histogram.max = Math.max(histogram.max, ms)
      histogram.buckets.set(bucket, (histogram.buckets.get(bucket) ?? 0) + 1)
    },
    list: () =>
      [...histograms]
        .map(([call, histogram]) => ({
          call,
          count: histogram.count,
          p50: percentile(histogram, 0.5),
          p95: percentile(histogram, 0.95),
          p99: percentile(histogram, 0.99),
          max: rounded(histogram.max),
        }))
        .toSorted((one, other) => other.p95 - one.p95 || (one.call < other.call ? -1 : 1)),
  }
}

function bucketOf(units: number): number {
  if (units < STEPS) return units
  const doubling = Math.floor(Math.log2(units)) - Math.log2(STEPS)
  return Math.floor(units / 2 ** doubling) + doubling * STEPS
}

/** The middle of a bucket. */
function valueOf(bucket: number): number {
  if (bucket < STEPS) return bucket
  const doubling = Math.floor(bucket / STEPS) - 1
  const low = (bucket - doubling * STEPS) * 2 ** doubling
  return low + (2 ** doubling - 1) / 2
}

function percentile({ count, max, buckets }: Histogram, share: number): number {
  const wanted = Math.ceil(count * share)
  let seen = 0
  for (const [bucket, n] of [...buckets].toSorted(([one], [other]) => one - other)) {
    seen += n
    if (seen >= wanted) return rounded(Math.min(max, valueOf(bucket) / UNITS))
  }
  return rounded(max)
}

function rounded(ms: number): number {
  return Math.round(ms * UNITS) / UNITS
}
