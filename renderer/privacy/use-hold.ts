import { t } from '@lingui/core/macro'
import { useMutation } from '@tanstack/react-query'
import { orpc } from '../app/client.ts'
import { notifyDone, notifyFailed } from '../ui/notify.tsx'

/** Lifts a legal hold by its number. */
export function useLift() {
  return useMutation(
    orpc.privacy.lift.mutationOptions({
      onSuccess: () => notifyDone(t`The hold is lifted.`),
      onError: (error) => void notifyFailed(t`The hold was not lifted`, error),
    }),
  )
}

/** Puts something under legal hold, and lets it be undone. `onDone` is called once it is held. */
export function useHold(onDone: () => void) {
  const lift = useLift()
  return useMutation(
    orpc.privacy.hold.mutationOptions({
      onSuccess: ({ id }) => {
        notifyDone(t`It is held.`, () => lift.mutate({ id }))
        onDone()
      },
      onError: (error) => void notifyFailed(t`Nothing was held`, error),
    }),
  )
}
