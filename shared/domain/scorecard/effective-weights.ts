import { scoreForm } from '../scoring/score-form.ts'
import { scoringFormOf } from './score-answers.ts'
import type { ScorecardDefinition } from './definition.ts'

/**
 * What share of the form's score each question decides (0..1, by question id), when those in `notApplicable` do not apply and everything else
 * is answered. Null for a question that decides nothing.
 */
export function effectiveWeights(
  definition: ScorecardDefinition,
  notApplicable: ReadonlySet<string> = new Set(),
): Map<string, number | null> {
  const form = scoringFormOf(definition)
  const { questions } = scoreForm(
    form,
    form.questions.map(({ id, bestPoints }) =>
      notApplicable.has(id)
        ? { questionId: id, state: 'not-applicable' as const }
        : { questionId: id, state: 'answered' as const, points: bestPoints },
    ),
  )
  return new Map(questions.map(({ id, effectiveWeight }) => [id, effectiveWeight]))
}
