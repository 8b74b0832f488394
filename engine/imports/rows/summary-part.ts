import type { PeriodSummaryFacts } from '../facts.ts'
import { dayNameOf } from '../values/civil-days.ts'
import type { CellReader, RowBuilding } from './cells.ts'
import { durationCellOf, hasAny, numberCell, numberCellOf, wallCell } from './cells.ts'
import type { PlacedColumn } from './columns-of-mapping.ts'
import { shareCellOf } from './rating-cells.ts'

const DAY_MS = 86_400_000

interface Figure {
  metricId: string
  of: 'total' | 'mean' | 'n'
  read: CellReader<number>
  divisor: number
}

/**
 * Makes the reader of a period's figures; null when none is stated. Durations become seconds, shares 0..1. An end at
 * midnight after the start is the next day's first moment, so the period's last day is the one before.
 */
export function summaryPart(building: RowBuilding): (row: readonly string[]) => PeriodSummaryFacts | null {
  if (!hasAny(building, 'summary.')) return () => null
  const from = wallCell(building, 'summary.from')
  const to = wallCell(building, 'summary.to')
  const n = numberCell(building, 'summary.n')
  const figures: Figure[] = building.columns
    .every('summary.statistic')
    .map((placed) => figureOf(building, placed))
  return (row) => {
    const fromWall = from(row)
    const toWall = to(row)
    const count = n(row)
    const stated: PeriodSummaryFacts['figures'] = []
    for (const { metricId, of, read, divisor } of figures) {
      const value = read(row)
      if (value !== null) stated.push({ metricId, of, value: value / divisor })
    }
    if (count === null && stated.length === 0) return null
    const isNextMidnight = toWall !== null && toWall % DAY_MS === 0 && fromWall !== null && toWall > fromWall
    const hasTime = isNextMidnight && hasWrittenTime(building, row)
    return {
      fromDay: fromWall === null ? null : dayNameOf(fromWall),
      toDay: toWall === null ? null : dayNameOf(hasTime ? toWall - 1 : toWall),
      n: count,
      figures: stated,
    }
  }
}

/** Whether the end names a time of day: `2026-01-08T00:00` is an instant, `2026-01-08` a whole day. */
function hasWrittenTime(building: RowBuilding, row: readonly string[]): boolean {
  const index = building.columns.first('summary.to')?.index ?? -1
  return (row[index] ?? '').includes(':')
}

function figureOf(building: RowBuilding, placed: PlacedColumn): Figure {
  const statistic = placed.mapping.statistic
  if (!statistic) {
    throw new Error(
      `The column "${placed.column}" is mapped as a figure without saying of which metric. Choose one.`,
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
