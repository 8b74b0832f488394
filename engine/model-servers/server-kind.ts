/** A service that models are asked through, as addresses and sentences name it. */
export interface ServerKind {
  is: 'transcription' | 'language-model'
  /** The name its keys are kept under: `transcription server`. */
  name: string
  /** Where requests go, under the address: `/audio/transcriptions`. */
  path: string
  /** An address as one may be written. */
  example: string
  /** What is larger is no answer, and would fill the memory. */
  largestAnswerBytes: number
}
