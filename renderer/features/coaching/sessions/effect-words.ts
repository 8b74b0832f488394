import { t } from '@lingui/core/macro'
import type { CoachingEffect, EffectState } from '../../../../shared/contract/effects.ts'
import { formatDifference } from '../../../ui/format.ts'

/** What a state of an effect is called, and the colour beside the word. */
export const effectWords: Record<EffectState, { label: string; color: string }> = {
  waiting: { label: t`Too soon to look`, color: 'gray' },
  progress: { label: t`In progress`, color: 'petrol' },
  improved: { label: t`Improved`, color: 'green' },
  worse: { label: t`Worse`, color: 'red' },
  'too-early': { label: t`Too early to tell`, color: 'amber' },
  'no-change-seen': { label: t`No change seen`, color: 'gray' },
}

type Measure = Pick<CoachingEffect['driver'], 'unit' | 'scale'>

/** How large a difference is, without a sign. */
export function sizeInWords(difference: number, { unit, scale }: Measure): string {
  return formatDifference(Math.abs(difference), unit, scale).replace('+', '')
}

/** A difference of which positive is better, in words, so that nobody reads a plus as worse where lower is better: `better by 12 s`. */
export function betterByWords(difference: number, measure: Measure): string {
  const size = sizeInWords(difference, measure)
  if (!/[1-9]/.test(size)) return t`no better or worse`
  return difference > 0 ? t`better by ${size}` : t`worse by ${size}`
}
