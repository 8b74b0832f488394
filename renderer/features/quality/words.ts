import { t } from '@lingui/core/macro'
import type { Selection } from '../../../shared/contract/reviews.ts'
import { perCent } from '../../../shared/domain/format.ts'
import type { QuestionType, ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'

/** How a conversation came to be reviewed, in a word or two. */
export const selectionWords: Record<Selection, string> = {
  random: t`Random`,
  risk: t`Signs of trouble`,
  settle: t`To settle a ranking`,
  requested: t`Asked for`,
  calibration: t`Calibration`,
  audit: t`Blind audit`,
}

/** What a question is answered with. */
export const typeWords: Record<QuestionType, string> = {
  'yes-no': t`Yes or no`,
  single: t`One of several`,
  multiple: t`Any of several`,
  numeric: t`A number in ranges`,
  points: t`Points`,
  text: t`Words`,
}

/** How a form turns answers into a score. */
export const strategyWords: Record<ScorecardDefinition['strategy'], string> = {
  'question-weighted': t`Weight by question`,
  'section-weighted': t`Weight by section`,
  points: t`Points`,
  'weighted-groups': t`Points, weighted by group`,
}

/** What each way of scoring does, in a sentence. */
export const strategySentences: Record<ScorecardDefinition['strategy'], string> = {
  'question-weighted': t`Every question has its share; what does not apply leaves its share to the others, in proportion.`,
  'section-weighted': t`Every section has its share, split evenly between the questions that apply in it.`,
  points: t`All points reached over all points that could be reached.`,
  'weighted-groups': t`Points times the weight of their group: a group with more points weighs more than its weight says.`,
}

/** A score of 0..1 in per cent to one decimal, as the desk shows it while a form is filled in. */
export function percent(score0to1: number): string {
  return perCent(score0to1, Number.isInteger(Math.round(score0to1 * 1000) / 10) ? 0 : 1)
}
