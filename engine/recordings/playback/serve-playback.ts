import { Readable, Transform } from 'node:stream'
import { knowFileKey, readFileBytes } from '../../sealed-files/index.ts'
import { byteRange } from './byte-ranges.ts'

/** A file as it may be heard: plain data, so that it can go from the engine's process to the one that serves it. */
export interface Playback {
  path: string
  /** The key of this file alone where it is sealed: who serves it may be another process than the engine's. */
  fileKey: string | null
  /** Bytes of what it holds. */
  size: number
  contentType: string
  /** A name to save it under. */
  fileName: string
  /** Bytes that are not given out, in order, both ends included, and what stands in their place. */
  silenced: { first: number; last: number; fill: number }[]
}

/** Answers a request for a playback, whole or the range it asks for. HEAD is answered without a body. */
export function servePlayback(playback: Playback, request: Request): Response {
  const { size, contentType } = playback
  const range = byteRange(request.headers.get('range'), size)
  const headers: Record<string, string> = {
    'content-type': contentType,
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
  }
  if (new URL(request.url).searchParams.has('save'))
    headers['content-disposition'] =
      `attachment; filename*=UTF-8''${encodeURIComponent(playback.fileName).replaceAll("'", '%27')}`
  if (range === 'unsatisfiable')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${size}`, 'content-length': '0' },
    })
  const { first, last } = range ?? { first: 0, last: size - 1 }
  if (range) headers['content-range'] = `bytes ${first}-${last}/${size}`
  headers['content-length'] = String(last - first + 1)
  const status = range ? 206 : 200
  if (request.method === 'HEAD' || size === 0) return new Response(null, { status, headers })
  return new Response(bytesOf(playback, first, last), { status, headers })
}

function bytesOf(playback: Playback, first: number, last: number): ReadableStream<Uint8Array> {
  if (playback.fileKey !== null) knowFileKey(playback.path, playback.fileKey)
  const file = readFileBytes(playback.path, { start: first, end: last })
  if (playback.silenced.length === 0) return Readable.toWeb(file) as ReadableStream<Uint8Array>
  let at = first
  const silencer = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (const span of playback.silenced) {
        if (span.last < at || span.first >= at + chunk.length) continue
        chunk.fill(span.fill, Math.max(0, span.first - at), Math.min(chunk.length, span.last + 1 - at))
      }
      at += chunk.length
      done(null, chunk)
    },
  })
  file.on('error', (error) => silencer.destroy(error))
  silencer.on('close', () => file.destroy())
  return Readable.toWeb(file.pipe(silencer)) as ReadableStream<Uint8Array>
}
