import type { ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import type { ReadableDatabase } from '../../../store/index.ts'
import { readActiveRules } from '../../own-rules/rules.store.ts'
import { starterScorecard } from '../../rules/index.ts'
import { definitionOf } from '../../scorecards/definition-of.ts'
import { readPublished, readScorecards } from '../../scorecards/versions.store.ts'
import { readModelsAsked, readStatedQuestions } from './automated.store.ts'
import { readScoredQuestions, type ScoredQuestion } from './double-scored.store.ts'
import { askedByRules, OWN_RULE_SCORER, RULES_SCORER } from './scorer.ts'

/** A question of a form that a scorer answers, too. */
export interface QuestionScored extends ScoredQuestion {
  /** Its row; null where nobody has answered it yet. */
  id: number | null
  form: string
  title: string
  /** What Debrief's rules call it; null for other scorers, who answer the question itself. */
  askedKey: string | null
  /** Whether the form can be scored on here; else only answers to it were imported. */
  isPublished: boolean
}

/**
 * Questions of forms one scores on here, as their newest version has them, and of forms that were imported, once for every scorer that answers
 * them: Debrief's rules where they ask the same, the rule of the form, and every model that was asked.
 */
export function questionsScored(database: ReadableDatabase): QuestionScored[] {
  const starterRef = starterScorecard().id
  const stated = Map.groupBy(readStatedQuestions(database, starterRef), ({ scorecardId }) => scorecardId)
  const others = otherScorers(database)
  return readScorecards(database).flatMap(({ id: scorecardId, name: form, formRef, publishedVersion }) => {
    if (formRef === starterRef) return []
    const known = stated.get(scorecardId) ?? []
    const version = publishedVersion === null ? undefined : readPublished(database, scorecardId)
    const definition = version && definitionOf(version)
    const asked: Pick<ScorecardQuestion, 'id' | 'title'>[] =
      definition?.questions ?? known.map(({ questionKey, label }) => ({ id: questionKey, title: label }))
    return asked.flatMap(({ id: questionKey, title }) => {
      const id = known.find((row) => row.questionKey === questionKey)?.id ?? null
      const question = { id, scorecardId, questionKey, form, title, isPublished: !!definition }
      const askedKey = askedByRules({ id: questionKey, title })
      const byRules = askedKey === undefined ? [] : [{ ...question, scorerId: RULES_SCORER, askedKey }]
      const byOthers = (others.get(`${scorecardId} ${questionKey}`) ?? []).map((scorerId) => ({
        ...question,
        scorerId,
        askedKey: null,
      }))
      return definition ? [...byRules, ...byOthers] : byRules
    })
  })
}

/** Rules of forms that answer now, and models that did or were compared with people, by question. */
function otherScorers(database: ReadableDatabase): Map<string, string[]> {
  const rules = readActiveRules(database).map((rule) => ({ ...rule, scorerId: OWN_RULE_SCORER }))
  const compared = readScoredQuestions(database).filter(
    ({ scorerId }) => scorerId !== RULES_SCORER && scorerId !== OWN_RULE_SCORER,
  )
  const found = new Map<string, string[]>()
  for (const { scorecardId, questionKey, scorerId } of [
    ...rules,
    ...readModelsAsked(database),
    ...compared,
  ]) {
    const key = `${scorecardId} ${questionKey}`
    const own = found.get(key) ?? []
    if (!own.includes(scorerId)) found.set(key, [...own, scorerId])
  }
  return found
}
