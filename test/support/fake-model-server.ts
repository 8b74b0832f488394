import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What it answers; `drop` breaks the connection off, `cut` in the middle of an answer, `stall` leaves one unfinished for ever. */
export type FakeAnswer =
  | 'drop'
  | 'cut'
  | 'stall'
  | { status?: number; headers?: Record<string, string>; body: unknown; afterMs?: number }

export interface FakeServer<Asked> {
  address: string
  asked: Asked[]
  /** The most requests it ever had at a time. */
  mostAtATime(): number
  /** How many requests whoever made them gave up before they were answered. */
  givenUp(): number
}

/** A server of models on this machine, for one test. `read`: what a request asks, given all that came before it. */
export async function fakeModelServer<Asked>(
  read: (request: IncomingMessage, before: readonly Asked[]) => Promise<Asked>,
  answerTo: (asked: Asked) => FakeAnswer,
): Promise<FakeServer<Asked>> {
  const asked: Asked[] = []
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
