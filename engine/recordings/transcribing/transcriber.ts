import type { TimeSpan } from '../../interactions/measures/index.ts'
import type { Transcription } from '../transcription/index.ts'

/** A recording to be transcribed: its file, and where each channel speaks. */
export interface AudioToTranscribe {
  path: string
  sha256: string
  channels: TimeSpan[][]
}

/** Something that turns speech into words: a model on this machine, a server, or a script in tests and in the sample. */
export interface Transcriber {
  /** What a person would call it. */
  label: string
  /** Where speech leaves this computer for it. */
  server?: { host: string; model: string }
  /** The same for the same audio, model and settings only: such words are never made twice. */
  keyOf(sha256: string): string
  /** Rejects with TranscriptionProblem, or within a second with the signal's reason. */
  transcribe(
    audio: AudioToTranscribe,
    following: { signal: AbortSignal; onProgress(share0to1: number): void },
  ): Promise<Transcription>
  close(): Promise<void>
}
