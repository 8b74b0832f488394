/** A stretch in milliseconds from the start, end exclusive. */
export interface Span {
  startMs: number
  endMs: number
}

export const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2] as const

/** The next speed up or down the list; the ends stay. */
export function nextSpeed(speed: number, direction: 1 | -1): number {
  return direction === 1
    ? (speeds.find((other) => other > speed) ?? speeds.at(-1)!)
    : (speeds.findLast((other) => other < speed) ?? speeds[0])
}

/** A position moved into the recording. */
export function within(ms: number, durationMs: number): number {
  return Math.min(Math.max(0, ms), Math.max(0, durationMs))
}

/** Whether a loop's end was passed. Half a second beyond it somebody went there, and is not thrown back. */
export function crossedEnd(positionMs: number, loop: Span): boolean {
  return positionMs >= loop.endMs && positionMs < loop.endMs + 500
}
