import { t } from '#speech'
import type { PeriodSummaryFacts } from '../facts.ts'
import type { Period } from '../values/periods.ts'
import type { CellReader, RowBuilding } from './cells.ts'
import { durationCellOf, hasAny, numberCell, numberCellOf } from './cells.ts'
import type { PlacedColumn } from './columns-of-mapping.ts'
import { periodOfRow } from './period-cells.ts'
import { shareCellOf } from './rating-cells.ts'

interface Figure {
  metricId: string
  of: 'total' | 'mean' | 'n'
  read: CellReader<number>
  divisor: number
}

/**
 * Makes the reader of a period's figures; null when none is stated. Durations become seconds, shares 0..1. A row that says
 * nothing of its period is of `filePeriod`.
 */
export function summaryPart(
  building: RowBuilding,
  filePeriod: Period | null,
): (row: readonly string[]) => PeriodSummaryFacts | null {
  if (!hasAny(building, 'summary.')) return () => null
  const periodOf = periodOfRow(building)
  const n = numberCell(building, 'summary.n')
  const figures: Figure[] = building.columns
    .every('summary.statistic')
    .map((placed) => figureOf(building, placed))
  return (row) => {
    const { fromDay, toDay } = periodOf(row)
    const count = n(row)
    const stated: PeriodSummaryFacts['figures'] = []
    for (const { metricId, of, read, divisor } of figures) {
      const value = read(row)
      if (value !== null) stated.push({ metricId, of, value: value / divisor })
    }
    if (count === null && stated.length === 0) return null
    const isStated = fromDay !== null || toDay !== null
    return {
      fromDay: isStated ? fromDay : (filePeriod?.fromDay ?? null),
      toDay: isStated ? toDay : (filePeriod?.toDay ?? null),
      n: count,
      figures: stated,
    }
  }
}

function figureOf(building: RowBuilding, placed: PlacedColumn): Figure {
  const statistic = placed.mapping.statistic
  if (!statistic) {
    throw new Error(
      t`The column "${{ column: placed.column }}" is mapped as a figure without saying of which metric. Choose one.`,
    )
  }
  const { transform } = placed
  const read =
    transform.as === 'duration'
      ? durationCellOf(building, placed)
      : transform.as === 'share' || transform.as === 'scale'
        ? shareCellOf(building, placed, 100)
        : numberCellOf(building, placed)
  return {
    metricId: statistic.metricId,
    of: statistic.of,
    read,
    divisor: transform.as === 'duration' ? 1000 : 1,
  }
}
