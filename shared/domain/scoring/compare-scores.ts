/** A vendor's score beside our own of the same answers; both 0..1, null where there is none. */
export type ScoreComparison =
  | { state: 'not-comparable' }
  | { state: 'same' | 'different'; vendor0to1: number; own0to1: number; difference: number }

const vendorRounding = 0.005

/**
 * Whether a vendor's score and the recomputed one differ by more than rounding to a whole percent. The vendor's is stored as
 * given and never overwritten; a difference is shown.
 */
export function compareScores(vendor0to1: number | null, own0to1: number | null): ScoreComparison {
  if (vendor0to1 === null || own0to1 === null) return { state: 'not-comparable' }
  const difference = own0to1 - vendor0to1
  const isSame = Math.abs(difference) <= vendorRounding + 1e-9
  return { state: isSame ? 'same' : 'different', vendor0to1, own0to1, difference }
}

/** How closely two reviewers agree on one criterion: 1 minus their distance over its best points (MaestroQA's alignment). */
export function criterionAlignment(points: number, otherPoints: number, bestPoints: number): number {
  return 1 - Math.abs(points - otherPoints) / bestPoints
}
