import { z } from 'zod'

/** Ids are kept over all versions of a form: they are what makes a question the same question. */
const id = z.string().trim().min(1).max(200)
const words = (most: number) => z.string().trim().max(most)

/** What an answer zeroes: nothing, the whole form, or one section by its id. */
const fatal = z.discriminatedUnion('target', [
  z.strictObject({ target: z.literal('form') }),
  z.strictObject({ target: z.literal('section'), sectionId: id }),
])
export type Fatal = z.infer<typeof fatal>

const option = z.strictObject({
  id,
  label: words(300).min(1),
  /** In the question's own points; the best of them is what can be reached. */
  points: z.number().min(-1_000).max(1_000),
  /** When to choose it, with an example. */
  guidance: words(3_000).default(''),
  fatal: fatal.nullable().default(null),
})
export type AnswerOption = z.infer<typeof option>

const range = z.strictObject({
  /** Both ends included. */
  from: z.number(),
  to: z.number(),
  points: z.number().min(-1_000).max(1_000),
  fatal: fatal.nullable().default(null),
})

/** How a question is answered. */
export const questionTypes = ['yes-no', 'single', 'multiple', 'numeric', 'points', 'text'] as const
export type QuestionType = (typeof questionTypes)[number]

/**
 * When a question is asked: where all (or any) of these hold for answers given above it. `in`: one of the options is chosen; `not-in`: none
 * of them; `all-in`: all of them; `exactly`: these and no others. A question above that is not answered or does not apply meets none but `not-in`.
 */
const condition = z.strictObject({
  match: z.enum(['all', 'any']),
  rules: z
    .array(
      z.strictObject({
        questionId: id,
        is: z.enum(['in', 'not-in', 'all-in', 'exactly']),
        optionIds: z.array(id).min(1),
      }),
    )
    .min(1),
})
export type QuestionCondition = z.infer<typeof condition>

/**
 * How the tool a form came from answers a question by itself. Debrief shows it and gives it back on export; it never acts on it.
 * Amazon Connect: a measure of the contact (`CUSTOMER_HOLD_TIME`), rule categories of Contact Lens tried in order, or a language model.
 */
const automation = z.strictObject({
  source: z.enum(['contact-data', 'language-model']).nullable().default(null),
  measure: words(100).nullable().default(null),
  categories: z
    .array(
      z.strictObject({ category: words(200).min(1), isPresent: z.boolean(), optionIds: z.array(id).min(1) }),
    )
    .max(100)
    .default([]),
  /** What it answers where no category decides. */
  otherwiseOptionIds: z.array(id).max(100).default([]),
})
export type QuestionAutomation = z.infer<typeof automation>

const question = z.strictObject({
  id,
  sectionId: id,
  title: words(500).min(1),
  guidance: words(3_000).default(''),
  type: z.enum(questionTypes),
  /** Share of the form, by question; only proportions matter. Used by `question-weighted`. */
  weight: z.number().min(0).max(100_000).nullable().default(null),
  /** Adds on top, never to what can be reached. */
  isBonus: z.boolean().default(false),
  /** Enters the separate score over critical questions. */
  isCritical: z.boolean().default(false),
  /** Asked but not scored. */
  isExcluded: z.boolean().default(false),
  allowsNotApplicable: z.boolean().default(true),
  options: z.array(option).max(100).default([]),
  /** Of `numeric` questions. */
  ranges: z.array(range).max(100).default([]),
  /** Of `points` questions: what can be given at least and at most. */
  leastPoints: z.number().min(-1_000).max(1_000).default(0),
  mostPoints: z.number().min(-1_000).max(1_000).default(0),
  /** Stands when the form is opened; an answer left at it is recorded as untouched. */
  defaultOptionId: id.nullable().default(null),
  condition: condition.nullable().default(null),
  /** What may lie behind a poor answer, to choose from. */
  rootCauses: z.array(words(200).min(1)).max(50).default([]),
  /** Missing for a question that only people answer. */
  automation: automation.optional(),
})
/** One question of a form. */
export const scorecardQuestion = question
export type ScorecardQuestion = z.infer<typeof question>

const section = z.strictObject({
  id,
  title: words(300).min(1),
  instructions: words(3_000).default(''),
  /** Share of the form (`section-weighted`) or factor on its points (`weighted-groups`). */
  weight: z.number().min(0).max(100_000).nullable().default(null),
  /** The section it is part of; two levels at most. */
  parentId: id.nullable().default(null),
})
export type ScorecardSection = z.infer<typeof section>

/** How a form turns answers into a score, as vendors document it. */
export const scoringStrategies = [
  'question-weighted',
  'section-weighted',
  'points',
  'weighted-groups',
] as const

/** A form as it is written down: what one version of a scorecard is. Sections and questions are in the order they are asked. */
export const scorecardDefinition = z.strictObject({
  title: words(200).min(1),
  description: words(3_000).default(''),
  strategy: z.enum(scoringStrategies),
  sections: z.array(section).max(100),
  questions: z.array(question).max(500),
})
export type ScorecardDefinition = z.infer<typeof scorecardDefinition>

/** The options a question is answered with; yes/no questions that state none have the plain two. */
export function optionsOf(question: Pick<ScorecardQuestion, 'type' | 'options'>): readonly AnswerOption[] {
  if (question.type !== 'yes-no' || question.options.length > 0) return question.options
  return plainYesNo
}

const plainYesNo: readonly AnswerOption[] = [
  { id: 'yes', label: 'Yes', points: 1, guidance: '', fatal: null },
  { id: 'no', label: 'No', points: 0, guidance: '', fatal: null },
]

/** Whether a question has points at all. */
export function isScored(question: Pick<ScorecardQuestion, 'type' | 'isExcluded'>): boolean {
  return question.type !== 'text' && !question.isExcluded
}
