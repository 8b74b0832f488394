import { escapeHtml } from '../../../shared/domain/escape-html.ts'
import { ink } from '../ink.ts'
import type { Drawing } from '../model.ts'

type Attributes = Record<string, string | number | undefined>

/** One element of a drawing. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeHtml(value!)}"`)
    .join('')
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`
}

/** A whole drawing; width and height in points. */
export function drawing(width: number, height: number, parts: readonly string[]): Drawing {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${round(width)} ${round(height)}`,
    'font-family': 'Roboto, system-ui, sans-serif',
  }
  return { svg: element('svg', attributes, parts.join('') || ' '), width, height }
}

/** A word in a drawing, its baseline at `y`. */
export function label(
  x: number,
  y: number,
  text: string,
  look: { anchor?: 'start' | 'middle' | 'end'; size?: number; fill?: string; isStrong?: boolean } = {},
): string {
  return element(
    'text',
    {
      x,
      y,
      'font-size': look.size ?? 8,
      fill: look.fill ?? ink.text,
      'text-anchor': look.anchor ?? 'start',
      'font-weight': look.isStrong ? 'bold' : undefined,
    },
    escapeHtml(text),
  )
}

/** A straight line. */
export function line(
  from: readonly [number, number],
  to: readonly [number, number],
  stroke: string,
  width = 0.75,
  dashes?: string,
): string {
  return element('line', {
    x1: from[0],
    y1: from[1],
    x2: to[0],
    y2: to[1],
    stroke,
    'stroke-width': width,
    'stroke-dasharray': dashes,
  })
}

/** Places a value between two pixels; a span of nothing lies in the middle. What is outside stays at the edge. */
export function scaleOf(low: number, high: number, from: number, to: number): (value: number) => number {
  const span = high - low
  return (value) => {
    const share = span === 0 ? 0.5 : Math.min(1, Math.max(0, (value - low) / span))
    return from + share * (to - from)
  }
}

/** A text no wider than about `width` points, with dots where it was cut. */
export function fitted(text: string, width: number, size = 8): string {
  const most = Math.max(1, Math.floor(width / (size * 0.52)))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
