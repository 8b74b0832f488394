import { t } from '@lingui/core/macro'
import { Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ProfileView } from '../../../../shared/contract/profiles.ts'
import { client, orpc } from '../../../app/client.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'

/** What is done to profiles, said when it is done, and taken back where one wants. */
export function useProfileActs() {
  const queryClient = useQueryClient()
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: orpc.profiles.key() })
    // whether there is a second person who could approve
    void queryClient.invalidateQueries({ queryKey: orpc.policy.key() })
  }
  const undoing = async (undo: () => Promise<unknown>) => {
    try {
      await undo()
      refresh()
    } catch (error) {
      notifyFailed(t`That was not taken back`, error)
    }
  }
  const remove = useMutation(
    orpc.profiles.remove.mutationOptions({
      onError: (error) => notifyFailed(t`The profile was not retired`, error),
    }),
  )
  return {
    refresh,
    saved(now: ProfileView, before: ProfileView | null) {
      refresh()
      const { id, name } = now
      if (!before) return notifyDone(t`${name} has a profile.`)
      const { name: as, role, teams, agentId } = before
      notifyDone(
        t`The profile of ${name} is changed.`,
        () => void undoing(() => client.profiles.change({ id, name: as, role, teams, agentId })),
      )
    },
    retire({ id, name }: ProfileView) {
      modals.openConfirmModal({
        title: t`Retire the profile of ${name}?`,
        closeButtonProps: { 'aria-label': t`Close` },
        children: (
          <Text size="sm">
            {t`Nobody can enter it any more, and whoever is in it leaves. What ${name} did stays in the log under that name.`}
          </Text>
        ),
        labels: { confirm: t`Retire it`, cancel: t`Cancel` },
        confirmProps: { color: 'red' },
        onConfirm: () =>
          remove.mutate(
            { id },
            {
              onSuccess: () => {
                refresh()
                notifyDone(
                  t`The profile of ${name} is retired.`,
                  () => void undoing(() => client.profiles.restore({ id })),
                )
              },
            },
          ),
      })
    },
  }
}
