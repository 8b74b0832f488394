import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'

/** Removes one report of a crash at once, or all of them after asking: nothing brings them back. */
export function useRemoveCrashes() {
  const queryClient = useQueryClient()
  const lookAgain = () => queryClient.invalidateQueries({ queryKey: orpc.diagnostics.get.key() })
  const onError = (error: unknown) => {
    notifyFailed(t`The crash report could not be removed`, error)
    void lookAgain()
  }
  const one = useMutation(orpc.diagnostics.removeCrash.mutationOptions({ onSuccess: lookAgain, onError }))
  const all = useMutation(
    orpc.diagnostics.removeCrashes.mutationOptions({
      async onSuccess({ removed }) {
        await lookAgain()
        notifyDone(plural(removed, { one: '# crash report removed.', other: '# crash reports removed.' }))
      },
      onError,
    }),
  )
  return {
    removing: one.isPending ? one.variables.incidentId : null,
    isRemovingAll: all.isPending,
    removeOne: (incidentId: string) => one.mutate({ incidentId }),
    askForAll: (count: number) =>
      modals.openConfirmModal({
        title: plural(count, { one: 'Remove # crash report?', other: 'Remove all # crash reports?' }),
        closeButtonProps: { 'aria-label': t`Close` },
        labels: { confirm: t`Remove them`, cancel: t`Cancel` },
        confirmProps: { color: 'red', size: 'sm' },
        cancelProps: { size: 'sm' },
        onConfirm: () => all.mutate(undefined),
        children: (
          <Text size="sm">
            <Trans>
              Nothing brings them back. If a crash is still to be looked into, make a bundle first. The log
              keeps that there was one.
            </Trans>
          </Text>
        ),
      }),
  }
}
