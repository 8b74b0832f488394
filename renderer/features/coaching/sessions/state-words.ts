import type { CommitmentState, SessionState } from '../../../../shared/contract/session.ts'

/** What a session's state is called, and the colour beside the word. */
export const stateWords: Record<SessionState, { label: string; color: string }> = {
  prepared: { label: 'Prepared', color: 'petrol' },
  running: { label: 'Running', color: 'amber' },
  held: { label: 'Held', color: 'green' },
  cancelled: { label: 'Called off', color: 'gray' },
}

/** What a commitment's state is called, and the colour beside the word. */
export const commitmentWords: Record<CommitmentState, { label: string; color: string }> = {
  open: { label: 'Open', color: 'petrol' },
  kept: { label: 'Kept', color: 'green' },
  'not-kept': { label: 'Not kept', color: 'amber' },
  dropped: { label: 'Dropped', color: 'gray' },
}
