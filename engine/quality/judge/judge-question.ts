import { z } from 'zod'
import { t } from '#speech'
import { Problem } from '../../problem.ts'

/** The answer where the question's case did not arise. */
export const NOT_APPLICABLE = 'not_applicable'
/** What a model says instead of guessing. */
export const CANNOT_TELL = 'cannot_tell'

const option = z.strictObject({
  id: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1),
  guidance: z.string().nullable(),
  /**
   * What the answer has to rest on: words that were said, or the place where words are missing. `either` where both can be, as of "no":
   * something was said wrongly, or not at all.
   */
  restsOn: z.enum(['words', 'place', 'either']).default('either'),
})

const question = z.strictObject({
  id: z.string().min(1),
  text: z.string().trim().min(1),
  guidance: z.string().nullable(),
  options: z.array(option).min(2).max(100),
  mayNotApply: z.boolean(),
  /** ISO 639-1; without it the question is asked of every conversation. */
  languages: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .min(1)
    .optional(),
})

const examples = z.array(
  z.strictObject({
    /** Redacted words of another conversation. */
    quote: z.string().trim().min(1),
    /** An option's id, or `not_applicable`. */
    answer: z.string(),
    remark: z.string().nullable(),
  }),
)

/** One question with options to choose from, as a language model is asked it. */
export type JudgeQuestion = z.input<typeof question>
export type CheckedQuestion = z.output<typeof question>
/** A case reviewers have settled. */
export type SettledExample = z.infer<typeof examples>[number]

/** The question and its examples, held to what can be asked; `INVALID_INPUT` with one sentence where it cannot. */
export function checkQuestion(
  given: JudgeQuestion,
  settled: readonly SettledExample[],
): { question: CheckedQuestion; examples: SettledExample[] } {
  const parsed = question.safeParse(given)
  if (!parsed.success) {
    const part = parsed.error.issues[0]?.path.join(' ') ?? ''
    throw unaskable(
      given,
      part === '' ? t`its form is not as it has to be` : t`its ${{ part }} is not as it has to be`,
    )
  }
  const ids = parsed.data.options.map(({ id }) => id)
  if (new Set([...ids, NOT_APPLICABLE, CANNOT_TELL]).size !== ids.length + 2)
    throw unaskable(given, t`two of its answers have the same id`)
  const read = examples.safeParse(settled)
  if (!read.success) throw unaskable(given, t`one of its settled examples has no quote`)
  const known = new Set(parsed.data.mayNotApply ? [...ids, NOT_APPLICABLE] : ids)
  const other = read.data.find(({ answer }) => !known.has(answer))
  if (other !== undefined)
    throw unaskable(
      given,
      t`a settled example is answered "${{ answer: other.answer }}", which is none of its answers`,
    )
  return { question: parsed.data, examples: read.data }
}

function unaskable({ text }: JudgeQuestion, why: string): Problem {
  return new Problem('INVALID_INPUT', t`"${{ text }}" cannot be put to a language model: ${{ why }}.`)
}
