/** A service that models are asked through, as addresses and sentences name it. */
export interface ServerKind {
  /** `transcription server` */
  name: string
  /** What it answers with: `transcription`. */
  answer: string
  /** What it is there for, after "could not" and "does not": `transcribe`. */
  verb: string
  /** Where requests go, under the address: `/audio/transcriptions`. */
  path: string
  /** An address as one may be written. */
  example: string
  /** What is larger is no answer, and would fill the memory. */
  largestAnswerBytes: number
  /** What a request is, where a server refuses it as too large: `half a minute of sound`. */
  request: string
  /** What it took too long over, and what may help. */
  tooSlow: { over: string; remedy: string }
}
