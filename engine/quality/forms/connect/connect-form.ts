import { z } from 'zod'

/**
 * The form of Amazon Connect's API (`EvaluationForm`, `CreateEvaluationForm`), as far as it is read: names as its API reference has them.
 * Unknown keys are left out, since the service adds some now and then.
 */
const text = z.string().max(20_000)
const flag = z.boolean().nullish()
const number = z.number().nullish()

const scored = {
  Score: number,
  AutomaticFail: flag,
  AutomaticFailConfiguration: z.object({ TargetSection: text.nullish() }).nullish(),
  PointsConfiguration: z.object({ PointValue: z.number(), IsBonus: flag }).nullish(),
}
const choice = z.object({ RefId: text, Text: text, ...scored })
export type ConnectChoice = z.infer<typeof choice>
const numericRange = z.object({ MinValue: z.number(), MaxValue: z.number(), ...scored })
export type ConnectRange = z.infer<typeof numericRange>
export type ConnectScored = Pick<ConnectChoice, keyof typeof scored>

const answerSource = z.object({ SourceType: text }).nullish()

const single = z.object({
  Options: z.array(choice).max(1_000),
  DisplayAs: text.nullish(),
  Automation: z
    .object({
      Options: z
        .array(
          z.object({
            RuleCategory: z.object({ Category: text, Condition: text, OptionRefId: text }).nullish(),
          }),
        )
        .max(100)
        .nullish(),
      DefaultOptionRefId: text.nullish(),
      AnswerSource: answerSource,
    })
    .nullish(),
})

const multi = z.object({
  Options: z.array(choice).max(1_000),
  DisplayAs: text.nullish(),
  Automation: z
    .object({
      Options: z
        .array(
          z.object({
            RuleCategory: z
              .object({ Category: text, Condition: text, OptionRefIds: z.array(text).max(1_000) })
              .nullish(),
          }),
        )
        .max(100)
        .nullish(),
      DefaultOptionRefIds: z.array(text).max(1_000).nullish(),
      AnswerSource: answerSource,
    })
    .nullish(),
})

const numeric = z.object({
  MinValue: z.number(),
  MaxValue: z.number(),
  Options: z.array(numericRange).max(1_000).nullish(),
  Automation: z
    .object({ PropertyValue: z.object({ Label: text }).nullish(), AnswerSource: answerSource })
    .nullish(),
})

const textual = z.object({ Automation: z.object({ AnswerSource: answerSource }).nullish() })

const expression = z.object({
  Source: z.object({ Type: text.nullish(), RefId: text.nullish() }),
  Values: z.array(z.object({ Type: text.nullish(), RefId: text.nullish() })).max(1_000),
  Comparator: text,
})
export type ConnectExpression = z.infer<typeof expression>

const condition = z.object({
  Operator: text.nullish(),
  get Operands() {
    return z.array(operand).max(100)
  },
})
const operand = z.object({
  Expression: expression.nullish(),
  get Condition() {
    return condition.nullish()
  },
})
export type ConnectCondition = z.infer<typeof condition>

const enablement = z.object({
  Action: text.nullish(),
  DefaultAction: text.nullish(),
  Condition: condition,
})
export type ConnectEnablement = z.infer<typeof enablement>

const question = z.object({
  Title: text,
  RefId: text,
  Instructions: text.nullish(),
  NotApplicableEnabled: flag,
  QuestionType: text,
  QuestionTypeProperties: z
    .object({
      SingleSelect: single.nullish(),
      MultiSelect: multi.nullish(),
      Numeric: numeric.nullish(),
      Text: textual.nullish(),
    })
    .nullish(),
  Enablement: enablement.nullish(),
  Weight: number,
  ScoringConfiguration: z
    .object({
      IsExcludedFromScoring: flag,
      PointsConfiguration: z
        .object({ MinPointValue: number, MaxPointValue: number, IsBonus: flag })
        .nullish(),
      ScoreThresholds: z.array(z.unknown()).nullish(),
    })
    .nullish(),
  // older texts of the reference name these on the question itself
  IsExcludedFromScoring: flag,
  IsBonus: flag,
  PointsConfiguration: z.object({ IsBonus: flag }).nullish(),
})
export type ConnectQuestion = z.infer<typeof question>

const section = z.object({
  Title: text,
  RefId: text,
  Instructions: text.nullish(),
  Weight: number,
  IsExcludedFromScoring: flag,
  ScoreThresholds: z.array(z.unknown()).nullish(),
  get Items() {
    return z.array(item).max(1_000).nullish()
  },
})
export type ConnectSection = z.infer<typeof section>

const item = z.object({ Section: section.nullish(), Question: question.nullish() })
export type ConnectItem = z.infer<typeof item>

export const connectForm = z.object({
  Title: text,
  Description: text.nullish(),
  EvaluationFormId: text.nullish(),
  EvaluationFormVersion: z.union([z.number(), text]).nullish(),
  Items: z.array(item).max(1_000),
  ScoringStrategy: z
    .object({ Mode: text, Status: text.nullish(), ScoreThresholds: z.array(z.unknown()).nullish() })
    .nullish(),
  AutoEvaluationConfiguration: z.object({ Enabled: flag }).nullish(),
  ReviewConfiguration: z.unknown().optional(),
  TargetConfiguration: z.unknown().optional(),
  LanguageConfiguration: z.unknown().optional(),
})
export type ConnectForm = z.infer<typeof connectForm>
