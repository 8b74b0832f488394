import { TranscriptionProblem } from '../types.ts'

/** Half a minute of speech comes back as some ten kilobytes; what is this large is no transcription, and would fill the memory. */
const LARGEST_ANSWER_BYTES = 8 * 1024 * 1024
/** The library takes no longer wait than this from a server, and asks again at once where it is told one. */
const LONGEST_WAIT_S = 60

export interface ServerFetchOptions {
  /** How long a whole answer may take. */
  slowestAnswerMs: number
  /** Told of what asking again cannot mend; the caller then aborts the request. */
  giveUp(problem: TranscriptionProblem): void
}

/**
 * How the library's requests are made: with the whole answer inside, so that one that breaks off or stalls in its middle counts as a lost
 * connection. Redirections are not followed: sound goes to the address somebody agreed to, and nowhere else.
 */
export function serverFetch({ slowestAnswerMs, giveUp }: ServerFetchOptions): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const hopeless = (sentence: string, isForAll: boolean, cause?: unknown): TranscriptionProblem => {
      const problem = new TranscriptionProblem(sentence, isForAll, { cause })
      giveUp(problem)
      return problem
    }
    const tooLong = AbortSignal.timeout(slowestAnswerMs)
    const signal = init?.signal ? AbortSignal.any([init.signal, tooLong]) : tooLong
    try {
      const response = await fetch(url, { ...(await inOnePiece(init)), redirect: 'manual', signal })
      if (response.status >= 300 && response.status < 400)
        throw hopeless(
          `${url.host} sends requests on to ${destination(response, url)}; if that is meant, give that address instead.`,
          true,
        )
      const body = await wholeBody(response)
      if (body === null) throw hopeless(`What ${url.host} answers is too large to be a transcription.`, true)
      return new Response(body, { status: response.status, headers: patientHeaders(response) })
    } catch (error) {
      // a server that is too slow is not made faster by more of the same
      if (tooLong.aborted && init?.signal?.aborted !== true)
        throw hopeless(
          `${url.host} took longer than ${Math.ceil(slowestAnswerMs / 1000)} s over a part of this recording; try again with fewer requests at a time, or with a smaller model.`,
          false,
          error,
        )
      const doubt = doubtOfConnection(error)
      if (doubt !== null) throw hopeless(`${url.host} ${doubt}`, true, error)
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
async function wholeBody(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.length
    if (bytes > LARGEST_ANSWER_BYTES) return null
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

function destination(response: Response, from: URL): string {
  const location = response.headers.get('location') ?? ''
  if (!URL.canParse(location, from.href)) return 'somewhere else'
  const { origin, pathname } = new URL(location, from)
  return `${origin}${pathname.replace(/\/audio\/transcriptions\/?$/, '')}`
}

/** What is wrong with an encrypted connection, if that is it: the sentence goes on after the host. */
export function doubtOfConnection(error: unknown): string | null {
  const cause = error instanceof Error ? error.cause : null
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (/^ERR_SSL_|^EPROTO$/.test(code))
    return 'does not speak https there; an address with http:// may be meant.'
  if (/^CERT_|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|^ERR_TLS_CERT/.test(code))
    return `has a certificate that this machine does not trust (${code}); have it renewed, or its issuer named in NODE_EXTRA_CA_CERTS before Debrief is started.`
  return null
}
