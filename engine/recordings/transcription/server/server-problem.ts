import { APIConnectionError, APIError } from 'openai'
import { TranscriptionProblem } from '../types.ts'
import type { ServerOrder } from './server-order.ts'

/** What went wrong with a server, in one sentence; what would be the same with every recording ends the batch. */
export function serverProblem(error: unknown, { address, model, key }: ServerOrder): TranscriptionProblem {
  const { host } = new URL(address)
  const forAll = (sentence: string) => new TranscriptionProblem(sentence, true, { cause: error })
  if (error instanceof TranscriptionProblem) return error
  if (error instanceof APIConnectionError)
    return forAll(`${host} does not answer: is the transcription server running, and is the address right?`)
  if (!(error instanceof APIError) || error.status === undefined)
    return forAll(
      `What ${host} answers is no transcription; is ${address} the address of a transcription server?`,
    )
  switch (error.status) {
    case 401:
    case 403:
      return forAll(
        key === null
          ? `${host} wants a key, and none was given.`
          : `${host} refuses the key it was given; check it and try again.`,
      )
    case 404:
    case 405:
      return forAll(`${host} has no model "${model}", or does not transcribe at ${address}; check both.`)
    case 413:
      return forAll(`${host} refuses half a minute of sound as too large; let it take requests of 1 MB.`)
    case 429:
      return forAll(`${host} takes no more requests for now; try again later, or with fewer at a time.`)
  }
  const reason = reasonIn(error)
  return new TranscriptionProblem(
    `${host} could not transcribe it (it answered ${error.status}${reason === null ? '' : `: ${reason}`}).`,
    error.status < 500,
    { cause: error },
  )
}

const LONGEST_REASON = 160

/** What the server itself says of it, if that is a sentence and no page. */
function reasonIn({ error, message }: APIError): string | null {
  const told = error && typeof error === 'object' && 'message' in error ? error.message : message
  if (typeof told !== 'string' || /[<{\n]/.test(told)) return null
  const reason = told.replace(/^\d{3}\s+/, '').replace(/[.\s]+$/, '')
  return reason === '' || reason === 'status code (no body)' ? null : reason.slice(0, LONGEST_REASON)
}
