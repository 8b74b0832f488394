import { t } from '#speech'
import { formatNumber } from '../../../shared/speech/numbers.ts'
import { normalQuantile } from '../normal.ts'

const LEAST_INFORMATION = 0.3

/** A share in 0..1 and the number of observations (fractional where weighted) it was measured on. */
export interface MeasuredShare {
  share: number
  n: number
}

export type CorrectedRate =
  | { rate: number; low: number; high: number; informedness: number; reason: null }
  | { rate: null; informedness: number | null; reason: string }

const clamp = (share: number) => Math.min(1, Math.max(0, share))

/**
 * The true rate behind what an imperfect scorer reports (Rogan & Gladen 1978): (observed + specificity - 1) / (sensitivity +
 * specificity - 1), with the interval of Lang & Reiczigel (Preventive Veterinary Medicine 113, 2014, eq. 4, 6, 7, 16, 17) that
 * takes all three shares as measured on samples of their own. Kept within 0..1. Not given, with a reason, where sensitivity +
 * specificity - 1 is under 0.3: such a scorer tells too little of the truth to be corrected.
 */
export function correctedRate(
  observed: MeasuredShare,
  sensitivity: MeasuredShare,
  specificity: MeasuredShare,
  confidence = 0.95,
): CorrectedRate {
  if (!(observed.n > 0)) return { rate: null, informedness: null, reason: t`Nothing has been scored yet.` }
  for (const { share, n } of [observed, sensitivity, specificity]) {
    if (!(n > 0))
      return { rate: null, informedness: null, reason: t`No fails or no passes have been double-scored yet.` }
    if (!(share >= 0 && share <= 1)) throw new RangeError(`A share lies in 0..1, not at ${share}.`)
  }
  const informedness = sensitivity.share + specificity.share - 1
  if (informedness < LEAST_INFORMATION) {
    const [found, passed] = [sensitivity, specificity].map(({ share }) => formatNumber(share, 2))
    return {
      rate: null,
      informedness,
      reason: t`The scorer tells too little of the truth for a corrected rate (sensitivity ${{ found }}, specificity ${{ passed }}).`,
    }
  }
  const z = normalQuantile(1 - (1 - confidence) / 2)
  const n = observed.n + z * z
  const apparent = (observed.n * observed.share + (z * z) / 2) / n
  const [sensitivityN, specificityN] = [sensitivity.n + 2, specificity.n + 2]
  const se = (sensitivity.n * sensitivity.share + 1) / sensitivityN
  const sp = (specificity.n * specificity.share + 1) / specificityN
  const rate = (apparent + sp - 1) / (se + sp - 1)
  const ofSensitivity = (se * (1 - se)) / sensitivityN
  const ofSpecificity = (sp * (1 - sp)) / specificityN
  const shift = 2 * z * z * (rate * ofSensitivity - (1 - rate) * ofSpecificity)
  const variance =
    ((apparent * (1 - apparent)) / n + rate ** 2 * ofSensitivity + (1 - rate) ** 2 * ofSpecificity) /
    (se + sp - 1) ** 2
  const reach = z * Math.sqrt(variance)
  return {
    rate: clamp((observed.share + specificity.share - 1) / informedness),
    low: clamp(rate + shift - reach),
    high: clamp(rate + shift + reach),
    informedness,
    reason: null,
  }
}
