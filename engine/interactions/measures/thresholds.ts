/** The field's defaults, editable by the workspace. */
export type MeasureThresholds = {
  /** Nobody speaks for longer than this: silence. */
  silenceMs: number
  /** Both speak for longer than this: overtalk. */
  overtalkMs: number
  /** An interruption begins when the other has spoken for at least this long ... */
  interruptedAfterMs: number
  /** ... both then speak for at least this long, and the interrupter keeps the floor. */
  interruptionOverlapMs: number
  /** A hold ends where somebody speaks again; a shorter gap after its announcement is no hold. */
  holdMs: number
}

export const usualThresholds: MeasureThresholds = {
  silenceMs: 3000,
  overtalkMs: 1000,
  interruptedAfterMs: 1000,
  interruptionOverlapMs: 1000,
  holdMs: 3000,
}
