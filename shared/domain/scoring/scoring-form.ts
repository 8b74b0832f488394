/** A question whose best answer gives less can reach nothing: shares of it would be beyond what numbers hold. */
export const LEAST_POINTS = 1e-6

/** How a form turns answers into a score; documented by vendors, see `scoreForm`. */
export type ScoringStrategy = 'question-weighted' | 'section-weighted' | 'points' | 'weighted-groups'

export type ScoringSection = {
  id: string
  /** `section-weighted`: share of the form; `weighted-groups`: factor on its points, 1 where missing. */
  weight?: number
  /** The section it is part of. */
  parentId?: string
}

export type ScoringQuestion = {
  id: string
  sectionId: string
  /** `question-weighted`: share of the form. */
  weight?: number
  /** Points of the best answer; an answer's score is its points divided by these. */
  bestPoints: number
  /** Adds on top, never to what can be reached. */
  isBonus?: boolean
  /** Asked but not scored; a fatal answer to it still counts. */
  isExcluded?: boolean
  /** Enters the score over critical questions as well. */
  isCritical?: boolean
}

export type ScoringForm = {
  strategy: ScoringStrategy
  sections: readonly ScoringSection[]
  questions: readonly ScoringQuestion[]
}

type FatalTarget = { target: 'form' } | { target: 'section'; sectionId: string }

/** A question without an answer in the list is unanswered and scored like a not applicable one. */
export type ScoringAnswer =
  | { questionId: string; state: 'not-applicable' }
  | {
      questionId: string
      state: 'answered'
      /** Null for an answer that has no points (free text). */
      points: number | null
      /** What this answer zeroes, if anything: the form, or sections by their ids. */
      fatal?: FatalTarget | readonly FatalTarget[]
    }

export type QuestionScore = {
  id: string
  /** Points over best points; null where not applicable, unanswered or not scored. */
  score0to1: number | null
  /** Share of the form's score it decides here, after what does not apply has left; null where it decides nothing. */
  effectiveWeight: number | null
  isFatal: boolean
}

export type SectionScore = {
  id: string
  score0to1: number | null
  scoreBeforeFatal0to1: number | null
  effectiveWeight: number
  /** A fatal answer stands in it or below it. */
  hasFatal: boolean
}

export type FormScore = {
  /** 0..1; null where nothing applies, never 0 for that. */
  score0to1: number | null
  /** Without the effect of fatal answers. */
  scoreBeforeFatal0to1: number | null
  /** More than 1 where a bonus lifts it over what can be reached. */
  scoreUncapped: number | null
  /** Over the critical questions alone, by points. */
  criticalScore0to1: number | null
  hasFatal: boolean
  sections: SectionScore[]
  questions: QuestionScore[]
}
