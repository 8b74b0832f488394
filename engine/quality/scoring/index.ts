export { scoreForm } from './score-form.ts'
export { compareScores, criterionAlignment } from './compare-scores.ts'
export type { ScoreComparison } from './compare-scores.ts'
export type {
  FormScore,
  QuestionScore,
  ScoringAnswer,
  ScoringForm,
  ScoringQuestion,
  ScoringSection,
  ScoringStrategy,
  SectionScore,
} from './scoring-form.ts'
