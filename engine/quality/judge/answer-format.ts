import { z } from 'zod'

/** What a model has to send: the evidence first, so that the answer follows from it. */
const modelAnswer = z.object({
  evidence: z.enum(['words', 'place', 'none']),
  quotes: z.array(z.object({ segment: z.number().int(), quote: z.string() })).max(20),
  looked_at: z.array(z.number().int()).max(200),
  speaks_to_reader: z.array(z.number().int()).max(200).default([]),
  reason: z.string().trim().max(1000),
  answer: z.string(),
})
export type ModelAnswer = z.infer<typeof modelAnswer>

/** The same as a JSON schema, with the answers there are. */
export function answerSchema(answers: readonly string[]): Record<string, unknown> {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['evidence', 'quotes', 'looked_at', 'speaks_to_reader', 'reason', 'answer'],
    properties: {
      evidence: { type: 'string', enum: ['words', 'place', 'none'] },
      quotes: {
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['segment', 'quote'],
          properties: { segment: { type: 'integer' }, quote: { type: 'string' } },
        },
      },
      looked_at: { type: 'array', items: { type: 'integer' } },
      speaks_to_reader: { type: 'array', items: { type: 'integer' } },
      reason: { type: 'string' },
      answer: { type: 'string', enum: [...answers] },
    },
  }
}

/** Reads what a model wrote: one JSON object, also behind its thoughts or in a code fence. Null for anything else; nothing is mended. */
export function readModelAnswer(text: string): ModelAnswer | null {
  const thought = text.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim()
  const plain = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/.exec(thought)?.[1] ?? thought
  try {
    const parsed = modelAnswer.safeParse(JSON.parse(plain))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
