import { createHash } from 'node:crypto'
import OpenAI, { APIError, toFile } from 'openai'
import { TranscriptionProblem } from '../types.ts'
import { RECOGNISER_HZ, type WindowSound } from '../window-sounds.ts'
import { readAnswer, type HeardByServer } from './read-answer.ts'
import type { ServerOrder } from './server-order.ts'
import { serverFetch } from './server-fetch.ts'
import { serverProblem } from './server-problem.ts'
import { wavOfPcm } from './wav-of-pcm.ts'

/** A server that speaks OpenAI's `POST audio/transcriptions`. */
export interface TranscriptionServer {
  /** What it hears in a piece of sound. `soundKey`: of the recording. Throws TranscriptionProblem, or the signal's reason. */
  hear(sound: WindowSound, soundKey: string, signal: AbortSignal): Promise<HeardByServer>
}

/** Opens nothing yet. */
export function transcriptionServer(order: ServerOrder): TranscriptionServer {
  const client = new OpenAI({
    baseURL: order.address,
    // the library takes none from the environment, and servers that want none ignore it
    apiKey: order.key ?? 'none',
    organization: null,
    project: null,
    // 0.5 s to 8 s apart, or as long as the server says: after 408, 409, 429, 5xx and lost connections
    maxRetries: order.retries,
    // ends it later than the request itself does, which knows why
    timeout: order.slowestAnswerMs * 2,
    logLevel: 'off',
  })
  let takesVerbose = true
  const ask = async (
    sound: WindowSound,
    soundKey: string,
    signal: AbortSignal,
    isVerbose: boolean,
  ): Promise<unknown> => {
    const hopeless = new AbortController()
    const asking = client.withOptions({
      fetch: serverFetch({
        slowestAnswerMs: order.slowestAnswerMs,
        giveUp: (problem) => hopeless.abort(problem),
      }),
    })
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
    try {
      return await asking.audio.transcriptions.create(form, {
        signal: AbortSignal.any([signal, hopeless.signal]),
        headers: { 'Idempotency-Key': requestKey(order, sound, soundKey, isVerbose) },
      })
    } catch (error) {
      signal.throwIfAborted()
      hopeless.signal.throwIfAborted()
      throw error
    }
  }
  return {
    async hear(sound, soundKey, signal) {
      try {
        const isVerbose = takesVerbose
        const body = await ask(sound, soundKey, signal, isVerbose).catch((error: unknown) => {
          // some models know nothing of times
          if (!isVerbose || !(error instanceof APIError) || (error.status !== 400 && error.status !== 422))
            throw error
          takesVerbose = false
          return ask(sound, soundKey, signal, false)
        })
        const heard = readAnswer(body, sound)
        if (heard === null)
          throw new TranscriptionProblem(
            `What ${new URL(order.address).host} answers is no transcription; is ${order.address} the address of a transcription server?`,
            true,
          )
        return heard
      } catch (error) {
        signal.throwIfAborted()
        throw serverProblem(error, order)
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
