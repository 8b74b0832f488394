import { t } from '#speech'
import {
  optionsOf,
  type Fatal,
  type QuestionAutomation,
  type ScorecardQuestion,
} from '../../../../shared/domain/scorecard/definition.ts'
import type { ConnectQuestion, ConnectScored } from './connect-form.ts'
import type { ConnectWriting } from './connect-writing.ts'
import { noteLost } from './note-lost.ts'
import { enablementOf } from './write-enablement.ts'

type Written = Omit<ConnectQuestion, 'IsExcludedFromScoring' | 'IsBonus' | 'PointsConfiguration'>
type Typed = Pick<Written, 'QuestionType' | 'QuestionTypeProperties'>

/** A question as Amazon Connect's API takes it. */
export function writeConnectQuestion(question: ScorecardQuestion, writing: ConnectWriting): Written {
  const { fit, idOf, notes } = writing
  noteLost(question, notes)
  const weight = writing.weightOf(question)
  const scoring = {
    ...(question.isExcluded && { IsExcludedFromScoring: true }),
    ...(question.isBonus && { PointsConfiguration: { IsBonus: true } }),
  }
  return {
    Title: fit(question.title, 128),
    RefId: idOf(question.id),
    ...(question.guidance !== '' && { Instructions: fit(question.guidance, 1_024) }),
    NotApplicableEnabled: question.allowsNotApplicable,
    ...typed(question, writing),
    ...(question.condition !== null && { Enablement: enablementOf(question.condition, writing) }),
    ...(weight !== null && { Weight: weight }),
    ...(Object.keys(scoring).length > 0 && { ScoringConfiguration: scoring }),
  }
}

function typed(question: ScorecardQuestion, writing: ConnectWriting): Typed {
  const { automation } = question
  const source = sourceOf(automation)
  switch (question.type) {
    case 'text':
      return {
        QuestionType: 'TEXT',
        ...(source && { QuestionTypeProperties: { Text: { Automation: source } } }),
      }
    case 'yes-no':
    case 'single': {
      const Options = choicesOf(question, writing)
      const Automation = automation && {
        ...(automation.categories.length > 0 && {
          Options: automation.categories.map(({ category, isPresent, optionIds }) => ({
            RuleCategory: {
              Category: category,
              Condition: isPresent ? 'PRESENT' : 'NOT_PRESENT',
              OptionRefId: writing.optionIdOf(question.id, optionIds[0]!),
            },
          })),
        }),
        ...(automation.otherwiseOptionIds[0] !== undefined && {
          DefaultOptionRefId: writing.optionIdOf(question.id, automation.otherwiseOptionIds[0]),
        }),
        ...source,
      }
      return {
        QuestionType: 'SINGLESELECT',
        QuestionTypeProperties: { SingleSelect: { Options, ...(Automation && { Automation }) } },
      }
    }
    case 'multiple': {
      const Options = choicesOf(question, writing)
      const optionIds = (ids: readonly string[]) => ids.map((id) => writing.optionIdOf(question.id, id))
      const Automation = automation && {
        ...(automation.categories.length > 0 && {
          Options: automation.categories.map((one) => ({
            RuleCategory: {
              Category: one.category,
              Condition: one.isPresent ? 'PRESENT' : 'NOT_PRESENT',
              OptionRefIds: optionIds(one.optionIds),
            },
          })),
        }),
        ...(automation.otherwiseOptionIds.length > 0 && {
          DefaultOptionRefIds: optionIds(automation.otherwiseOptionIds),
        }),
        ...source,
      }
      return {
        QuestionType: 'MULTISELECT',
        QuestionTypeProperties: { MultiSelect: { Options, ...(Automation && { Automation }) } },
      }
    }
    case 'numeric':
    case 'points':
      return numeric(question, writing)
  }
}

function choicesOf(question: ScorecardQuestion, writing: ConnectWriting) {
  const toScore = writing.scoresOf(question)
  return optionsOf(question).map((option) => ({
    RefId: writing.optionIdOf(question.id, option.id),
    Text: writing.fit(option.label, 128),
    ...scoredAnswer(toScore(option.points), option.fatal, writing),
  }))
}

/** Ranges as they are; points to give become a number with a range for each of them, or for a hundred steps of them. */
function numeric(question: ScorecardQuestion, writing: ConnectWriting): Typed {
  const toScore = writing.scoresOf(question)
  const { leastPoints, mostPoints, automation } = question
  if (question.type === 'points') writing.notes.about(question.title, notePoints)
  const step = Math.max(1, Math.ceil((mostPoints - leastPoints) / 100))
  const ranges =
    question.type === 'numeric'
      ? question.ranges
      : Array.from({ length: Math.floor((mostPoints - leastPoints) / step) + 1 }, (_, at) => {
          const from = Math.round(leastPoints) + at * step
          return { from, to: Math.min(from + step - 1, Math.round(mostPoints)), points: from, fatal: null }
        })
  const whole = (number: number) => {
    if (!Number.isInteger(number)) writing.notes.about(question.title, noteWhole)
    return Math.round(number)
  }
  // a draft may have none yet
  const [least, most] =
    ranges.length === 0
      ? [0, 100]
      : [Math.min(...ranges.map(({ from }) => from)), Math.max(...ranges.map(({ to }) => to))]
  if (ranges.length === 0) writing.notes.about(question.title, noteNoRanges)
  const source = sourceOf(automation)
  const Automation = automation?.measure ? { PropertyValue: { Label: automation.measure } } : source
  return {
    QuestionType: 'NUMERIC',
    QuestionTypeProperties: {
      Numeric: {
        MinValue: whole(least),
        MaxValue: whole(most),
        Options: ranges.map(({ from, to, points, fatal }) => ({
          MinValue: whole(from),
          MaxValue: whole(to),
          ...scoredAnswer(toScore(points), fatal, writing),
        })),
        ...(Automation && { Automation }),
      },
    },
  }
}

function scoredAnswer(
  score: number,
  fatal: Fatal | null,
  { isByPoints, idOf }: ConnectWriting,
): ConnectScored {
  return {
    ...(isByPoints ? { PointsConfiguration: { PointValue: score } } : { Score: score }),
    ...(fatal !== null && { AutomaticFail: true }),
    ...(fatal?.target === 'section' && {
      AutomaticFailConfiguration: { TargetSection: idOf(fatal.sectionId) },
    }),
  }
}

function sourceOf(automation: QuestionAutomation | undefined) {
  if (!automation?.source) return undefined
  return {
    AnswerSource: { SourceType: automation.source === 'language-model' ? 'GEN_AI' : 'CONTACT_LENS_DATA' },
  }
}

const notePoints = (names: string) =>
  t`Points to give became a number with a range for each of them: ${{ names }}.`
const noteNoRanges = (names: string) =>
  t`It has no ranges yet, so any number from 0 to 100 is taken: ${{ names }}.`
const noteWhole = (names: string) => t`Ranges were rounded to whole numbers: ${{ names }}.`
