import type { MetricCell } from '../../metrics/index.ts'

/** The rollup cells of a window by metric, read when they are first asked for. */
export interface CellBook {
  of(metricId: string): readonly MetricCell[]
}

/**
 * A book over groups of metrics: asking for one metric reads its whole group in one query. What ranks people is one group, what only a
 * page shows another. Metrics of no group have no cells.
 */
export function createCellBook(
  read: (metricIds: readonly string[]) => MetricCell[],
  groups: readonly (readonly string[])[],
): CellBook {
  const known = new Map<string, readonly MetricCell[]>()
  return {
    of(metricId) {
      const cells = known.get(metricId)
      if (cells) return cells
      const group = groups.find((ids) => ids.includes(metricId)) ?? []
      const byMetric = group.length === 0 ? new Map() : Map.groupBy(read(group), (cell) => cell.metricId)
      for (const id of group) known.set(id, byMetric.get(id) ?? [])
      return known.get(metricId) ?? []
    },
  }
}
