import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { SystemicRecord } from '../../../../shared/contract/systemic.ts'
import { addParts } from '../../../app/add-parts.ts'
import { client, orpc } from '../../../app/client.ts'
import { useUnsaved } from '../../../app/use-unsaved.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'

type Written = Partial<Pick<SystemicRecord, 'title' | 'owner' | 'status' | 'why' | 'dueOn' | 'checkFrom'>>

const placeWords: Record<keyof Written, string> = {
  title: t`The title`,
  owner: t`The owner`,
  status: t`The status`,
  why: t`The reason`,
  dueOn: t`The date`,
  checkFrom: t`The day of the check`,
}

/** A finding as it is on screen and what can be done with it. What is typed is shown and saved at once. */
export function useFinding(saved: SystemicRecord) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { id } = saved
  const key = useMemo(() => orpc.systemic.get.queryKey({ input: { id } }), [id])
  const unsaved = useUnsaved<SystemicRecord>(key, (place) => t`${place} was not saved`)
  useSyncExternalStore(unsaved.subscribe, unsaved.version)
  useEffect(() => unsaved.settle(saved), [unsaved, saved])
  const step = useMutation({ mutationFn: (task: () => Promise<unknown>) => task() })

  const act = async (task: () => Promise<unknown>, failed: string) => {
    try {
      await unsaved.flush()
      await step.mutateAsync(task)
      await queryClient.invalidateQueries({ queryKey: orpc.systemic.key() })
      return true
    } catch (error) {
      notifyFailed(failed, error)
      return false
    }
  }
  const restore = () => act(() => client.systemic.restore({ id }), t`The finding was not brought back`)
  return {
    finding: unsaved.over(saved),
    isBusy: step.isPending,
    write(changed: Written) {
      addParts(unsaved, changed, placeWords, (part) => client.systemic.write({ id, ...part }))
    },
    note: (text: string) => act(() => client.systemic.note({ id, text }), t`The note was not kept`),
    restore,
    async remove() {
      if (!(await act(() => client.systemic.remove({ id }), t`The finding was not removed`))) return
      notifyDone(t`The finding is removed.`, () => void restore())
      void navigate({ to: '/patterns', search: { view: 'findings' } })
    },
  }
}
export type FindingActions = Omit<ReturnType<typeof useFinding>, 'finding'>
