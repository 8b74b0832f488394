import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { fakeModelServer, type FakeAnswer, type FakeServer } from './fake-model-server.ts'

/** What a server was asked: the form's fields and the sound of one request. */
export interface AskedRequest {
  path: string
  authorization: string | null
  idempotencyKey: string
  model: string
  format: string
  prompt: string | null
  language: string | null
  /** Of the sound that came with it. */
  milliseconds: number
  /** How often this very request has come, the first time 1. */
  times: number
}

/** A server that speaks OpenAI's `audio/transcriptions`, on this machine, for one test. */
export async function fakeTranscriptionServer(
  answerTo: (asked: AskedRequest) => FakeAnswer,
): Promise<FakeServer<AskedRequest>> {
  return fakeModelServer(read, answerTo)
}

async function read(request: IncomingMessage, before: readonly AskedRequest[]): Promise<AskedRequest> {
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(new Uint8Array(await buffer(request)), { headers }).formData()
  const textOf = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : null
  }
  const file = form.get('file')
  if (!(file instanceof File)) throw new Error('There was no sound in the request.')
  const idempotencyKey = String(request.headers['idempotency-key'])
  return {
    path: request.url ?? '',
    authorization: request.headers.authorization ?? null,
    idempotencyKey,
    model: textOf('model') ?? '',
    format: textOf('response_format') ?? '',
    prompt: textOf('prompt'),
    language: textOf('language'),
    milliseconds: (file.size - 44) / 32,
    times: before.filter((one) => one.idempotencyKey === idempotencyKey).length + 1,
  }
}
