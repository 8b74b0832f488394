import type { Language } from '../../speaking-in.ts'
import type { Heard } from '../activity/index.ts'
import type { AudioProblem } from '../decoding/index.ts'

/** What the listening thread is told. */
export interface ListeningOrder {
  path: string
  /** The key of this file alone, where it is sealed. */
  fileKey: string | null
  /** What its sentences are said in. */
  language: Language
}

/** What it says. */
export type ListeningWord =
  | { type: 'progress'; share0to1: number }
  | { type: 'heard'; heard: Heard }
  | { type: 'problem'; code: AudioProblem['code']; sentence: string }
