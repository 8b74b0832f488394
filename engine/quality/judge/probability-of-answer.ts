import { z } from 'zod'

const probabilities = z.object({
  content: z.array(z.object({ token: z.string(), logprob: z.number() })),
})

/**
 * The model's own probability of the answer in its text: the product over the tokens that hold the value of `"answer"`. Null where the
 * server gave none, or its tokens do not make up the text.
 */
export function probabilityOfAnswer(text: string, logprobs: unknown): number | null {
  const parsed = probabilities.safeParse(logprobs)
  if (!parsed.success) return null
  const { content } = parsed.data
  if (content.map(({ token }) => token).join('') !== text) return null
  const value = [...text.matchAll(/"answer"\s*:\s*"([^"\\]+)"/dg)].at(-1)?.indices?.[1]
  if (value === undefined) return null
  let at = 0
  let sum = 0
  for (const { token, logprob } of content) {
    if (at < value[1] && at + token.length > value[0]) sum += logprob
    at += token.length
  }
  return Math.min(1, Math.exp(sum))
}
