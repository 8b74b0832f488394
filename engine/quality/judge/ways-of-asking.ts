import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions'
import type { ModelServerProblem } from '../../model-servers/index.ts'
import type { CompletionSettings } from './language-model.ts'
import type { Prompt } from './prompt.ts'

/** How a server takes a request; servers differ in what they know of the protocol. */
export interface Way {
  /** The form of structured output. The prompt says it in words, too, and zod has the last one. */
  format: 'json_schema' | 'json_object' | 'text'
  limit: 'max_tokens' | 'max_completion_tokens'
  /** Whether words' probabilities may be asked for. */
  hasProbabilities: boolean
}

export const usualWay: Way = { format: 'json_schema', limit: 'max_tokens', hasProbabilities: true }

const nextFormat = { json_schema: 'json_object', json_object: 'text', text: null } as const

/**
 * The way to ask after a server has refused one; null where another way would not help. What it says is taken at its word. Where it says
 * nothing known, it is the form of the answer that it does not take.
 */
export function nextWay(way: Way, { status, reason }: ModelServerProblem): Way | null {
  if (status !== 400 && status !== 422) return null
  const said = reason ?? ''
  if (/max_completion_tokens/.test(said))
    return way.limit === 'max_tokens' ? { ...way, limit: 'max_completion_tokens' } : null
  if (/logprob/i.test(said)) return way.hasProbabilities ? { ...way, hasProbabilities: false } : null
  if (isTooLong(said) || isFiltered(said) || /\b(temperature|seed)\b/i.test(said)) return null
  const format = nextFormat[way.format]
  return format === null ? null : { ...way, format }
}

/** Whether a server's sentence says that the prompt does not fit into the model's context. */
export function isTooLong(reason: string): boolean {
  return /context.{0,20}(length|size|window)|maximum context|(prompt|input|request).{0,30}too (long|large)|exceed.{0,40}(context|tokens)/i.test(
    reason,
  )
}

/** Whether it says that it will have nothing to do with what was written. */
export function isFiltered(reason: string): boolean {
  return /content.{0,3}(filter|policy|management)|safety system/i.test(reason)
}

/** The request, asked in this way. */
export function requestBody(
  model: string,
  { messages, schema }: Prompt,
  { seed, maxTokens, readsProbabilities }: CompletionSettings,
  { format, limit, hasProbabilities }: Way,
): ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages,
    temperature: 0,
    seed,
    [limit]: maxTokens,
    ...(readsProbabilities && hasProbabilities && { logprobs: true }),
    ...(format === 'json_schema' && {
      response_format: { type: format, json_schema: { name: 'scorecard_answer', strict: true, schema } },
    }),
    ...(format === 'json_object' && { response_format: { type: format } }),
  }
}
