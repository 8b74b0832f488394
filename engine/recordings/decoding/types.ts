import { t } from '#speech'

/** A stretch of decoded sound: one array per channel, all of one length (at most `largestBlockFrames`), samples -1..1. */
export interface AudioBlock {
  readonly channels: readonly Float32Array[]
}

export type AudioFormat = 'wav' | 'mp3' | 'flac' | 'ogg-opus' | 'ogg-vorbis' | 'ffmpeg'

export interface OpenedAudio {
  readonly format: AudioFormat
  /** How the samples are coded: `pcm-s16`, `a-law`, `mp3`, or the name of the format where ffmpeg decodes. */
  readonly codec: string
  /** Hz, of the blocks. */
  readonly sampleRate: number
  /** 1 to 8, of the blocks. */
  readonly channelCount: number
  /** As the header states it and the file can hold it; null where it is unknown before all was decoded. */
  readonly durationMs: number | null
  /**
   * Reads the whole file once, streaming, with bounded memory whatever the length. May be called again. Throws AudioProblem, or
   * the signal's reason.
   */
  blocks(signal?: AbortSignal): AsyncIterable<AudioBlock>
  /** Sentences about what was repaired or cut; complete when `blocks` has ended. */
  readonly warnings: readonly string[]
}

export type AudioProblemCode =
  | 'missing'
  | 'empty'
  | 'not-audio'
  | 'damaged'
  | 'needs-ffmpeg'
  | 'no-sound-stream'
  | 'unreadable'

/** Why a recording cannot be read: a code of the closed list and one sentence for a supervisor. */
export class AudioProblem extends Error {
  readonly code: AudioProblemCode
  constructor(code: AudioProblemCode, sentence: string, options?: { cause?: unknown }) {
    super(sentence, options)
    this.name = 'AudioProblem'
    this.code = code
  }
}

/** Frames of the largest block; four seconds at 16 kHz. */
export const largestBlockFrames = 65_536

/** A file with more channels is refused: nobody records a conversation like that, and a broken header often claims it. */
export const mostChannels = 8

/** Throws 'damaged' for a sample rate or 'unreadable' for a number of channels that no recording has. */
export function checkShape(sampleRate: number, channelCount: number): void {
  if (sampleRate < 1000 || sampleRate > 768_000)
    throw new AudioProblem(
      'damaged',
      t`The header of this recording claims ${{ sampleRate }} samples per second, which cannot be; export it again.`,
    )
  if (channelCount < 1)
    throw new AudioProblem(
      'damaged',
      t`The header of this recording claims that it has no channels; export it again.`,
    )
  if (channelCount > mostChannels)
    throw new AudioProblem(
      'unreadable',
      t`This recording has ${{ channelCount }} channels and at most ${{ mostChannels }} can be read; export it with one channel per speaker.`,
    )
}
