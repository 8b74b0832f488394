import { ink } from '../ink.ts'
import type { Drawing } from '../model.ts'
import { drawing, element, fitted, label } from './svg.ts'

/** One cell: what is written in it and how far it is from the rest. */
export interface HeatCell {
  text: string
  /** -1 (far worse) .. 0 (as the rest) .. 1 (far better). */
  shade: number
  /** It can be told from the rest; drawn with a strong frame. */
  isSure: boolean
}

export interface HeatMap {
  rows: readonly { label: string; cells: readonly (HeatCell | null)[] }[]
  columns: readonly string[]
}

/** Names of columns rise at this angle; those of the last ones need room at the right. */
const ANGLE = 60
const HEAD = 92
const SIDE = 44
const ROW = 20
const LINE = 7.5

/**
 * Rows by columns, shaded by distance from the rest: worse is dark, better is pale with a plus, so that it reads in grey print; the number stands in
 * every cell. What cannot be told from the rest has no frame.
 */
export function heatMap({ rows, columns }: HeatMap, width = 480): Drawing {
  const left = 88
  const cell = (width - left - SIDE) / Math.max(1, columns.length)
  const [across, up] = [Math.cos((ANGLE * Math.PI) / 180), Math.sin((ANGLE * Math.PI) / 180)]
  const longest = (HEAD - 12) / up
  const parts = columns.map((name, at) => {
    const [x, y] = [left + at * cell + cell / 2 - 2, HEAD - 6]
    return element(
      'g',
      { transform: `translate(${x.toFixed(1)} ${y}) rotate(-${ANGLE})` },
      inTwoLines(name, Math.min(longest, (width - x - 6) / across))
        .map((text, row, { length }) =>
          label(0, (row - (length - 1) / 2) * LINE, text, { size: 7, fill: ink.muted }),
        )
        .join(''),
    )
  })
  rows.forEach((row, index) => {
    const top = HEAD + index * ROW
    parts.push(label(0, top + 13, fitted(row.label, left - 8), {}))
    row.cells.forEach((one, at) => parts.push(...cellParts(one, left + at * cell, top, cell)))
  })
  return drawing(width, HEAD + rows.length * ROW + 2, parts)
}

/** A name of a column in as few lines as it takes, two at most; cut only where two do not hold it. */
function inTwoLines(name: string, longest: number): string[] {
  const fits = (text: string) => fitted(text, longest, 7) === text
  if (fits(name)) return [name]
  const words = name.split(' ')
  let first = words.shift()!
  while (words.length > 0 && fits(`${first} ${words[0]!}`)) first += ` ${words.shift()!}`
  return [fitted(first, longest, 7), ...(words.length === 0 ? [] : [fitted(words.join(' '), longest, 7)])]
}

function cellParts(cell: HeatCell | null, x: number, y: number, width: number): string[] {
  const box = { x: x + 1, y: y + 1, width: width - 2, height: ROW - 2 }
  if (!cell) return [element('rect', { ...box, fill: '#ffffff', stroke: ink.faint, 'stroke-width': 0.75 })]
  const fill = shadeOf(cell.shade)
  const isDark = cell.shade < -0.55
  return [
    element('rect', {
      ...box,
      fill,
      stroke: cell.isSure ? ink.text : ink.faint,
      'stroke-width': cell.isSure ? 1.4 : 0.75,
    }),
    label(x + width / 2, y + 13, inCell(cell.text.replace(' / ', '/'), width), {
      anchor: 'middle',
      size: 7,
      isStrong: cell.isSure,
      fill: isDark ? '#ffffff' : ink.text,
    }),
  ]
}

/** A duration that does not fit stands as on a clock: `1:02` for a minute and two seconds. */
function inCell(text: string, width: number): string {
  if (fitted(text, width, 7) === text) return text
  const [found, minutes, seconds] = /(\d+) min(?: (\d+) s)?/.exec(text) ?? []
  const clock =
    found === undefined ? text : text.replace(found, `${minutes}:${(seconds ?? '0').padStart(2, '0')}`)
  return fitted(clock, width, 7)
}

/** White in the middle; worse goes to a dark rust, better to a pale blue that is never as dark as the worse of the same distance. */
function shadeOf(shade: number): string {
  const towards = shade < 0 ? [0x9a, 0x3d, 0x12] : [0x9d, 0xc3, 0xe2]
  const share = Math.min(1, Math.abs(shade))
  const channels = towards.map((channel) => Math.round(255 + (channel - 255) * share))
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
