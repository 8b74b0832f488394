import { createRequire } from 'node:module'
import { t } from '#speech'
import { TranscriptionProblem } from '../types.ts'

/** What of the binding's own interface is used (whisper.node 1.1.1, MIT). Times are milliseconds. */
export interface WhisperContext {
  transcribeData(
    pcm: ArrayBuffer,
    options: {
      language: string
      maxThreads: number
      /** With 1, each token comes as a segment of its own: the only way to token times. 0: whole sentences. */
      maxLen: number
      tokenTimestamps: boolean
      prompt?: string
      onProgress?: (percent: number) => void
    },
  ): { promise: Promise<WhisperResult> }
  release(): Promise<void>
}

export interface WhisperResult {
  language?: string
  segments: { text: string; t0: number; t1: number }[]
}

/** The Silero model of whisper.cpp. Times of what it finds are hundredths of a second. A file that is no such model ends the process. */
export interface WhisperVadContext {
  detectSpeechData(
    pcm: ArrayBuffer,
    options: {
      /** Probability of speech, 0..1. */
      threshold: number
      minSpeechDurationMs: number
      minSilenceDurationMs: number
      speechPadMs: number
    },
  ): Promise<{ t0: number; t1: number }[]>
  release(): Promise<void>
}

export interface WhisperModule {
  WhisperContext: new (options: { filePath: string; useGpu: boolean }) => WhisperContext
  WhisperVadContext: new (options: { filePath: string; useGpu: boolean }) => WhisperVadContext
}

/** whisper.cpp for this machine. Throws TranscriptionProblem where there is none. */
export function loadWhisper(): WhisperModule {
  const name = `@fugood/node-whisper-${process.platform}-${process.arch}`
  try {
    return createRequire(import.meta.url)(name) as WhisperModule
  } catch (error) {
    throw new TranscriptionProblem(
      t`The speech recogniser cannot run on this machine: it is made for Windows, macOS and Linux (glibc 2.34 or newer) on x64 and ARM processors.`,
      true,
      { cause: error },
    )
  }
}
