import type { Selection } from '../../../shared/contract/reviews.ts'
import type { QuestionType, ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'

/** How a conversation came to be reviewed, in a word or two. */
export const selectionWords: Record<Selection, string> = {
  random: 'Random',
  risk: 'Signs of trouble',
  settle: 'To settle a ranking',
  requested: 'Asked for',
  calibration: 'Calibration',
  audit: 'Blind audit',
}

/** What a question is answered with. */
export const typeWords: Record<QuestionType, string> = {
  'yes-no': 'Yes or no',
  single: 'One of several',
  multiple: 'Any of several',
  numeric: 'A number in ranges',
  points: 'Points',
  text: 'Words',
}

/** How a form turns answers into a score. */
export const strategyWords: Record<ScorecardDefinition['strategy'], string> = {
  'question-weighted': 'Weight by question',
  'section-weighted': 'Weight by section',
  points: 'Points',
  'weighted-groups': 'Points, weighted by group',
}

/** What each way of scoring does, in a sentence. */
export const strategySentences: Record<ScorecardDefinition['strategy'], string> = {
  'question-weighted':
    'Every question has its share; what does not apply leaves its share to the others, in proportion.',
  'section-weighted': 'Every section has its share, split evenly between the questions that apply in it.',
  points: 'All points reached over all points that could be reached.',
  'weighted-groups':
    'Points times the weight of their group: a group with more points weighs more than its weight says.',
}

/** A score of 0..1 in per cent to one decimal, as the desk shows it while a form is filled in. */
export function percent(score0to1: number): string {
  return `${Math.round(score0to1 * 1000) / 10}%`
}
