import { ink } from '../ink.ts'
import type { Drawing } from '../model.ts'
import { drawing, element, fitted, label, line, scaleOf } from './svg.ts'

/** One row: where somebody probably stands, and what to compare it with. Values of one unit. */
export interface IntervalRow {
  label: string
  mean: number
  low: number
  high: number
  /** A short stroke: the mean of the peers. */
  peerMean?: number
  /** A hollow diamond: what a good peer reaches. */
  benchmark?: number
  /** What stands right of it. */
  value: string
  /** Drawn dark instead of pale. */
  isStrong?: boolean
}

const ROW = 16
const AXIS = 14

/** Dots with their 95% intervals, one row each, on one scale. `format` writes the ends of the axis. */
export function intervalRows(
  rows: readonly IntervalRow[],
  { width = 480, format }: { width?: number; format: (value: number) => string },
): Drawing {
  const all = rows.flatMap(({ low, high, peerMean, benchmark }) =>
    [low, high, peerMean, benchmark].filter((value) => value !== undefined),
  )
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const [left, right] = [width * 0.32, width - 74]
  const x = scaleOf(low, high, left + 6, right - 6)
  const height = rows.length * ROW + AXIS
  const parts = rows.flatMap((row, index) => {
    const y = index * ROW + ROW / 2
    const stroke = row.isStrong === false ? ink.muted : ink.accent
    return [
      line([left, y], [right, y], ink.faint, 0.75),
      label(0, y + 3, fitted(row.label, left - 8), { isStrong: row.isStrong }),
      line([x(row.low), y], [x(row.high), y], stroke, 2),
      ...(row.peerMean === undefined
        ? []
        : [line([x(row.peerMean), y - 5], [x(row.peerMean), y + 5], ink.muted, 1.25)]),
      ...(row.benchmark === undefined ? [] : [diamond(x(row.benchmark), y)]),
      element('circle', { cx: x(row.mean), cy: y, r: 3.2, fill: stroke }),
      label(width, y + 3, row.value, { anchor: 'end' }),
    ]
  })
  const axisY = rows.length * ROW + 9
  return drawing(width, height, [
    ...parts,
    label(left, axisY, format(low), { size: 7, fill: ink.muted }),
    label(right, axisY, format(high), { size: 7, fill: ink.muted, anchor: 'end' }),
  ])
}

function diamond(x: number, y: number): string {
  const points = `${x},${y - 4.5} ${x + 4.5},${y} ${x},${y + 4.5} ${x - 4.5},${y}`
  return element('polygon', { points, fill: '#ffffff', stroke: ink.text, 'stroke-width': 1 })
}
