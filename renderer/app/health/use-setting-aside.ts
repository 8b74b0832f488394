import { t } from '@lingui/core/macro'
import { useMutation } from '@tanstack/react-query'
import type { HealthFinding } from '../../../shared/contract/health.ts'
import { notifyDone, notifyFailed } from '../../ui/notify.tsx'
import { orpc } from '../client.ts'

/** Sets a finding aside, with undo, or brings it back. The engine says when it is done, and the list follows. */
export function useSettingAside(): (finding: HealthFinding) => void {
  const bringBack = useMutation(
    orpc.health.bringBack.mutationOptions({
      onError: (error) => notifyFailed(t`It could not be brought back`, error),
    }),
  )
  const setAside = useMutation(
    orpc.health.setAside.mutationOptions({
      onSuccess: (_, { id }) => notifyDone(t`Set aside until it changes.`, () => bringBack.mutate({ id })),
      onError: (error) => notifyFailed(t`It could not be set aside`, error),
    }),
  )
  return ({ id, state, isSetAside }) =>
    isSetAside ? bringBack.mutate({ id }) : setAside.mutate({ id, state })
}
