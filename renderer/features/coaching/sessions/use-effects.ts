import { skipToken, useQuery } from '@tanstack/react-query'
import type { CoachingEffect } from '../../../../shared/contract/effects.ts'
import type { SessionListItem } from '../../../../shared/contract/session.ts'
import { orpc } from '../../../app/client.ts'

/** What came of those of some sessions that were held, by session; empty until it is known. Asked apart from the list, which must not wait for it. */
export function useEffects(sessions: readonly SessionListItem[]): (sessionId: number) => CoachingEffect[] {
  const ids = sessions
    .filter(({ state, focus }) => state === 'held' && focus.isMeasured)
    .map(({ id }) => id)
    .slice(0, 500)
  const effects = useQuery(
    orpc.sessions.effects.queryOptions({
      input: ids.length === 0 ? skipToken : { ids },
      // what was known of those still listed stays, so that no badge falls back to "Held" while the rest is asked for
      placeholderData: (previous) => previous,
    }),
  )
  const bySession = Map.groupBy(effects.data ?? [], ({ sessionId }) => sessionId)
  return (id) => (bySession.get(id) ?? []).map(({ effect }) => effect)
}
