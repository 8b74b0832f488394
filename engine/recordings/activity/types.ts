import type { TimeSpan } from '../../interactions/measures/index.ts'

export type SoundKind = 'speech' | 'music' | 'ring-tone'

/** Where something sounds, in milliseconds from the start of the recording, end exclusive. */
export interface ActivitySpan extends TimeSpan {
  kind: SoundKind
}

export interface HeardChannel {
  /** In order, never overlapping. */
  spans: ActivitySpan[]
  speechMs: number
  /** Level of the loudest 10 ms in the speech band, decibels under full scale; -120 for digital silence. */
  loudestDbfs: number
  /** Median of the tracked noise floor, same scale. */
  noiseFloorDbfs: number
  /** Mean of the samples, -1..1. */
  dcOffset: number
  /** Nothing louder than -70 dBFS anywhere. A channel with line noise and no voice is not silent; its `speechMs` is 0. */
  isSilent: boolean
}

/** A waveform to draw: per channel lowest and highest sample of each window, interleaved, -127..127. */
export interface Peaks {
  perSecond: number
  channels: Int8Array[]
}

export interface Heard {
  durationMs: number
  channels: HeardChannel[]
  peaks: Peaks
  /** Sentences about the recording that a supervisor should know. */
  warnings: string[]
  /** Two channels carry the same sound: treat it as a mono recording. */
  channelsAreAlike: boolean
}

/** What is kept of a channel while listening: one level per 10 ms, two shares per 50 ms. 140 bytes a second. */
export interface ChannelTrace {
  /** Coded levels (levels.ts), one per frame of 10 ms. */
  levels: Uint8Array
  /** Share of the power at call-progress frequencies, 0..255, one per hop of 50 ms. */
  toneShares: Uint8Array
  /** Share of the power in partials that hold their pitch for 200 ms and longer, 0..255, one per hop. */
  steadyShares: Uint8Array
  dcOffset: number
  /** Share of samples at full scale. */
  clippedShare: number
}
