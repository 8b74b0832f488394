import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { feedFiles } from '../../engine/updates/index.ts'

/** What a server answers for a file: its bytes, or whatever it does. */
export type Answer = Uint8Array | string | ((response: ServerResponse, request: IncomingMessage) => void)

/** A server of files on this machine that remembers what it was asked. */
export interface FeedServer {
  address: string
  files: Map<string, Answer>
  asked: { method: string; path: string; headers: Record<string, unknown>; body: string }[]
  close(): Promise<void>
}

export async function startFeedServer(files: Record<string, Answer> = {}): Promise<FeedServer> {
  const given = new Map(Object.entries(files))
  const asked: FeedServer['asked'] = []
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => (body += String(piece)))
    request.on('end', () => {
      const path = request.url ?? ''
      asked.push({ method: request.method ?? '', path, headers: request.headers, body })
      const answer = given.get(path.split('/').at(-1) ?? '')
      if (answer === undefined) response.writeHead(404).end()
      else if (typeof answer === 'function') answer(response, request)
      else response.end(answer)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/debrief/`,
    files: given,
    asked,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** A key of the kind feeds are signed with, as PEM. */
export function aFeedKey(): { publicKey: string; privateKey: string } {
  return generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}

export const installerName = 'Debrief-9.1.0.AppImage'

/** What a feed of 9.1.0 with one installer says; `more` in place of it. */
export function aFeed(installer: Uint8Array, more: Record<string, unknown> = {}, now = Date.now()): object {
  return {
    format: 'debrief-update-1',
    version: '9.1.0',
    madeAt: new Date(now).toISOString(),
    validUntil: new Date(now + 86_400_000).toISOString(),
    notes: 'Faster imports.\n<b>No</b> markup.',
    files: [
      {
        installer: 'appimage',
        cpu: 'x64',
        name: installerName,
        bytes: installer.length,
        sha512: createHash('sha512').update(installer).digest('hex'),
      },
    ],
    ...more,
  }
}

/** The files of a signed feed, as a server gives them. */
export function signedFeed(
  content: object | string,
  privateKey: string,
): Record<(typeof feedFiles)[keyof typeof feedFiles], string> {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return {
    [feedFiles.feed]: text,
    [feedFiles.signature]: `${sign(null, Buffer.from(text), privateKey).toString('base64')}\n`,
  }
}
