import { t } from '#speech'
import type { TimeSpan } from '../../../interactions/measures/index.ts'
import { assembleTranscription } from '../assemble-transcription.ts'
import { turnsFromSentences, type RecognisedPiece } from '../assemble-words.ts'
import type { Recogniser } from '../child/child-words.ts'
import { speechWindows } from '../speech-windows.ts'
import { TranscriptionProblem, type TranscribedSegment, type Transcription } from '../types.ts'
import { windowSounds, type WindowSound } from '../window-sounds.ts'
import { loadWhisper, type WhisperContext, type WhisperModule, type WhisperResult } from './binding.ts'

type WhisperOrder = Extract<Recogniser, { kind: 'whisper' }>

/** Languages written without spaces: what a word is cannot be told from the pieces the recogniser gives. */
const WITHOUT_SPACES = new Set(['zh', 'yue', 'ja', 'th', 'lo', 'km', 'my', 'bo'])

/** whisper.cpp in this process; the model stays loaded from one recording to the next. */
export function createWhisper(load: () => Pick<WhisperModule, 'WhisperContext'> = loadWhisper) {
  let loaded: { modelPath: string; context: WhisperContext } | null = null

  const contextOf = async (modelPath: string): Promise<WhisperContext> => {
    if (loaded?.modelPath === modelPath) return loaded.context
    await loaded?.context.release()
    loaded = null
    const { WhisperContext } = load()
    try {
      loaded = { modelPath, context: new WhisperContext({ filePath: modelPath, useGpu: false }) }
    } catch (error) {
      throw new TranscriptionProblem(
        t`${{ modelPath }} could not be loaded as a speech model; download it again.`,
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
      // whoever waits may tell from it that the model is loaded
      onProgress(0)
      const windows = speech.map(speechWindows)
      const totalMs = windows.flat().reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
      const pieces = windows.map((): RecognisedPiece[] => [])
      const sentences = windows.map((): TranscribedSegment[] => [])
      let languageCode = order.languageCode
      let doneMs = 0
      let hasWords = languageCode === null || !WITHOUT_SPACES.has(languageCode)
      for await (const sound of windowSounds(path, windows)) {
        const lengthMs = sound.endMs - sound.startMs
        const recogniseAs = (what: 'pieces' | 'sentences') =>
          context.transcribeData(sound.pcm.buffer as ArrayBuffer, {
            language: languageCode ?? 'auto',
            maxThreads: order.threads,
            maxLen: what === 'pieces' ? 1 : 0,
            tokenTimestamps: what === 'pieces',
            ...(order.prompt !== null && { prompt: order.prompt }),
            onProgress: (percent) =>
              onProgress((doneMs + (Math.min(100, percent) / 100) * lengthMs) / totalMs),
          }).promise
        let result = hasWords ? await recogniseAs('pieces') : await recogniseAs('sentences')
        languageCode ??= result.language ?? null
        if (hasWords && !isInWords(result, languageCode)) {
          hasWords = false
          result = await recogniseAs('sentences')
        }
        const found = piecesOf(result.segments, sound)
        if (hasWords) pieces[sound.channel]!.push(...found)
        else sentences[sound.channel]!.push(...turnsFromSentences(sound.channel, found))
        doneMs += lengthMs
        onProgress(doneMs / totalMs)
      }
      return assembleTranscription(pieces, speech, totalMs > 0 ? languageCode : null, sentences)
    },
  }
}

/**
 * Whether words can be made of single pieces: not in writing without spaces, and not where a character was cut in two, which the binding
 * gives as U+FFFD. Whole sentences are then the finest there is; they have times, their words do not.
 */
function isInWords({ segments }: WhisperResult, languageCode: string | null): boolean {
  return !WITHOUT_SPACES.has(languageCode ?? '') && !segments.some(({ text }) => text.includes('\uFFFD'))
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
