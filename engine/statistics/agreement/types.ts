/** What answers mean (Stevens 1946): names only, an order, equal distances, or equal ratios from a true zero. */
export type MeasurementScale = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/** How much a disagreement counts that is far apart: with its distance or with the square of it. */
export type DistanceWeights = 'quadratic' | 'linear'

/** A coefficient with its 95% interval; or no value, and why in one sentence. */
export type Coefficient = { value: number; low: number; high: number } | { value: null; reason: string }

/** How an analysis is made; the same seed gives the same intervals. */
export interface AgreementOptions {
  /** Of weighted kappa and AC2; quadratic when left out. */
  weights?: DistanceWeights
  /** Bootstrap samples; 2,000 when left out. */
  resamples?: number
  /** Any whole number; 1 when left out. */
  seed?: number
}

/** Agreement as it is reported: the counts and every coefficient. Shares and coefficients, never percentages. */
export interface Agreement {
  /** Ratings given. */
  n: number
  /** Raters who gave at least one. */
  raters: number
  /** Items with at least one. */
  items: number
  percentAgreement: Coefficient
  cohenKappa: Coefficient
  weightedKappa: Coefficient
  fleissKappa: Coefficient
  ac1: Coefficient
  ac2: Coefficient
  alpha: Coefficient
  icc1: Coefficient
  icc2: Coefficient
  icc3: Coefficient
  icc1k: Coefficient
  icc2k: Coefficient
  icc3k: Coefficient
}
