import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { notifyFailed } from '../ui/notify.tsx'
import { orpc } from './client.ts'

/** Leaves a backup for the workspace it was opened from; nothing where it was not opened from here. */
export function BackToNow() {
  const shown = useQuery(orpc.backups.shown.queryOptions())
  const back = useMutation(
    orpc.backups.backToNow.mutationOptions({
      onSuccess: () => {
        window.location.assign('#/settings?tab=backups')
        window.location.reload()
      },
      onError: (error) => notifyFailed(t`The workspace could not be opened`, error),
    }),
  )
  if (!shown.data?.canReturn) return null
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={back.isPending || back.isSuccess}
      onClick={() => back.mutate(undefined)}
    >
      <Trans>Back to now</Trans>
    </Button>
  )
}
