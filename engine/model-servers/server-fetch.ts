import { select, t } from '#speech'
import { ModelServerProblem } from './model-server-problem.ts'
import type { ServerKind } from './server-kind.ts'

/** The library takes no longer wait than this from a server, and asks again at once where it is told one. */
const LONGEST_WAIT_S = 60

export interface ServerFetchOptions {
  /** How long a whole answer may take. */
  slowestAnswerMs: number
  /** Told of what asking again cannot mend; the caller then aborts the request. */
  giveUp(problem: ModelServerProblem): void
  /** Told of each request before it goes out. */
  onSend?: (() => void) | undefined
}

/**
 * How the library's requests are made: with the whole answer inside, so that one that breaks off or stalls in its middle counts as a lost
 * connection. Redirections are not followed: what is sent goes to the address somebody agreed to, and nowhere else.
 */
export function serverFetch(
  kind: ServerKind,
  { slowestAnswerMs, giveUp, onSend }: ServerFetchOptions,
): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const hopeless = (sentence: string, isForAll: boolean, cause?: unknown): ModelServerProblem => {
      const problem = new ModelServerProblem(sentence, isForAll, { cause })
      giveUp(problem)
      return problem
    }
    const tooLong = AbortSignal.timeout(slowestAnswerMs)
    const signal = init?.signal ? AbortSignal.any([init.signal, tooLong]) : tooLong
    try {
      onSend?.()
      const response = await fetch(url, { ...(await inOnePiece(init)), redirect: 'manual', signal })
      if (response.status >= 300 && response.status < 400)
        throw hopeless(
          t`${{ host: url.host }} sends requests on to ${{ address: destination(response, url, kind) }}; if that is meant, give that address instead.`,
          true,
        )
      const body = await wholeBody(response, kind.largestAnswerBytes)
      if (body === null)
        throw hopeless(
          t`What ${{ host: url.host }} answers is too large to be a ${select({ is: kind.is }, { transcription: 'transcription', other: "model's answer" })}.`,
          true,
        )
      return new Response(body, { status: response.status, headers: patientHeaders(response) })
    } catch (error) {
      // a server that is too slow is not made faster by more of the same
      if (tooLong.aborted && init?.signal?.aborted !== true)
        throw hopeless(
          t`${{ host: url.host }} took longer than ${{ seconds: Math.ceil(slowestAnswerMs / 1000) }} s over ${select({ is: kind.is }, { transcription: 'a part of this recording', other: 'one question' })}; try again with fewer requests at a time, or with a smaller model.`,
          false,
          error,
        )
      const doubt = doubtOfConnection(url.host, error)
      if (doubt !== null) throw hopeless(doubt, true, error)
      throw error
    }
  }
}

/** A form as bytes: as a stream, one that is broken off fails a second time where nobody can catch it. */
async function inOnePiece(init: RequestInit | undefined): Promise<RequestInit> {
  if (!(init?.body instanceof FormData)) return { ...init }
  const form = new Response(init.body)
  const headers = new Headers(init.headers)
  headers.set('content-type', form.headers.get('content-type')!)
  return { ...init, headers, body: await form.arrayBuffer() }
}

/** Null where there is more than an answer can have. */
async function wholeBody(response: Response, mostBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.length
    if (bytes > mostBytes) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** A wait longer than the library takes becomes the longest it takes. */
function patientHeaders({ headers: given }: Response): Headers {
  const headers = new Headers(given)
  // the body was unpacked on its way
  headers.delete('content-encoding')
  headers.delete('content-length')
  const wanted = headers.get('retry-after')
  if (wanted === null) return headers
  const seconds = /^\d+(\.\d+)?$/.test(wanted) ? Number(wanted) : (Date.parse(wanted) - Date.now()) / 1000
  if (seconds > LONGEST_WAIT_S) headers.set('retry-after', String(LONGEST_WAIT_S))
  return headers
}

function destination(response: Response, from: URL, { path }: ServerKind): string {
  const location = response.headers.get('location') ?? ''
  if (!URL.canParse(location, from.href)) return t`somewhere else`
  const { origin, pathname } = new URL(location, from)
  const asked = pathname.replace(/\/$/, '')
  return `${origin}${asked.endsWith(path) ? asked.slice(0, -path.length) : pathname}`
}

/** What is wrong with an encrypted connection to a host, if that is it. */
export function doubtOfConnection(host: string, error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (/^ERR_SSL_|^EPROTO$/.test(code))
    return t`${{ host }} does not speak https there; an address with http:// may be meant.`
  if (/^CERT_|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|^ERR_TLS_CERT/.test(code))
    return t`${{ host }} has a certificate that this machine does not trust (${{ code }}); have it renewed, or its issuer named in NODE_EXTRA_CA_CERTS before Debrief is started.`
  return null
}
