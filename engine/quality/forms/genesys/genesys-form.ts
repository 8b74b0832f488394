import { z } from 'zod'

/**
 * The form of Genesys Cloud's quality API (`EvaluationForm`), as far as it is read. Ids and texts may be numbers or missing in hand-made files;
 * unknown keys are left out.
 */
const text = z.string().max(20_000)
const flag = z.boolean().nullish()

const visibility = z.object({
  combiningOperation: text.nullish(),
  predicates: z.array(z.unknown()).max(1_000).nullish(),
})
export type GenesysVisibility = z.infer<typeof visibility>

const answerOption = z.object({
  id: text.nullish(),
  contextId: text.nullish(),
  text: text.nullish(),
  value: z.number().nullish(),
  builtInType: text.nullish(),
  assistanceConditions: z.array(z.unknown()).nullish(),
})
export type GenesysOption = z.infer<typeof answerOption>

const question = z.object({
  id: text.nullish(),
  contextId: text.nullish(),
  text: text.nullish(),
  helpText: text.nullish(),
  type: text.nullish(),
  naEnabled: flag,
  commentsRequired: flag,
  visibilityCondition: visibility.nullish(),
  answerOptions: z.array(answerOption).max(1_000).nullish(),
  get multipleSelectOptionQuestions() {
    return z.array(question).max(1_000).nullish()
  },
  defaultAnswer: z.object({ id: text.nullish() }).nullish(),
  defaultAnswerId: text.nullish(),
  isKill: flag,
  isCritical: flag,
})
export type GenesysQuestion = z.infer<typeof question>

const group = z.object({
  id: text.nullish(),
  contextId: text.nullish(),
  name: text.nullish(),
  type: text.nullish(),
  naEnabled: flag,
  weight: z.number().nullish(),
  manualWeight: flag,
  defaultAnswersToHighest: flag,
  defaultAnswersToNA: flag,
  defaultAnswersTo: z
    .object({ highestScore: flag, lowestScore: flag, notApplicable: flag, userDefined: flag })
    .nullish(),
  visibilityCondition: visibility.nullish(),
  questions: z.array(question).max(1_000),
})
export type GenesysGroup = z.infer<typeof group>

export const genesysForm = z.object({
  id: text.nullish(),
  contextId: text.nullish(),
  name: text,
  weightMode: text.nullish(),
  questionGroups: z.array(group).max(1_000),
  evaluationSettings: z.unknown().optional(),
  aiScoring: z.unknown().optional(),
})
export type GenesysForm = z.infer<typeof genesysForm>

/** What stays the same over all versions of a form; else the id of this one; else `otherwise`. */
export function stableId(
  { id, contextId }: { id?: string | null | undefined; contextId?: string | null | undefined },
  otherwise: string,
): string {
  return contextId?.trim() || id?.trim() || otherwise
}
