import type { Peaks } from '../../../../shared/contract/recordings.ts'

/**
 * A channel's waveform as one SVG path: a closed outline, a point above and below for each pixel column, the lowest and highest value
 * of all steps that fall into it. `lengthMs` is what `width` pixels stand for; quiet calls are drawn larger, up to four times.
 */
export function waveformPath(
  peaks: Peaks,
  channel: number,
  box: { left: number; width: number; top: number; height: number; lengthMs: number },
): string {
  const values = peaks.channels[channel]
  if (!values || values.length < 2) return ''
  const steps = Math.floor(values.length / 2)
  const soundWidth = Math.min(box.width, ((steps / peaks.perSecond) * 1000 * box.width) / box.lengthMs)
  const columns = Math.max(1, Math.round(soundWidth))
  const middle = box.top + box.height / 2
  const scale = (box.height / 2 - 1) / loudest(peaks)
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

/** The largest deflection of all channels, one scale for both so that they can be compared; a quarter of full at least. */
function loudest(peaks: Peaks): number {
  let most = 127 / 4
  for (const values of peaks.channels) for (const value of values) most = Math.max(most, Math.abs(value))
  return most
}
