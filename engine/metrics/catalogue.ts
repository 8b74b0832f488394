import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { mayScore } from '../governance/index.ts'
import { readyInWords, type QuestionRow } from '../quality/index.ts'
import { languageAtHand, type Language } from '../speaking-in.ts'
import { revisionOf, type ReadableDatabase } from '../store/index.ts'
import { definitionsInWords, questionDefinition } from './definitions.ts'
import { answeredQuestions } from './kept-questions.ts'
import { readTargets } from './targets.store.ts'

interface Kept {
  revision: number
  /** As it is said in each language. */
  said: Map<Language, MetricDefinition[]>
}

const kept = new WeakMap<object, Kept>()

/**
 * Every metric of this workspace: the defined ones, and each question of each form that was answered here; by automation alone where the policy lets it score. On a connection that only reads it is kept until facts change. One that writes does not hear of its own changes, and asks each time.
 */
export function readCatalogue(database: ReadableDatabase): readonly MetricDefinition[] {
  if (!database.raw.readonly) return catalogueNow(database)
  const revision = revisionOf(database)
  let known = kept.get(database.raw)
  if (known?.revision !== revision) kept.set(database.raw, (known = { revision, said: new Map() }))
  const language = languageAtHand()
  let catalogue = known.said.get(language)
  if (!catalogue) known.said.set(language, (catalogue = catalogueNow(database)))
  return catalogue
}

function catalogueNow(database: ReadableDatabase): MetricDefinition[] {
  const isScored = mayScore(database)
  const questions = answeredQuestions(database).filter(({ isAutomated }) => isScored || isAutomated === 0)
  // a question that people and automation answer stands here twice, and is one question of its form for each
  const formOf = ({ scorecardId, isAutomated, isOurs, isByOwnRules }: QuestionRow) =>
    `${scorecardId} ${isAutomated} ${isOurs} ${isByOwnRules}`
  const weightOf = new Map<string, number>()
  const forms = Map.groupBy(questions, formOf)
  for (const [form, own] of forms) {
    const known = own.filter((question) => question.weight !== null)
    const total = known.reduce((sum, question) => sum + question.weight!, 0)
    // a form that says nothing of weights weighs its questions alike
    weightOf.set(form, known.length === own.length && total > 0 ? total : 0)
  }
  const targets = readTargets(database)
  const known: MetricDefinition[] = [
    ...definitionsInWords(),
    ...questions.map((question) => {
      const total = weightOf.get(formOf(question))!
      const count = forms.get(formOf(question))!.length
      return questionDefinition({
        id: metricIdOf(question),
        // what comes with Debrief is said in the language at hand
        label: question.isOurs ? readyInWords(question.label) : question.label,
        form: question.isOurs ? readyInWords(question.form) : question.form,
        relativeWeight: total > 0 ? question.weight! / total : 1 / count,
        isAutomated: question.isAutomated === 1,
      })
    }),
  ]
  return known.map((one) => {
    const target = targets.get(one.id)
    return target === undefined ? one : { ...one, target }
  })
}

function metricIdOf({ id, stableKey, isAutomated, isOurs, isByOwnRules }: QuestionRow): string {
  if (!isAutomated) return `question:${id}`
  if (isByOwnRules) return `auto:rule:${id}`
  return `auto:${isOurs ? stableKey : id}`
}
