import type { EffectState } from '../../../../shared/contract/effects.ts'

/** What a state of an effect is called, and the colour beside the word. */
export const effectWords: Record<EffectState, { label: string; color: string }> = {
  waiting: { label: 'Too soon to look', color: 'gray' },
  progress: { label: 'In progress', color: 'petrol' },
  improved: { label: 'Improved', color: 'green' },
  worse: { label: 'Worse', color: 'red' },
  'too-early': { label: 'Too early to tell', color: 'amber' },
  'no-change-seen': { label: 'No change seen', color: 'gray' },
}
