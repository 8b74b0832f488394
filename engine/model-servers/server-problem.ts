import { APIConnectionError, APIError } from 'openai'
import { select, t } from '#speech'
import { ModelServerProblem } from './model-server-problem.ts'
import type { ModelServerOrder } from './model-server.ts'
import { noAnswer } from './no-answer.ts'
import type { ServerKind } from './server-kind.ts'

/** What went wrong with a server, in one sentence; what would be the same with every request is told as such. */
export function serverProblem(
  error: unknown,
  { address, model, key }: ModelServerOrder,
  kind: ServerKind,
): ModelServerProblem {
  if (error instanceof ModelServerProblem) return error
  const { host } = new URL(address)
  if (error instanceof APIConnectionError)
    return new ModelServerProblem(
      t`${{ host }} does not answer: is the ${select({ is: kind.is }, { transcription: 'transcription server', other: 'language model server' })} running, and is the address right?`,
      true,
      { cause: error },
    )
  if (!(error instanceof APIError) || error.status === undefined) return noAnswer(address, kind, error)
  const status: number = error.status
  const reason = toldBy(error)
  const sentence = sentenceIn(reason)
  const forAll = (sentence: string) =>
    new ModelServerProblem(sentence, true, { cause: error, status, reason })
  switch (status) {
    case 401:
    case 403:
      return forAll(
        key === null
          ? t`${{ host }} wants a key, and none was given.`
          : t`${{ host }} refuses the key it was given; check it and try again.`,
      )
    case 404:
    case 405:
      return forAll(
        t`${{ host }} has no model "${{ model }}", or does not ${select({ is: kind.is }, { transcription: 'transcribe', other: 'answer' })} at ${{ address }}; check both.`,
      )
    case 413:
      return forAll(
        t`${{ host }} refuses ${select({ is: kind.is }, { transcription: 'half a minute of sound', other: 'a conversation' })} as too large; let it take requests of 1 MB.`,
      )
    case 429:
      return forAll(t`${{ host }} takes no more requests for now; try again later, or with fewer at a time.`)
  }
  return new ModelServerProblem(
    t`${{ host }} could not ${select({ is: kind.is }, { transcription: 'transcribe', other: 'answer' })} it (it answered ${{ answer: sentence === null ? String(status) : `${status}: ${sentence}` }}).`,
    status < 500,
    { cause: error, status, reason },
  )
}

const LONGEST_REASON = 2000
const LONGEST_SENTENCE = 160

/** What the server itself says of it. */
function toldBy({ error, message }: APIError): string | null {
  const told = error && typeof error === 'object' && 'message' in error ? error.message : message
  return typeof told === 'string' ? told.slice(0, LONGEST_REASON) : null
}

/** The same, if it is a sentence and no page. */
function sentenceIn(told: string | null): string | null {
  if (told === null || /[<{\n]/.test(told)) return null
  const sentence = told.replace(/^\d{3}\s+/, '').replace(/[.\s]+$/, '')
  return sentence === '' || sentence === 'status code (no body)' ? null : sentence.slice(0, LONGEST_SENTENCE)
}
