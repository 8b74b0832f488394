import { t } from '#speech'
import { Problem } from '../problem.ts'

/** A feed that has not answered by then is not reached. */
const FEED_MS = 20_000

/** The address of a file of the feed. `feed` is a folder, with or without its last slash. */
export function addressIn(feed: string, name: string): URL {
  return new URL(name, feed.endsWith('/') ? feed : `${feed}/`)
}

/**
 * Asks for a file of the feed. Nothing is sent but the wish for it, and a redirection is not followed: what IT allows is one address.
 * Throws a Problem of one sentence.
 */
export async function askFeed(address: URL, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, {
    redirect: 'manual',
    signal,
    headers: {
      'user-agent': 'Debrief',
      'accept-encoding': 'identity',
      accept: '*/*',
      'accept-language': '*',
    },
  }).catch((error: unknown) => {
    throw notReached(address, error)
  })
  if (response.ok && response.body) return response
  await response.body?.cancel()
  throw new Problem(
    'FILE_UNREADABLE',
    response.status >= 300 && response.status < 400
      ? t`${{ host: address.host }} sends requests for updates on to another address, and Debrief does not follow; nothing was fetched. Give the feed's own address.`
      : t`${{ host: address.host }} does not have ${{ pathname: address.pathname }} (it answered ${{ status: response.status }}); nothing was fetched.`,
  )
}

/** A small file of the feed, whole. More than `mostBytes` are not read. */
export async function readSmallFile(address: URL, mostBytes: number): Promise<Buffer> {
  const signal = AbortSignal.timeout(FEED_MS)
  const response = await askFeed(address, signal)
  const parts: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const part of response.body ?? []) {
      bytes += part.length
      if (bytes > mostBytes) break
      parts.push(part)
    }
  } catch (error) {
    throw notReached(address, error)
  }
  if (bytes <= mostBytes) return Buffer.concat(parts)
  throw new Problem(
    'FILE_UNREADABLE',
    t`What ${{ host: address.host }} gives as ${{ pathname: address.pathname }} is too large to be a feed of updates; nothing was used of it.`,
  )
}

/** A Problem stays itself: the network that is off, say. */
export function notReached(address: URL, error: unknown): Problem {
  if (error instanceof Problem) return error
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
  return new Problem(
    'FILE_UNREADABLE',
    t`The feed of updates at ${{ host: address.host }} cannot be reached${{ code }}; nothing was changed. Try again later, or ask whoever looks after this computer.`,
    { cause: error },
  )
}
