import { ink } from '../ink.ts'
import type { Drawing } from '../model.ts'
import { drawing, element, fitted, label, line, scaleOf } from './svg.ts'

export interface Bar {
  label: string
  value: number
  /** What stands at its end. */
  text: string
  /** The interval around its end. */
  low?: number
  high?: number
}

const ROW = 17

/** Lying bars from nothing, one row each, with their interval as a thin line. */
export function bars(rows: readonly Bar[], width = 480): Drawing {
  const [left, right] = [width * 0.34, width - 84]
  const ends = rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])
  const x = scaleOf(Math.min(0, ...ends), Math.max(0, ...ends), left, right)
  return drawing(
    width,
    rows.length * ROW + 2,
    rows.flatMap((row, index) => {
      const y = index * ROW + ROW / 2
      const [from, to] = [Math.min(x(0), x(row.value)), Math.max(x(0), x(row.value))]
      return [
        label(0, y + 3, fitted(row.label, left - 8)),
        element('rect', {
          x: from,
          y: y - 4.5,
          width: Math.max(0.5, to - from),
          height: 9,
          fill: row.value < 0 ? ink.behind : ink.accent,
        }),
        ...(row.low === undefined || row.high === undefined
          ? []
          : [line([x(row.low), y], [x(row.high), y], ink.text, 1)]),
        line([x(0), y - ROW / 2], [x(0), y + ROW / 2], ink.muted, 0.75),
        label(width, y + 3, row.text, { anchor: 'end' }),
      ]
    }),
  )
}
