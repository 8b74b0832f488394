import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Desk } from '../../../../shared/contract/reviews.ts'
import type { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { createUnsaved, type Unsaved } from './unsaved.ts'

/** The place of the remark on the whole. */
export const remark = 'remark'

/** The place of an answer. */
export const placeOf = (questionId: string) => `answer ${questionId}`

const retryAfterMs = 4000

/** What cannot be saved now, for want of space or because the engine is gone, stays on screen and is tried again. */
export function useUnsaved(key: ReturnType<typeof orpc.reviews.open.queryKey>): Unsaved<Desk> {
  const queryClient = useQueryClient()
  const [unsaved] = useState(() => {
    let dismiss = () => {}
    return createUnsaved<Desk>({
      onSaved: (saved, onto) =>
        queryClient.setQueryData<Desk>(key, (before) => saved ?? (before && onto(before))),
      onRefused(place, error) {
        notifyFailed(place === remark ? 'The remark was not saved' : 'The answer was not saved', error)
        void queryClient.invalidateQueries({ queryKey: key })
      },
      onKept(error) {
        dismiss = notifyFailed('Not saved yet; it stays here and is saved as soon as it can be', error)
      },
      onCaughtUp() {
        dismiss()
        notifyDone('Everything is saved again.')
      },
    })
  })
  useEffect(() => {
    const timer = setInterval(() => {
      if (unsaved.hasLeft()) unsaved.flush().catch(() => {})
    }, retryAfterMs)
    return () => {
      clearInterval(timer)
      unsaved.flush().catch((error: unknown) => notifyFailed('The last changes were not saved', error))
    }
  }, [unsaved])
  return unsaved
}
