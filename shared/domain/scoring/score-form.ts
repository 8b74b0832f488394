import { lineOf, rawWeights } from './raw-weights.ts'
import {
  LEAST_POINTS,
  type FormScore,
  type ScoringAnswer,
  type ScoringForm,
  type ScoringQuestion,
} from './scoring-form.ts'

type Answered = Extract<ScoringAnswer, { state: 'answered' }>
type Counted = { question: ScoringQuestion; score0to1: number; weight: number }

/**
 * The score of an answered form. What is not applicable, unanswered or not scored leaves both what is reached and what can be
 * reached; where nothing is left there is no score (null), never 0. A fatal answer zeroes the form or its section, whose
 * weight stays, and the score before it is kept beside. Semantics of the four strategies: `rawWeights`; the vendors' worked
 * examples are the tests. Throws an Error where a question stands in no section of the form.
 */
export function scoreForm(form: ScoringForm, answers: readonly ScoringAnswer[]): FormScore {
  const sections = new Map(form.sections.map((section) => [section.id, section]))
  const answered = new Map(
    answers.flatMap((answer) => (answer.state === 'answered' ? [[answer.questionId, answer] as const] : [])),
  )
  const counting = form.questions.filter((question) => isCounting(question, answered.get(question.id)))
  const raw = rawWeights(form, counting)
  const reachable = counting
    .filter((question) => question.isBonus !== true)
    .reduce((sum, question) => sum + raw.get(question.id)!, 0)
  const counted = new Map<string, Counted>(
    counting.map((question) => [
      question.id,
      {
        question,
        score0to1: answered.get(question.id)!.points! / question.bestPoints,
        weight: reachable === 0 ? 0 : raw.get(question.id)! / reachable,
      },
    ]),
  )
  const lines = new Map(
    form.sections.map((section) => [section.id, lineOf(section, sections).map(({ id }) => id)]),
  )
  const fatal = fatalities(form, answered, lines)
  const list = [...counted.values()]
  const isZeroed = (one: Counted) => lines.get(one.question.sectionId)!.some((id) => fatal.sections.has(id))
  const before = reachable === 0 ? null : weighted(list, () => false)
  const after = reachable === 0 ? null : weighted(list, isZeroed)
  const uncapped = fatal.isForm ? 0 : after
  return {
    score0to1: capped(uncapped),
    scoreBeforeFatal0to1: capped(before),
    scoreUncapped: uncapped,
    criticalScore0to1: criticalScore(list),
    hasFatal: fatal.questions.size > 0,
    sections: form.sections.map(({ id }) => {
      const own = list.filter((one) => lines.get(one.question.sectionId)!.includes(id))
      const effectiveWeight = own.reduce(
        (sum, one) => sum + (one.question.isBonus === true ? 0 : one.weight),
        0,
      )
      const score = (zeroed: (one: Counted) => boolean) =>
        effectiveWeight === 0 ? null : weighted(own, zeroed) / effectiveWeight
      const isOwnZero = lines.get(id)!.some((above) => fatal.sections.has(above))
      return {
        id,
        score0to1: isOwnZero ? 0 : capped(score(isZeroed)),
        scoreBeforeFatal0to1: capped(score(() => false)),
        effectiveWeight,
        hasFatal: fatal.flagged.has(id),
      }
    }),
    questions: form.questions.map(({ id }) => ({
      id,
      score0to1: counted.get(id)?.score0to1 ?? null,
      effectiveWeight: reachable === 0 ? null : (counted.get(id)?.weight ?? null),
      isFatal: fatal.questions.has(id),
    })),
  }
}

function isCounting(question: ScoringQuestion, answer: Answered | undefined): boolean {
  return (
    answer !== undefined &&
    answer.points !== null &&
    question.isExcluded !== true &&
    question.bestPoints >= LEAST_POINTS
  )
}

function weighted(list: readonly Counted[], isZeroed: (one: Counted) => boolean): number {
  return list.reduce((sum, one) => sum + (isZeroed(one) ? 0 : one.weight * one.score0to1), 0)
}

/** Points can be negative and a bonus can lift over what can be reached; what vendors do then is not documented. */
function capped(score: number | null): number | null {
  return score === null ? null : Math.max(0, Math.min(1, score))
}

function criticalScore(list: readonly Counted[]): number | null {
  const critical = list.filter((one) => one.question.isCritical === true && one.question.isBonus !== true)
  const possible = critical.reduce((sum, one) => sum + one.question.bestPoints, 0)
  if (possible === 0) return null
  return capped(critical.reduce((sum, one) => sum + one.score0to1 * one.question.bestPoints, 0) / possible)
}

/** What fatal answers zero, and every section that has one in it or below it (as Amazon Connect sets its flag). */
function fatalities(
  form: ScoringForm,
  answered: ReadonlyMap<string, Answered>,
  lines: ReadonlyMap<string, readonly string[]>,
): { isForm: boolean; sections: Set<string>; flagged: Set<string>; questions: Set<string> } {
  const result = {
    isForm: false,
    sections: new Set<string>(),
    flagged: new Set<string>(),
    questions: new Set<string>(),
  }
  for (const question of form.questions) {
    const fatal = answered.get(question.id)?.fatal
    if (fatal === undefined) continue
    result.questions.add(question.id)
    for (const id of lines.get(question.sectionId) ?? []) result.flagged.add(id)
    for (const one of [fatal].flat())
      if (one.target === 'form') result.isForm = true
      else {
        result.sections.add(one.sectionId)
        for (const id of lines.get(one.sectionId) ?? []) result.flagged.add(id)
      }
  }
  return result
}
