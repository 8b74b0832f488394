import { plural, t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Preferences } from '../../../shared/contract/workspace.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { orpc } from '../../app/client.ts'
import { notifyDone, notifyFailed } from '../../ui/notify.tsx'

type Choices = Partial<Pick<Preferences, 'outcomeMetricId' | 'windowDays' | 'fcrWindowDays'>>

/** Changes what figures are made from; each change says what it did and can be taken back. */
export function useWeighing(before: Preferences, outcomes: readonly MetricDefinition[]) {
  const queryClient = useQueryClient()
  const save = useMutation(
    orpc.workspace.setPreferences.mutationOptions({
      // The engine's event refreshes what is ranked; the figures by metric are not in it.
      onSuccess: (preferences) => {
        queryClient.setQueryData(orpc.workspace.preferences.queryKey(), preferences)
        return queryClient.invalidateQueries({ queryKey: orpc.metrics.key() })
      },
      onError: (error) => notifyFailed(t`That could not be changed`, error),
    }),
  )
  const choose = (choice: Choices, back: Choices, message: string) =>
    save.mutate(choice, { onSuccess: () => notifyDone(message, () => save.mutate(back)) })
  return {
    chooseOutcome: (outcomeMetricId: string) =>
      choose(
        { outcomeMetricId },
        { outcomeMetricId: before.outcomeMetricId },
        t`Weighed by ${outcomes.find(({ id }) => id === outcomeMetricId)?.label ?? outcomeMetricId} now.`,
      ),
    chooseWindow: (windowDays: number) =>
      choose(
        { windowDays },
        { windowDays: before.windowDays },
        t`Coaching opens with the last ${plural(windowDays, { one: '# day', other: '# days' })} now.`,
      ),
    chooseReturnDays: (fcrWindowDays: number) =>
      choose(
        { fcrWindowDays },
        { fcrWindowDays: before.fcrWindowDays },
        t`A contact counts as solved when nobody comes back within ${plural(fcrWindowDays, { one: '# day', other: '# days' })} now.`,
      ),
  }
}
