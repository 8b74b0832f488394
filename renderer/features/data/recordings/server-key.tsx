import { t } from '@lingui/core/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'
import { KeyField } from '../../../ui/key-field.tsx'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { hostOf } from '../../../ui/server-words.ts'

/** The key a transcription server may want. */
export function ServerKey({ address }: { address: string }) {
  const queryClient = useQueryClient()
  const key = useQuery(orpc.recordings.serverKey.queryOptions({ input: { address } }))
  const keep = useMutation(
    orpc.recordings.setServerKey.mutationOptions({
      onSuccess: (now) => {
        queryClient.setQueryData(orpc.recordings.serverKey.queryKey({ input: { address } }), now)
        notifyDone(now.isThere ? t`The key for ${hostOf(address)} is kept.` : t`The key is forgotten.`)
      },
      onError: (error) => notifyFailed(t`The key could not be kept`, error),
    }),
  )
  if (!key.data) return null
  return (
    <KeyField
      {...key.data}
      variable="DEBRIEF_TRANSCRIPTION_KEY"
      isPending={keep.isPending}
      onKeep={(written) => keep.mutate({ address, key: written })}
    />
  )
}
