import type { ReadableDatabase } from '../../../store/index.ts'
import { starterScorecard } from '../../rules/index.ts'
import { definitionOf } from '../../scorecards/definition-of.ts'
import { readPublished, readScorecards } from '../../scorecards/versions.store.ts'
import { readStatedQuestions } from './automated.store.ts'
import type { ScoredQuestion } from './double-scored.store.ts'
import { askedByRules, RULES_SCORER } from './scorer.ts'

/** A question of a form that the rules answer, too. */
export interface QuestionScored extends ScoredQuestion {
  /** Its row; null where nobody has answered it yet. */
  id: number | null
  form: string
  title: string
  /** What the rules call it. */
  askedKey: string
  /** Whether the form can be scored on here; else only answers to it were imported. */
  isPublished: boolean
}

/** Questions of forms one scores on here, as their newest version has them, and of forms that were imported. */
export function questionsScored(database: ReadableDatabase): QuestionScored[] {
  const starterRef = starterScorecard().id
  const stated = Map.groupBy(readStatedQuestions(database, starterRef), ({ scorecardId }) => scorecardId)
  return readScorecards(database).flatMap(({ id: scorecardId, name: form, formRef, publishedVersion }) => {
    if (formRef === starterRef) return []
    const known = stated.get(scorecardId) ?? []
    const version = publishedVersion === null ? undefined : readPublished(database, scorecardId)
    const definition = version && definitionOf(version)
    const asked: { id: string; title: string }[] =
      definition?.questions ?? known.map(({ questionKey, label }) => ({ id: questionKey, title: label }))
    return asked.flatMap(({ id: questionKey, title }) => {
      const askedKey = askedByRules({ id: questionKey, title })
      if (askedKey === undefined) return []
      const id = known.find((row) => row.questionKey === questionKey)?.id ?? null
      return [
        {
          id,
          scorecardId,
          scorerId: RULES_SCORER,
          questionKey,
          form,
          title,
          askedKey,
          isPublished: !!definition,
        },
      ]
    })
  })
}
