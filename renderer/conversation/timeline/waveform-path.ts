import type { Peaks } from '../../../shared/contract/recordings.ts'

/** Peaks with the deflection all channels are drawn against. */
export interface Outline {
  lengthMs: number
  /** Lowest and highest value of each step, interleaved, a channel each. */
  channels: readonly number[][]
  loudest: number
}

/** One scale for all channels, so that they can be compared; quiet calls are drawn up to four times larger. */
export function outlineOf({ perSecond, channels }: Peaks): Outline {
  const loudest = channels.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 127 / 4)
  const steps = Math.max(0, ...channels.map((values) => values.length >> 1))
  return { lengthMs: steps === 0 ? 0 : (steps / perSecond) * 1000, channels, loudest }
}

/**
 * A channel's waveform as one SVG path: a closed shape, a point above and below for each pixel column. `lengthMs` is what `width` pixels
 * stand for. Empty for a channel that is not there.
 */
export function waveformPath(
  outline: Outline,
  channel: number,
  box: { left: number; width: number; top: number; height: number; lengthMs: number },
): string {
  const values = outline.channels[channel]
  if (!values || values.length < 2) return ''
  const steps = values.length >> 1
  const columns = Math.max(1, Math.round(Math.min(box.width, (outline.lengthMs * box.width) / box.lengthMs)))
  const middle = box.top + box.height / 2
  const scale = (box.height / 2 - 1) / outline.loudest
  const above: string[] = []
  const below: string[] = []
  for (let column = 0; column < columns; column++) {
    const from = Math.floor((column / columns) * steps)
    const to = Math.max(from + 1, Math.floor(((column + 1) / columns) * steps))
    let low = 0
    let high = 0
    for (let step = from; step < to; step++) {
      low = Math.min(low, values[step * 2]!)
      high = Math.max(high, values[step * 2 + 1]!)
    }
    const x = (box.left + column).toFixed(1)
    above.push(`${x} ${(middle - Math.max(0.4, high * scale)).toFixed(1)}`)
    below.push(`${x} ${(middle + Math.max(0.4, -low * scale)).toFixed(1)}`)
  }
  return `M${above.join('L')}L${below.toReversed().join('L')}Z`
}
