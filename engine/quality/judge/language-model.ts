import { z } from 'zod'
import {
  modelServer,
  ModelServerProblem,
  noAnswer,
  type ModelServerOrder,
} from '../../model-servers/index.ts'
import { languageModelServer } from './language-model-server.ts'
import type { Prompt } from './prompt.ts'
import { probabilityOfAnswer } from './probability-of-answer.ts'
import { nextWay, requestBody, usualWay, type Way } from './ways-of-asking.ts'

export interface Completion {
  /** Null where the model wrote nothing. */
  text: string | null
  isRefused: boolean
  /** Whether it came to its end: else `maxTokens` were too few. */
  isComplete: boolean
  /** Null where the server does not tell. */
  tokensIn: number | null
  tokensOut: number | null
  /** The model's own probability of the answer it chose, 0..1; null where the server does not tell. */
  probability: number | null
}

export interface CompletionSettings {
  seed: number
  maxTokens: number
  readsProbabilities: boolean
}

/** A language model behind OpenAI's `POST chat/completions`. */
export interface LanguageModel {
  readonly host: string
  readonly model: string
  /**
   * What it writes to a prompt, at temperature 0. Learns which form of structured output the server takes, once. Throws
   * ModelServerProblem, or the signal's reason. `onRequest`: told of each request when it is over, also of one that failed.
   */
  complete(
    prompt: Prompt,
    settings: CompletionSettings,
    asking: { signal: AbortSignal; onRequest: (request: MadeRequest) => void },
  ): Promise<Completion>
}

export interface MadeRequest {
  /** How often it went out: more than once where the server was busy. */
  attempts: number
  tokensIn: number | null
  tokensOut: number | null
  outcome: 'answered' | 'failed' | 'cancelled'
}

// every server leaves something out or adds something
const completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
        logprobs: z.unknown().optional(),
      }),
    )
    .min(1),
  usage: z
    .object({ prompt_tokens: z.number().int().nullish(), completion_tokens: z.number().int().nullish() })
    .nullish()
    .catch(null),
})

/** Opens nothing yet. */
export function languageModel(order: ModelServerOrder): LanguageModel {
  const server = modelServer(order, languageModelServer)
  let way = usualWay
  return {
    host: new URL(order.address).host,
    model: order.model,
    async complete(prompt, settings, { signal, onRequest }) {
      const ask = async (now: Way): Promise<Completion> => {
        const made: MadeRequest = { attempts: 0, tokensIn: null, tokensOut: null, outcome: 'failed' }
        try {
          const body = await server.ask(
            (client, signal) =>
              client.chat.completions.create(requestBody(order.model, prompt, settings, now), { signal }),
            { signal, onSend: () => made.attempts++ },
          )
          const parsed = completion.safeParse(body)
          if (!parsed.success) throw noAnswer(order.address, languageModelServer)
          const read = readCompletion(parsed.data)
          Object.assign(made, { tokensIn: read.tokensIn, tokensOut: read.tokensOut, outcome: 'answered' })
          return read
        } catch (error) {
          if (signal.aborted) made.outcome = 'cancelled'
          throw error
        } finally {
          if (made.attempts > 0) onRequest(made)
        }
      }
      let now = way
      for (;;) {
        try {
          const answer = await ask(now)
          way = now
          return answer
        } catch (error) {
          const next = error instanceof ModelServerProblem ? nextWay(now, error) : null
          if (next === null) throw error
          now = next
        }
      }
    },
  }
}

function readCompletion({ choices, usage }: z.infer<typeof completion>): Completion {
  const { message, finish_reason, logprobs } = choices[0]!
  const text = message.content?.trim() ? message.content : null
  return {
    text,
    isRefused: Boolean(message.refusal) || finish_reason === 'content_filter',
    isComplete: finish_reason !== 'length',
    // servers that count nothing say 0
    tokensIn: usage?.prompt_tokens || null,
    tokensOut: usage?.completion_tokens || null,
    probability: text === null ? null : probabilityOfAnswer(text, logprobs),
  }
}
