import { createHash } from 'node:crypto'
import OpenAI, { APIError, toFile } from 'openai'
import { TranscriptionProblem } from '../types.ts'
import { RECOGNISER_HZ, type WindowSound } from '../window-sounds.ts'
import { readAnswer, type HeardByServer } from './read-answer.ts'
import type { ServerOrder } from './server-order.ts'
import { serverProblem } from './server-problem.ts'
import { wavOfPcm } from './wav-of-pcm.ts'

/** A processor without a graphics card takes minutes for half a minute of sound with the largest models. */
const SLOWEST_ANSWER_MS = 300_000

/** A server that speaks OpenAI's `POST audio/transcriptions`. */
export interface TranscriptionServer {
  /** What it hears in a piece of sound. `soundKey`: of the recording. Throws TranscriptionProblem, or the signal's reason. */
  hear(sound: WindowSound, soundKey: string, signal: AbortSignal): Promise<HeardByServer>
}

/** Opens nothing yet. Redirections are not followed: sound goes to the address somebody agreed to, and nowhere else. */
export function transcriptionServer(order: ServerOrder): TranscriptionServer {
  const client = new OpenAI({
    baseURL: order.address,
    // the library takes none from the environment, and servers that want none ignore it
    apiKey: order.key ?? 'none',
    organization: null,
    project: null,
    // 0.5 s to 8 s apart, or as long as the server says: after 408, 409, 429, 5xx and lost connections
    maxRetries: order.retries,
    fetch: fetchInOnePiece,
    timeout: SLOWEST_ANSWER_MS,
    logLevel: 'off',
    fetchOptions: { redirect: 'error' },
  })
  let takesVerbose = true
  const ask = async (
    sound: WindowSound,
    soundKey: string,
    signal: AbortSignal,
    isVerbose: boolean,
  ): Promise<unknown> =>
    client.audio.transcriptions.create(
      {
        file: await toFile(wavOfPcm(sound.pcm, RECOGNISER_HZ), 'speech.wav', { type: 'audio/wav' }),
        model: order.model,
        temperature: 0,
        ...(isVerbose
          ? { response_format: 'verbose_json', timestamp_granularities: ['word', 'segment'] }
          : { response_format: 'json' }),
        ...(order.languageCode !== null && { language: order.languageCode }),
        ...(order.prompt !== null && { prompt: order.prompt }),
      },
      { signal, headers: { 'Idempotency-Key': requestKey(order, sound, soundKey) } },
    )
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

/** Sends a form as bytes: as a stream, one that is broken off fails a second time where nobody can catch it. */
async function fetchInOnePiece(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  if (!(init?.body instanceof FormData)) return fetch(url, init)
  const form = new Response(init.body)
  const headers = new Headers(init.headers)
  headers.set('content-type', form.headers.get('content-type')!)
  return fetch(url, { ...init, headers, body: await form.arrayBuffer() })
}

/** The same for the same piece of the same sound with the same settings only, so that a server can tell a request that comes again. */
function requestKey(
  { settingsKey }: ServerOrder,
  { channel, startMs, endMs }: WindowSound,
  soundKey: string,
): string {
  return createHash('sha256')
    .update(JSON.stringify([settingsKey, soundKey, channel, startMs, endMs]))
    .digest('hex')
}
