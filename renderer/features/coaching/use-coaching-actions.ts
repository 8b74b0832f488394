import { plural, t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AgentPage } from '../../../shared/contract/coaching.ts'
import { dayNumber } from '../../../shared/domain/time.ts'
import { orpc } from '../../app/client.ts'
import { notifyDone, notifyFailed } from '../../ui/notify.tsx'

/** What one can do from an agent's page; each says that it is done and offers to take it back where it can be. */
export interface CoachingActions {
  agentId: number
  /** The length of the window looked at. */
  days: number
  /** Drivers coached today or waiting for it, by driver id. */
  isMarking: boolean
  mark: (driverId: string, label: string, note?: string) => void
  unmark: (markId: number) => void
  pin: (driverId: string, label: string, value: number | null, before: number | null) => void
  request: (driverId: string, n: number) => void
  requested: ReadonlySet<string>
}

export function useCoachingActions(page: AgentPage): CoachingActions {
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey: orpc.coaching.key() })
  const agentId = page.agent.id

  const unmark = useMutation(
    orpc.coaching.unmarkCoached.mutationOptions({
      onSuccess: refresh,
      onError: (error) => notifyFailed(t`The mark could not be taken back`, error),
    }),
  )
  const mark = useMutation(
    orpc.coaching.markCoached.mutationOptions({
      onSuccess: async (made) => {
        notifyDone(t`${page.agent.name}: “${made.driverLabel}” is marked as coached today.`, () =>
          unmark.mutate({ id: made.id }),
        )
        await refresh()
      },
      onError: (error) => notifyFailed(t`The coaching could not be recorded`, error),
    }),
  )
  const pin = useMutation(
    orpc.coaching.pinWeight.mutationOptions({
      onSuccess: refresh,
      onError: (error) => notifyFailed(t`The weight could not be changed`, error),
    }),
  )
  const request = useMutation(
    orpc.coaching.requestEvaluations.mutationOptions({
      onSuccess: async ({ queued }, { n }) => {
        notifyDone(
          queued > 0
            ? t`${plural(queued, { one: '# conversation', other: '# conversations' })} of ${page.agent.name} drawn into the review queue.`
            : t`${plural(n, { one: '# evaluation', other: '# evaluations' })} of ${page.agent.name} asked for.`,
        )
        await refresh()
      },
      onError: (error) => notifyFailed(t`The evaluations could not be asked for`, error),
    }),
  )

  return {
    agentId,
    days: dayNumber(page.window.to) - dayNumber(page.window.from) + 1,
    isMarking: mark.isPending,
    mark: (driverId, _label, note) =>
      mark.mutate({ agentId, driverId, ...(note === undefined || note === '' ? {} : { note }) }),
    unmark: (id) => unmark.mutate({ id }),
    pin: (driverId, label, value, before) =>
      pin.mutate(
        { driverId, value },
        {
          onSuccess: () =>
            notifyDone(
              value === null
                ? t`The weight of “${label}” is measured again.`
                : t`The weight of “${label}” is pinned for everybody.`,
              () => pin.mutate({ driverId, value: before }),
            ),
        },
      ),
    request: (driverId, n) => request.mutate({ agentId, driverId, n }),
    requested: new Set(page.requestedEvaluations.map(({ driverId }) => driverId)),
  }
}
