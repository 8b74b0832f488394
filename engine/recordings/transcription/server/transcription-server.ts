import { createHash } from 'node:crypto'
import { toFile } from 'openai'
import { modelServer, ModelServerProblem, noAnswer } from '../../../model-servers/index.ts'
import { TranscriptionProblem } from '../types.ts'
import { RECOGNISER_HZ, type WindowSound } from '../window-sounds.ts'
import { readAnswer, type HeardByServer } from './read-answer.ts'
import type { ServerOrder } from './server-order.ts'
import { transcribing } from './transcribing.ts'
import { wavOfPcm } from './wav-of-pcm.ts'

/** A server that speaks OpenAI's `POST audio/transcriptions`. */
export interface TranscriptionServer {
  /** What it hears in a piece of sound. `soundKey`: of the recording. Throws TranscriptionProblem, or the signal's reason. */
  hear(sound: WindowSound, soundKey: string, signal: AbortSignal): Promise<HeardByServer>
}

/** Opens nothing yet. */
export function transcriptionServer(order: ServerOrder): TranscriptionServer {
  const server = modelServer(order, transcribing)
  let takesVerbose = true
  const ask = async (
    sound: WindowSound,
    soundKey: string,
    signal: AbortSignal,
    isVerbose: boolean,
  ): Promise<unknown> => {
    const form = {
      file: await toFile(wavOfPcm(sound.pcm, RECOGNISER_HZ), 'speech.wav', { type: 'audio/wav' }),
      model: order.model,
      temperature: 0,
      ...(isVerbose
        ? {
            response_format: 'verbose_json' as const,
            timestamp_granularities: ['word' as const, 'segment' as const],
          }
        : { response_format: 'json' as const }),
      ...(order.languageCode !== null && { language: order.languageCode }),
      ...(order.prompt !== null && { prompt: order.prompt }),
    }
    const headers = { 'Idempotency-Key': requestKey(order, sound, soundKey, isVerbose) }
    return server.ask((client, signal) => client.audio.transcriptions.create(form, { signal, headers }), {
      signal,
    })
  }
  return {
    async hear(sound, soundKey, signal) {
      try {
        const isVerbose = takesVerbose
        const body = await ask(sound, soundKey, signal, isVerbose).catch((error: unknown) => {
          // some models know nothing of times
          const isOther =
            error instanceof ModelServerProblem && (error.status === 400 || error.status === 422)
          if (!isVerbose || !isOther) throw error
          takesVerbose = false
          return ask(sound, soundKey, signal, false)
        })
        const heard = readAnswer(body, sound)
        if (heard === null) throw noAnswer(order.address, transcribing)
        return heard
      } catch (error) {
        if (!(error instanceof ModelServerProblem)) throw error
        throw new TranscriptionProblem(error.message, error.isForAll, { cause: error })
      }
    },
  }
}

/**
 * The same for the same piece of the same sound asked for in the same way only, so that a server can tell a request that comes again, and
 * never takes one with another content for it.
 */
function requestKey(
  { settingsKey, prompt }: ServerOrder,
  { channel, startMs, endMs }: WindowSound,
  soundKey: string,
  isVerbose: boolean,
): string {
  return createHash('sha256')
    .update(JSON.stringify([settingsKey, prompt, isVerbose, soundKey, channel, startMs, endMs]))
    .digest('hex')
}
