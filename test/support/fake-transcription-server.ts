import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

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

/** What it answers; `drop` breaks the connection off, `cut` in the middle of an answer, `stall` leaves one unfinished for ever. */
export type FakeAnswer =
  | 'drop'
  | 'cut'
  | 'stall'
  | { status?: number; headers?: Record<string, string>; body: unknown; afterMs?: number }

export interface FakeServer {
  address: string
  asked: AskedRequest[]
  /** The most requests it ever had at a time. */
  mostAtATime(): number
  /** How many requests whoever made them gave up before they were answered. */
  givenUp(): number
}

/** A server that speaks OpenAI's `audio/transcriptions`, on this machine, for one test. */
export async function fakeTranscriptionServer(
  answerTo: (asked: AskedRequest) => FakeAnswer,
): Promise<FakeServer> {
  const asked: AskedRequest[] = []
  let inWork = 0
  let most = 0
  let givenUp = 0
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    most = Math.max(most, ++inWork)
    response.once('close', () => {
      if (!response.writableFinished) givenUp++
    })
    try {
      const one = await read(request, asked)
      asked.push(one)
      const what = answerTo(one)
      if (what === 'drop') return void request.socket.destroy()
      if (what === 'cut' || what === 'stall') {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
        await new Promise<void>((resolve) => response.write('{"text":', () => resolve()))
        return what === 'cut' ? void request.socket.destroy() : undefined
      }
      if (what.afterMs) await new Promise((resolve) => setTimeout(resolve, what.afterMs))
      const isText = typeof what.body === 'string'
      response.writeHead(what.status ?? 200, {
        'content-type': isText ? 'text/html' : 'application/json',
        ...what.headers,
      })
      response.end(isText ? what.body : JSON.stringify(what.body))
    } finally {
      inWork--
    }
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/v1`, asked, mostAtATime: () => most, givenUp: () => givenUp }
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
