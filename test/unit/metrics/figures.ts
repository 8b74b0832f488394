import { onTestFinished } from 'vitest'
import type { MetricBy } from '../../../shared/contract/metrics.ts'
import { openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

/** A workspace that is closed when the test is over. */
export async function workspace(timeZone?: string): Promise<TestWorkspace> {
  const opened = await openWorkspace(timeZone)
  onTestFinished(() => opened.close())
  return opened
}

const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(6)))

/** `{ label: [n, value] }` of one metric, values to six places. */
export async function figures(
  { client }: TestWorkspace,
  metricId: string,
  by: MetricBy = 'none',
  days: { from?: string; to?: string; days?: number } = {},
): Promise<Record<string, [number, number | null]>> {
  const { rows } = await client.metrics.query({ metricId, by, ...days })
  return Object.fromEntries(rows.map((row) => [row.label, [row.n, rounded(row.value)]]))
}

/** `{ label: adjusted }` of one metric, to six places. */
export async function adjusted(
  { client }: TestWorkspace,
  metricId: string,
  by: MetricBy = 'agent',
): Promise<Record<string, number | null>> {
  const { rows } = await client.metrics.query({ metricId, by })
  return Object.fromEntries(rows.map((row) => [row.label, rounded(row.adjusted)]))
}
