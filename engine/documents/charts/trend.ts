import { ink } from '../ink.ts'
import type { Drawing } from '../model.ts'
import { drawing, element, label, line, scaleOf } from './svg.ts'

/** One point of a course; a gap where nothing was measured. */
export interface TrendPoint {
  label: string
  value: number | null
  /** Outside its limits: drawn as a square with a ring. */
  isSignal?: boolean
}

export interface TrendLimits {
  centre: number
  low: number
  high: number
}

/** The course alone, without axes: for a cell of a table. */
export function sparkline(values: readonly (number | null)[], { width = 72, height = 16 } = {}): Drawing {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return drawing(width, height, [])
  const x = scaleOf(0, Math.max(1, values.length - 1), 2, width - 3)
  const y = scaleOf(Math.min(...known), Math.max(...known), height - 3, 3)
  const last = values.findLastIndex((value) => value !== null)
  return drawing(width, height, [
    ...courses(values, x, y, 1),
    element('circle', { cx: x(last), cy: y(values[last]!), r: 2, fill: ink.accent }),
  ])
}

/** A course with its limits (XmR): dashed lines say what is noise, what lies beyond has a ring. `format` writes values. */
export function trend(
  points: readonly TrendPoint[],
  limits: TrendLimits | null,
  {
    width = 480,
    height = 130,
    format,
  }: { width?: number; height?: number; format: (value: number) => string },
): Drawing {
  const values = points.map(({ value }) => value)
  const known = [
    ...values.filter((value) => value !== null),
    ...(limits ? [limits.low, limits.high, limits.centre] : []),
  ]
  if (known.length === 0) return drawing(width, height, [])
  const [left, right, top, bottom] = [44, width - 44, 8, height - 18]
  const x = scaleOf(0, Math.max(1, points.length - 1), left + 4, right - 4)
  const y = scaleOf(Math.min(...known), Math.max(...known), bottom - 4, top + 4)
  const guides = limits
    ? [
        ...[limits.low, limits.high].map((limit) =>
          line([left, y(limit)], [right, y(limit)], ink.muted, 0.75, '3 3'),
        ),
        line([left, y(limits.centre)], [right, y(limits.centre)], ink.behind, 0.75),
        label(right + 4, y(limits.high) + 3, format(limits.high), { size: 7, fill: ink.muted }),
        label(right + 4, y(limits.low) + 3, format(limits.low), { size: 7, fill: ink.muted }),
      ]
    : []
  const last = values.findLastIndex((value) => value !== null)
  return drawing(width, height, [
    line([left, bottom], [right, bottom], ink.hairline),
    ...guides,
    ...courses(values, x, y, 1.5),
    ...points.flatMap(({ value, isSignal }, index) =>
      value === null
        ? []
        : isSignal
          ? signal(x(index), y(value))
          : [element('circle', { cx: x(index), cy: y(value), r: 2.2, fill: ink.accent })],
    ),
    label(
      left - 6,
      y(known[0]!) + 3,
      values[0] === null || values[0] === undefined ? '' : format(values[0]),
      { size: 7, anchor: 'end' },
    ),
    ...(limits || last < 0
      ? []
      : [label(right + 4, y(values[last]!) + 3, format(values[last]!), { size: 7 })]),
    label(left, height - 6, points[0]?.label ?? '', { size: 7, fill: ink.muted }),
    label(right, height - 6, points.at(-1)?.label ?? '', { size: 7, fill: ink.muted, anchor: 'end' }),
  ])
}

function signal(x: number, y: number): string[] {
  return [
    element('rect', { x: x - 2.6, y: y - 2.6, width: 5.2, height: 5.2, fill: ink.attention }),
    element('circle', { cx: x, cy: y, r: 5.5, fill: 'none', stroke: ink.attention, 'stroke-width': 1 }),
  ]
}

/** A line for every run of known values. */
function courses(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
  width: number,
): string[] {
  const runs: string[][] = [[]]
  values.forEach((value, index) => {
    if (value === null) runs.push([])
    else runs.at(-1)!.push(`${x(index).toFixed(2)},${y(value).toFixed(2)}`)
  })
  return runs
    .filter((run) => run.length > 1)
    .map((run) =>
      element('polyline', {
        points: run.join(' '),
        fill: 'none',
        stroke: ink.accent,
        'stroke-width': width,
        'stroke-linejoin': 'round',
      }),
    )
}
