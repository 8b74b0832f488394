import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import type { Notes } from '../notes.ts'
import type { ToScore } from './connect-scores.ts'

/** What the questions of one form share when they are written. */
export interface ConnectWriting {
  notes: Notes
  isByPoints: boolean
  /** Shares of the form in percent; null where the form is not weighed by question. */
  weightOf: (question: ScorecardQuestion) => number | null
  scoresOf: (question: ScorecardQuestion) => ToScore
  idOf: (id: string) => string
  optionIdOf: (questionId: string, optionId: string) => string
  fit: (text: string, most: number) => string
}
