import type { TimeSpan } from '../../../interactions/measures/index.ts'
import type { ScriptedRecording } from '../scripted/script.ts'
import type { ServerOrder } from '../server/server-order.ts'
import type { Language } from '../../../speaking-in.ts'
import type { SentSound, Transcription } from '../types.ts'

/** How words are made: by a model, by a server, or as a script says (for tests and the sample). */
export type Recogniser =
  | {
      kind: 'whisper'
      modelPath: string
      languageCode: string | null
      prompt: string | null
      threads: number
    }
  /** `soundKey`: the same for the same sound only. */
  | { kind: 'server'; server: ServerOrder; soundKey: string }
  | { kind: 'scripted'; script: ScriptedRecording; msPerSecondOfSpeech: number }

/** What comes with every order. */
export interface OfCall {
  /** The key of this file alone, where it is sealed. */
  fileKey: string | null
  /** What its sentences are said in. */
  language: Language
}

/** What the child is asked: plain data. */
export type WorkOrder = TranscribeOrder | DetectOrder

/** Where somebody speaks, by a voice-activity model, within what is given of each channel. */
export interface DetectOrder extends OfCall {
  type: 'detect'
  request: number
  path: string
  speech: TimeSpan[][]
  modelPath: string
}

/** The words of a recording. */
export interface TranscribeOrder extends OfCall {
  type: 'transcribe'
  request: number
  path: string
  /** Per channel, where it speaks. */
  speech: TimeSpan[][]
  recogniser: Recogniser
}

/** What the child says. */
export type ChildWord =
  | { type: 'progress'; request: number; share0to1: number }
  | { type: 'done'; request: number; transcription: Transcription }
  | { type: 'detected'; request: number; speech: TimeSpan[][] }
  | { type: 'failed'; request: number; sentence: string; isForAll: boolean; sent: SentSound | null }
