import type { MoveFigures } from '../decide-move.ts'
import type { ScoredQuestion } from './double-scored.store.ts'

/** Kinds of events a question's trust is told by. */
export const trustEvents = {
  promotion: 'trust.promotion',
  demotion: 'trust.demotion',
  disputed: 'trust.disputed',
  corrected: 'trust.reference-corrected',
  'changed-scorer': 'trust.changed-scorer',
  exclusion: 'trust.exclusion',
  taken: 'trust.taken-back',
} as const satisfies Record<MoveFigures['kind'] | 'corrected' | 'exclusion' | 'taken', string>

/** What events about a question and scorer are filed under. */
export function trustSubject({ scorecardId, questionKey, scorerId }: ScoredQuestion): string {
  return `trust/${scorecardId}/${scorerId}/${questionKey}`
}
