import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, NumberInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MetricDefinition } from '../../../../shared/domain/metric-definition.ts'
import { targetBounds, typedScale } from '../../../../shared/domain/targets.ts'
import { client } from '../../../app/client.ts'
import { formatValue } from '../../../ui/format.ts'
import { notifyDone, notifyFailed } from '../../../ui/notify.tsx'
import { unitOf } from './metric-words.ts'

/** Sets what a driver is held against, as a value in its unit; each change can be taken back. */
export function TargetField({ metric }: { metric: MetricDefinition }) {
  const { toTyped, toStored } = typedScale(metric)
  const { low, high } = targetBounds(metric)
  const [typed, setTyped] = useState<number | string>(
    metric.target === null ? '' : Number(toTyped(metric.target).toFixed(4)),
  )
  const set = useMutation({
    mutationFn: (target: number | null) => client.metrics.setTarget({ metricId: metric.id, target }),
    onError: (error) => notifyFailed(t`The target was not set`, error),
  })
  const change = (target: number | null) =>
    set.mutate(target, {
      onSuccess: () =>
        notifyDone(
          target === null
            ? t`${metric.label} has no target now.`
            : t`The target of ${metric.label} is ${formatValue(target, metric.unit, metric.scale)}.`,
          () => set.mutate(metric.target),
        ),
    })
  const stored = typeof typed === 'number' ? toStored(typed) : null
  const isPossible = stored !== null && stored >= low && stored <= high
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isPossible) change(stored)
      }}
    >
      <Group gap="xs" align="end" px={6} pb="xs">
        <NumberInput
          label={t`Target, in ${unitOf(metric)}`}
          description={t`What agents and the average are held against`}
          w={230}
          min={toTyped(low)}
          {...(high < Number.MAX_SAFE_INTEGER && { max: toTyped(high) })}
          value={typed}
          onChange={setTyped}
        />
        <Button
          type="submit"
          variant="default"
          disabled={!isPossible || stored === metric.target}
          loading={set.isPending}
        >
          <Trans>Set</Trans>
        </Button>
        {metric.target !== null && (
          <Button variant="subtle" disabled={set.isPending} onClick={() => change(null)}>
            <Trans>No target</Trans>
          </Button>
        )}
      </Group>
    </form>
  )
}
