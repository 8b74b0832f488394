import { t } from '@lingui/core/macro'
import type { CommitmentState } from '../../shared/contract/session.ts'

/** What a commitment's state is called, and the colour beside the word. */
export const commitmentWords: Record<CommitmentState, { label: string; color: string }> = {
  open: { label: t`Open`, color: 'petrol' },
  kept: { label: t`Kept`, color: 'green' },
  'not-kept': { label: t`Not kept`, color: 'amber' },
  dropped: { label: t`Dropped`, color: 'gray' },
}
