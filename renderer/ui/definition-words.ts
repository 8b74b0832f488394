import { t } from '@lingui/core/macro'
import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { listed } from '../../shared/speech/lists.ts'

/** What a metric is in the ranking, in one word. */
export const roleWords: Record<MetricDefinition['role'], string> = {
  outcome: t`outcome`,
  driver: t`driver`,
  context: t`context`,
}

const mixWords: Record<MetricDefinition['caseMix'][number], string> = {
  queue: t`queue`,
  reason: t`reason`,
  channel: t`channel`,
}

/** What of the contact mix a metric is adjusted for: `queue, reason and channel`; empty where for nothing. */
export function caseMixWords({ caseMix }: MetricDefinition): string {
  return listed(caseMix.map((part) => mixWords[part]))
}
