import { t } from '@lingui/core/macro'
import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { notifyDone, notifyFailed } from '../ui/notify.tsx'
import { isCovered } from './profile/cover.ts'
import { createUnsaved, type Unsaved } from './unsaved.ts'

const retryAfterMs = 4000

/**
 * Changes of what the query under `key` shows, on their way into the workspace. What cannot be saved now, for want of space or because the engine is
 * gone, stays on screen and is tried again; `refusedWords` says what was not saved where the engine refuses a change of a place.
 */
export function useUnsaved<State>(key: QueryKey, refusedWords: (place: string) => string): Unsaved<State> {
  const queryClient = useQueryClient()
  const [unsaved] = useState(() => {
    let dismiss = () => {}
    return createUnsaved<State>({
      onSaved: (saved, onto) =>
        queryClient.setQueryData<State>(key, (before) => saved ?? (before && onto(before))),
      onRefused(place, error) {
        notifyFailed(refusedWords(place), error)
        void queryClient.invalidateQueries({ queryKey: key })
      },
      onKept(error) {
        dismiss = notifyFailed(t`Not saved yet; it stays here and is saved as soon as it can be`, error)
      },
      onCaughtUp() {
        dismiss()
        notifyDone(t`Everything is saved again.`)
      },
    })
  })
  useEffect(() => {
    const timer = setInterval(() => {
      // while nobody is here nothing can be saved, and trying would fill the log with refusals
      if (unsaved.hasLeft() && !isCovered()) unsaved.flush().catch(() => {})
    }, retryAfterMs)
    return () => {
      clearInterval(timer)
      unsaved.flush().catch((error: unknown) => notifyFailed(t`The last changes were not saved`, error))
    }
  }, [unsaved])
  return unsaved
}
