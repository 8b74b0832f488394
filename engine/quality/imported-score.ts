import type { ScorecardDefinition } from '../../shared/domain/scorecard/definition.ts'
import { scoreAnswers } from '../../shared/domain/scorecard/score-answers.ts'
import { scoreForm } from '../../shared/domain/scoring/score-form.ts'
import type { ScoringForm } from '../../shared/domain/scoring/scoring-form.ts'
import { answersOfImported } from './forms/index.ts'

/** One answer of an imported evaluation, as far as its score goes. */
export interface ImportedAnswer {
  questionId: number
  score0to1: number | null
  points: number | null
  maxPoints: number | null
  weight: number | null
  hasFailedCritical: boolean
  stableKey: string
  label: string
  value: string | null
  isNotApplicable: number
}

/** An imported evaluation recomputed; both null where its weights are not known. All 0..1. */
export interface RecomputedScore {
  strategy: 'question-weighted' | 'points' | 'unknown'
  score0to1: number | null
  scoreBeforeFail0to1: number | null
}

const ROUNDING = 0.005

/** The strategy an export lets one recompute: by the weights it carries, by its points, or not at all. */
function strategyOf(scored: Parameters<typeof recomputeScore>[0]): RecomputedScore['strategy'] {
  if (scored.length === 0) return 'unknown'
  if (scored.every((answer) => answer.weight !== null)) return 'question-weighted'
  if (scored.every((answer) => answer.points !== null && answer.maxPoints !== null && answer.maxPoints > 0))
    return 'points'
  return 'unknown'
}

/**
 * Recomputes the score of an imported evaluation from its answers (`scoreForm`). An export that carries neither weights nor points
 * cannot be recomputed: then there is only the vendor's score, or, where it gives none either, the plain mean of the answers. A failed
 * critical answer zeroes the form unless the vendor's own score shows that this form does not do so.
 */
export function recomputeScore(
  answers: readonly Pick<
    ImportedAnswer,
    'questionId' | 'score0to1' | 'points' | 'maxPoints' | 'weight' | 'hasFailedCritical'
  >[],
  vendorScore0to1: number | null,
): RecomputedScore {
  const scored = answers.filter((answer) => answer.score0to1 !== null)
  const strategy = strategyOf(scored)
  if (strategy === 'unknown' && (vendorScore0to1 !== null || scored.length === 0))
    return { strategy, score0to1: null, scoreBeforeFail0to1: null }
  const form: ScoringForm = {
    strategy: strategy === 'points' ? 'points' : 'question-weighted',
    sections: [{ id: 'form' }],
    questions: scored.map((answer) => ({
      id: String(answer.questionId),
      sectionId: 'form',
      weight: answer.weight ?? 1,
      bestPoints: strategy === 'points' ? answer.maxPoints! : 1,
    })),
  }
  const result = scoreForm(
    form,
    scored.map((answer) => ({
      questionId: String(answer.questionId),
      state: 'answered' as const,
      points: strategy === 'points' ? answer.points : answer.score0to1,
      ...(answer.hasFailedCritical && { fatal: { target: 'form' as const } }),
    })),
  )
  const before = result.scoreBeforeFatal0to1
  const keepsScore =
    vendorScore0to1 !== null && before !== null && Math.abs(vendorScore0to1 - before) <= ROUNDING
  return {
    strategy,
    score0to1: keepsScore ? before : result.score0to1,
    scoreBeforeFail0to1: result.hasFatal ? before : null,
  }
}

/**
 * The score of imported answers on the form they were given on, where that is written down (`scoreAnswers`). Undefined where an answer that
 * scored is none the form knows: a part of a form proves nothing of its score.
 */
export function scoreOnForm(
  definition: ScorecardDefinition,
  answers: readonly ImportedAnswer[],
): Omit<RecomputedScore, 'strategy'> | undefined {
  const onForm = (own: readonly ImportedAnswer[]) =>
    answersOfImported(
      definition,
      own.map(({ isNotApplicable, ...answer }) => ({ ...answer, isNotApplicable: isNotApplicable === 1 })),
    )
  const scoring = answers.filter(
    ({ score0to1, isNotApplicable }) => score0to1 !== null || isNotApplicable === 1,
  )
  if (onForm(scoring).length < scoring.length) return undefined
  const result = scoreAnswers(definition, onForm(answers))
  return {
    score0to1: result.score0to1,
    scoreBeforeFail0to1: result.hasFatal ? result.scoreBeforeFatal0to1 : null,
  }
}
