import type {
  ScorecardDefinition,
  ScorecardQuestion,
} from '../../../../shared/domain/scorecard/definition.ts'
import { t } from '#speech'
import { optionsOf } from '../../../../shared/domain/scorecard/definition.ts'
import type { Notes } from '../notes.ts'

/** Points of one question's answers as Amazon Connect takes them: whole numbers, 0 to 10 as scores, 0 to 100 as points. */
export type ToScore = (points: number) => number

/** Whether the form is written with points rather than scores. */
export function isWrittenByPoints({ strategy }: Pick<ScorecardDefinition, 'strategy'>): boolean {
  return strategy === 'points' || strategy === 'weighted-groups'
}

/** Points below this are none: stretched to the full they would be no number any more. */
const TINY = 1e-9

/** All points a question's answers give. */
export function pointsIn(question: ScorecardQuestion): number[] {
  return [
    ...optionsOf(question).map(({ points }) => points),
    ...question.ranges.map(({ points }) => points),
    ...(question.type === 'points' ? [question.mostPoints, question.leastPoints] : []),
  ]
}

/**
 * As scores: of a form by weights only the share of the best answer counts, and Amazon Connect does not say whether that is the best or 10. With
 * the best at 10 both are the same, so scores of one choice are stretched to it; several choices keep theirs where these fit.
 */
export function scoresOf(question: ScorecardQuestion, notes: Notes): ToScore {
  const points = pointsIn(question)
  const best = Math.max(0, ...points)
  const fits = points.every((one) => one >= 0 && one <= 10 && Number.isInteger(one))
  if (best < TINY || (fits && (best === 10 || question.type === 'multiple')))
    return rounding(question, 1, 10, notes)
  notes.add(t`Amazon Connect scores answers from 0 to 10, so the best answer to each question became a 10.`)
  return rounding(question, 10 / best, 10, notes)
}

/**
 * As points, all questions stretched by one factor so that they fit. Weights of groups are multiplied into the points of their questions, which
 * gives the same score.
 */
export function pointsOf(
  definition: ScorecardDefinition,
  weightOf: (question: ScorecardQuestion) => number,
  notes: Notes,
): (question: ScorecardQuestion) => ToScore {
  const all = definition.questions.flatMap((question) =>
    pointsIn(question).map((one) => one * weightOf(question)),
  )
  const most = Math.max(0, ...all)
  const fits = all.every((one) => one <= 100 && Number.isInteger(one))
  if (definition.strategy === 'weighted-groups')
    notes.add(
      t`Amazon Connect has no groups that weigh points, so their weights are part of the points; the score is the same.`,
    )
  if (!fits)
    notes.add(t`Amazon Connect gives whole points from 0 to 100, so all points were stretched alike to fit.`)
  const factor = fits || most < TINY ? 1 : 100 / most
  return (question) => rounding(question, weightOf(question) * factor, 100, notes)
}

function rounding(question: ScorecardQuestion, factor: number, most: number, notes: Notes): ToScore {
  return (points) => {
    const exact = points * factor
    const whole = Math.max(0, Math.min(most, Math.round(exact)))
    if (exact < 0) notes.about(question.title, noteNegative)
    else if (Math.abs(whole - exact) > 1e-9) notes.about(question.title, noteRounded)
    return whole
  }
}

const noteNegative = (names: string) =>
  t`Amazon Connect takes no negative points; they became 0: ${{ names }}.`
const noteRounded = (names: string) => t`Points were rounded, so scores may differ a little: ${{ names }}.`
