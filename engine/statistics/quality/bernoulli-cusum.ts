/** A chart's two hypotheses and its limit: shares in 0..1, the limit in units of the log-likelihood ratio. */
export interface CusumDesign {
  inControlShare: number
  outOfControlShare: number
  limit: number
}

/** Where a chart stands: small enough to be stored with a question. A chart that signalled stays as it was then. */
export interface CusumState {
  value: number
  observations: number
  /** Which observation signalled, counted from 1; null while it is quiet. */
  signalledAt: number | null
}

export const quietCusum: CusumState = { value: 0, observations: 0, signalledAt: null }

/** What one observation adds: the log-likelihood ratio of the two shares. The second is below 0. */
export function cusumSteps({
  inControlShare,
  outOfControlShare,
}: Pick<CusumDesign, 'inControlShare' | 'outOfControlShare'>): { ofEvent: number; ofNone: number } {
  if (!(inControlShare > 0 && inControlShare < outOfControlShare && outOfControlShare < 1))
    throw new RangeError(
      `A chart needs 0 < in control < out of control < 1, not ${inControlShare} and ${outOfControlShare}.`,
    )
  return {
    ofEvent: Math.log(outOfControlShare / inControlShare),
    ofNone: Math.log((1 - outOfControlShare) / (1 - inControlShare)),
  }
}

/**
 * One more observation on a Bernoulli CUSUM (Reynolds & Stoumbos, Journal of Quality Technology 31, 1999):
 * S = max(0, S + x ln(p1/p0) + (1 - x) ln((1 - p1)/(1 - p0))), which signals where S reaches the limit.
 * Observations must be a random sequence of what is watched: oversampled ones must not enter.
 */
export function observe(state: CusumState, isEvent: boolean, design: CusumDesign): CusumState {
  if (state.signalledAt !== null) return state
  const { ofEvent, ofNone } = cusumSteps(design)
  const value = Math.max(0, state.value + (isEvent ? ofEvent : ofNone))
  const observations = state.observations + 1
  return { value, observations, signalledAt: value >= design.limit ? observations : null }
}
