import { t } from '@lingui/core/macro'
import type { SessionState } from '../../../../shared/contract/session.ts'

/** What a session's state is called, and the colour beside the word. */
export const stateWords: Record<SessionState, { label: string; color: string }> = {
  prepared: { label: t`Prepared`, color: 'petrol' },
  running: { label: t`Running`, color: 'amber' },
  held: { label: t`Held`, color: 'green' },
  cancelled: { label: t`Called off`, color: 'gray' },
}
