import { studentTCdf, studentTQuantile } from './student-t.ts'

/** What having something goes with, all else held. */
export interface AddedBy {
  difference: number
  low: number
  high: number
  standardError: number
  /** One-sided: of "it adds nothing or takes away". */
  p: number
}

const MOST_ROUNDS = 12

/** Takes the groups' means away, one grouping after the other until nothing moves (method of alternating projections: Guimarães & Portugal 2010). In place. */
export function withoutGroupMeans(values: Float64Array, groupings: readonly Int32Array[]): Float64Array {
  const counts = groupings.map(countsOf)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let largest = 0
    groupings.forEach((groups, index) => {
      const sums = new Float64Array(counts[index]!.length)
      for (let at = 0; at < values.length; at++) sums[groups[at]!]! += values[at]!
      for (let group = 0; group < sums.length; group++) {
        sums[group]! /= counts[index]![group]! || 1
        largest = Math.max(largest, Math.abs(sums[group]!))
      }
      for (let at = 0; at < values.length; at++) values[at]! -= sums[groups[at]!]!
    })
    if (groupings.length < 2 || largest < 1e-6) break
  }
  return values
}

function countsOf(groups: Int32Array): Float64Array {
  let groupCount = 0
  for (const group of groups) groupCount = Math.max(groupCount, group + 1)
  const counts = new Float64Array(groupCount)
  for (const group of groups) counts[group]! += 1
  return counts
}

/** How many group means were estimated; overlapping constants counted once. */
export function groupMeansOf(groupings: readonly Int32Array[]): number {
  return groupings.reduce(
    (sum, groups) => sum + countsOf(groups).reduce((used, count) => used + (count > 0 ? 1 : 0), 0) - 1,
    1,
  )
}

/**
 * By how much the outcome is higher where `has` is 1, within groups and at the same value of an optional `control`: least squares
 * on what is left after the groups' means (Frisch & Waugh 1933, Lovell 1963), heteroskedasticity-robust error (HC1: White 1980,
 * MacKinnon & White 1985), Student's t. `outcome` and `control` are given with the groups' means taken away already. Null where
 * nothing varies within the groups.
 */
export function addedBy(
  has: Float64Array,
  outcome: Float64Array,
  groupings: readonly Int32Array[],
  groupMeans: number,
  control?: Float64Array,
): AddedBy | null {
  const n = has.length
  const degreesOfFreedom = n - groupMeans - (control ? 2 : 1)
  if (degreesOfFreedom < 10) return null
  const left = withoutGroupMeans(Float64Array.from(has), groupings)
  let [cc, cx, cy] = [0, 0, 0]
  if (control)
    for (let at = 0; at < n; at++) {
      cc += control[at]! * control[at]!
      cx += control[at]! * left[at]!
      cy += control[at]! * outcome[at]!
    }
  const [slopeOfHas, slopeOfOutcome] = cc > 0 ? [cx / cc, cy / cc] : [0, 0]
  let [xx, xy] = [0, 0]
  for (let at = 0; at < n; at++) {
    const x = left[at]! - slopeOfHas * (control?.[at] ?? 0)
    const y = outcome[at]! - slopeOfOutcome * (control?.[at] ?? 0)
    left[at] = x
    xx += x * x
    xy += x * y
  }
  if (!(xx > 1e-9)) return null
  const difference = xy / xx
  let meat = 0
  for (let at = 0; at < n; at++) {
    const x = left[at]!
    const residual = outcome[at]! - slopeOfOutcome * (control?.[at] ?? 0) - difference * x
    meat += (x * residual) ** 2
  }
  const standardError = Math.sqrt((meat * n) / degreesOfFreedom) / xx
  if (!(standardError > 0)) return null
  const reach = studentTQuantile(0.975, degreesOfFreedom) * standardError
  return {
    difference,
    low: difference - reach,
    high: difference + reach,
    standardError,
    p: 1 - studentTCdf(difference / standardError, degreesOfFreedom),
  }
}
