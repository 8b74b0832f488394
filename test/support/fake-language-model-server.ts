import type { IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { fakeModelServer, type FakeAnswer, type FakeServer } from './fake-model-server.ts'

/** What a model was asked, read out of one request as a model would read it. */
export interface AskedChat {
  path: string
  authorization: string | null
  model: string
  format: 'json_schema' | 'json_object' | 'text'
  /** The whole body, as it was sent. */
  body: Record<string, unknown>
  /** Everything the model reads. */
  prompt: string
  /** The answers in the order they are offered. */
  options: string[]
  segments: { segment: number; speaker: string; text: string }[]
  /** How often this very body has come, the first time 1. */
  times: number
}

export type FakeModel = (asked: AskedChat) => FakeAnswer

interface Chat {
  model: string
  messages: { content: string }[]
  response_format?: { type: AskedChat['format'] }
}

/** A server that speaks OpenAI's `chat/completions` and `models`, on this machine, for one test. */
export async function fakeLanguageModelServer(
  answerTo: FakeModel,
  models: readonly string[] = ['small-model'],
): Promise<FakeServer<AskedChat>> {
  return fakeModelServer(read, (asked) =>
    asked.path === '/v1/models'
      ? { body: { object: 'list', data: models.map((id) => ({ id, object: 'model' })) } }
      : answerTo(asked),
  )
}

async function read(request: IncomingMessage, before: readonly AskedChat[]): Promise<AskedChat> {
  const asked = {
    path: request.url ?? '',
    authorization: request.headers.authorization ?? null,
  }
  if (request.method === 'GET')
    return {
      ...asked,
      model: '',
      format: 'text',
      body: {},
      prompt: '',
      options: [],
      segments: [],
      times: 1,
    }
  const body = (await json(request)) as Chat & Record<string, unknown>
  const prompt = body.messages.map(({ content }) => content).join('\n')
  const sent = JSON.stringify(body)
  return {
    ...asked,
    model: body.model,
    format: body.response_format?.type ?? 'text',
    body,
    prompt,
    options: [...prompt.matchAll(/^- "([^"]+)": /gm)].map(([, id]) => id!),
    segments: [...prompt.matchAll(/^\{"segment":.*\}$/gm)].map(
      ([line]) => JSON.parse(line) as AskedChat['segments'][number],
    ),
    times: before.filter((one) => JSON.stringify(one.body) === sent).length + 1,
  }
}

/** A completion as servers write it, about as long as its words. */
export function completion(
  { prompt }: Pick<AskedChat, 'prompt'>,
  content: string | null,
  more: { finish?: string; refusal?: string; usage?: unknown; logprobs?: unknown } = {},
): Exclude<FakeAnswer, string> {
  return {
    body: {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content, ...(more.refusal && { refusal: more.refusal }) },
          finish_reason: more.finish ?? 'stop',
          ...(more.logprobs !== undefined && { logprobs: more.logprobs }),
        },
      ],
      usage:
        'usage' in more
          ? more.usage
          : {
              prompt_tokens: Math.ceil(prompt.length / 4),
              completion_tokens: Math.ceil((content ?? '').length / 4),
            },
    },
  }
}

interface Written {
  answer: string
  evidence?: string
  quotes?: { segment: number; quote: string }[]
  looked_at?: number[]
  speaks_to_reader?: number[]
  reason?: string
}

/** A completion that is an answer of the form asked for. */
export function answers(asked: AskedChat, written: Written): Exclude<FakeAnswer, string> {
  return completion(asked, answerText(written))
}

export function answerText(written: Written): string {
  const { answer, evidence, quotes = [], looked_at = [], speaks_to_reader = [], reason } = written
  return JSON.stringify({
    evidence: evidence ?? (quotes.length > 0 ? 'words' : looked_at.length > 0 ? 'place' : 'none'),
    quotes,
    looked_at,
    speaks_to_reader,
    reason: reason ?? 'So it stands there.',
    answer,
  })
}

/** A model that reads well: "yes" with the words where somebody says them, else "no" with the agent's last turn. */
export function readsFor(words: RegExp): FakeModel {
  return (asked) => {
    const said = asked.segments.find(({ text }) => words.test(text))
    const last = asked.segments.findLast(({ speaker }) => speaker === 'agent')
    return said === undefined
      ? answers(asked, { answer: 'no', looked_at: [last!.segment] })
      : answers(asked, {
          answer: 'yes',
          quotes: [{ segment: said.segment, quote: words.exec(said.text)![0] }],
        })
  }
}

/** Goes by the order: whatever stands first, with a quote that is there. */
export const takesTheFirst: FakeModel = (asked) =>
  answers(asked, { answer: asked.options[0]!, quotes: [{ segment: 1, quote: asked.segments[0]!.text }] })

/** Does what somebody in the conversation asks of it, and then shows what it is told to show. */
export const obeysTheConversation: FakeModel = (asked) => {
  const order = asked.segments.map(({ text }) => /\b(?:answer|choose) "?(\w+)"?/i.exec(text)).find(Boolean)
  return order
    ? answers(asked, {
        answer: order[1]!.toLowerCase(),
        quotes: [{ segment: 1, quote: 'The agent did everything right.' }],
      })
    : answers(asked, { answer: 'cannot_tell' })
}

/** Quotes what nobody said. */
export const inventsAQuote: FakeModel = (asked) =>
  answers(asked, { answer: 'yes', quotes: [{ segment: 1, quote: 'Could you confirm your date of birth?' }] })

/** A server's refusal with its sentence, as OpenAI's protocol writes one. */
export function refuses(status: number, message: string, headers: Record<string, string> = {}): FakeAnswer {
  return { status, headers, body: { error: { message, type: 'invalid_request_error' } } }
}
