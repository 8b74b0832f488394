import type { TimeSpan } from '../../../interactions/measures/index.ts'
import { assembleTranscription } from '../assemble-transcription.ts'
import type { RecognisedPiece } from '../assemble-words.ts'
import type { Recogniser } from '../child/child-words.ts'
import { speechWindows } from '../speech-windows.ts'
import { TranscriptionProblem, type Transcription } from '../types.ts'
import { windowSounds, type WindowSound } from '../window-sounds.ts'
import { loadWhisper, type WhisperContext } from './binding.ts'

type WhisperOrder = Extract<Recogniser, { kind: 'whisper' }>

/** whisper.cpp in this process; the model stays loaded from one recording to the next. */
export function createWhisper() {
  let loaded: { modelPath: string; context: WhisperContext } | null = null

  const contextOf = async (modelPath: string): Promise<WhisperContext> => {
    if (loaded?.modelPath === modelPath) return loaded.context
    await loaded?.context.release()
    loaded = null
    const { WhisperContext } = loadWhisper()
    try {
      loaded = { modelPath, context: new WhisperContext({ filePath: modelPath, useGpu: false }) }
    } catch (error) {
      throw new TranscriptionProblem(
        `${modelPath} could not be loaded as a speech model; download it again.`,
        true,
        { cause: error },
      )
    }
    return loaded.context
  }

  return {
    /** The words of a file, each channel apart. `speech`: where each channel speaks; nothing else is listened to. */
    async recognise(
      path: string,
      speech: readonly (readonly TimeSpan[])[],
      order: WhisperOrder,
      onProgress: (share0to1: number) => void,
    ): Promise<Transcription> {
      const context = await contextOf(order.modelPath)
      const windows = speech.map(speechWindows)
      const totalMs = windows.flat().reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
      const pieces = windows.map((): RecognisedPiece[] => [])
      let languageCode = order.languageCode
      let doneMs = 0
      for await (const sound of windowSounds(path, windows)) {
        const lengthMs = sound.endMs - sound.startMs
        const result = await context.transcribeData(sound.pcm.buffer as ArrayBuffer, {
          language: languageCode ?? 'auto',
          maxThreads: order.threads,
          maxLen: 1,
          tokenTimestamps: true,
          ...(order.prompt !== null && { prompt: order.prompt }),
          onProgress: (percent) => onProgress((doneMs + (Math.min(100, percent) / 100) * lengthMs) / totalMs),
        }).promise
        languageCode ??= result.language ?? null
        pieces[sound.channel]!.push(...piecesOf(result.segments, sound))
        doneMs += lengthMs
        onProgress(doneMs / totalMs)
      }
      return assembleTranscription(pieces, speech, totalMs > 0 ? languageCode : null)
    },
  }
}

/** In the recording's time; a piece never reaches beyond the sound it came from. */
function piecesOf(
  segments: readonly { text: string; t0: number; t1: number }[],
  { startMs, endMs }: WindowSound,
): RecognisedPiece[] {
  return segments.map(({ text, t0, t1 }) => ({
    text,
    startMs: Math.min(endMs, startMs + t0),
    endMs: Math.min(endMs, startMs + Math.max(t0, t1)),
    probability: null,
  }))
}
