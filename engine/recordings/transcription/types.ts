/** A word as it was recognised. */
export interface TranscribedWord {
  text: string
  /** From the start of the recording. */
  startMs: number
  endMs: number
  /** 0..1; null where the recogniser does not tell. */
  probability: number | null
}

/** What one side says without a long pause. */
export interface TranscribedSegment {
  channel: number
  startMs: number
  endMs: number
  text: string
  /** Mean of its words', 0..1; null where the recogniser does not tell. */
  probability: number | null
  words: TranscribedWord[]
}

/** Why pieces of text were not kept, and how many. */
export interface DiscardedText {
  /** Where the channel is silent. */
  silent: number
  /** The recogniser itself did not believe it. */
  improbable: number
  /** The same again and again. */
  repeated: number
}

/** What went to a server of a recording. */
export interface SentSound {
  requests: number
  seconds: number
  /** SHA-256 of the samples, piece after piece as they were read; hexadecimal. */
  sha256: string
}

/** The words of a recording, both sides in order of time. */
export interface Transcription {
  /** ISO 639-1; null where nothing was said. */
  languageCode: string | null
  segments: TranscribedSegment[]
  discarded: DiscardedText
  /** What was discarded, in order of time: it is kept nowhere, but may tell of something nobody may hear. */
  leftOut: TranscribedSegment[]
  /** Where a server was asked. */
  sent?: SentSound
}

/** Why a recording could not be transcribed, in one sentence. `isForAll`: it would be the same with every other recording. */
export class TranscriptionProblem extends Error {
  readonly isForAll: boolean
  /** What had gone to a server by then. */
  sent: SentSound | null = null

  constructor(sentence: string, isForAll: boolean, options?: { cause?: unknown }) {
    super(sentence, options)
    this.name = 'TranscriptionProblem'
    this.isForAll = isForAll
  }
}
