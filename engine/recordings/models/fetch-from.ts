import { t } from '#speech'
import { Problem } from '../../problem.ts'

/** A chain of these that is longer leads nowhere. */
const MOST_REDIRECTIONS = 5
const REDIRECTIONS = new Set([301, 302, 303, 307, 308])
/** The publisher of whisper.cpp's models keeps the files themselves on further hosts under its names. */
const PUBLISHERS_HOSTS = /(?:^|\.)(?:hf\.co|huggingface\.co)$/

/**
 * Fetches a file from an address that was agreed to. A redirection is followed on the same origin, and from the publisher to where it keeps its files;
 * any other ends in a sentence, before anything is asked for there.
 */
export async function fetchFrom(
  address: string,
  request: { headers: Record<string, string>; signal: AbortSignal },
): Promise<Response> {
  let at = new URL(address)
  for (let redirections = 0; ; redirections++) {
    const answer = await fetch(at, { ...request, redirect: 'manual' })
    if (!REDIRECTIONS.has(answer.status)) return answer
    await answer.body?.cancel()
    const next = URL.parse(answer.headers.get('location') ?? '', at.href)
    if (!next || redirections === MOST_REDIRECTIONS)
      throw new Problem(
        'FILE_UNREADABLE',
        t`${{ host: at.host }} sends requests on without an end; use another address.`,
      )
    if (!mayLeadTo(at, next))
      throw new Problem(
        'FILE_UNREADABLE',
        t`${{ host: at.host }} sends requests on to ${{ origin: next.origin }}, from where nothing was fetched; if that is meant, give that address instead.`,
      )
    at = next
  }
}

function mayLeadTo(from: URL, to: URL): boolean {
  if (to.origin === from.origin) return true
  const isOfPublisher = ({ protocol, hostname }: URL) =>
    protocol === 'https:' && PUBLISHERS_HOSTS.test(hostname)
  return isOfPublisher(from) && isOfPublisher(to) && from.port === '' && to.port === ''
}
