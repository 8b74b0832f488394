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
  /** From channel activity only: pauses of one speaker up to this long do not end a turn ... */
  turnGapMs: number
  /** ... and a turn shorter than this is a listener's sign ("mm-hm") that takes no floor. */
  backchannelMs: number
}

export const usualThresholds: MeasureThresholds = {
  silenceMs: 3000,
  overtalkMs: 1000,
  interruptedAfterMs: 1000,
  interruptionOverlapMs: 1000,
  holdMs: 3000,
  turnGapMs: 500,
  backchannelMs: 800,
}
