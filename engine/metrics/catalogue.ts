import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { readQuestions } from '../quality/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { metricDefinitions, questionDefinition } from './definitions.ts'

/** Every metric of this workspace: the defined ones, and each question of each form that was answered here. */
export function readCatalogue(database: ReadableDatabase): MetricDefinition[] {
  const questions = readQuestions(database)
  const weightOf = new Map<number, number>()
  for (const [scorecardId, own] of Map.groupBy(questions, (question) => question.scorecardId)) {
    const known = own.filter((question) => question.weight !== null)
    const total = known.reduce((sum, question) => sum + question.weight!, 0)
    // a form that says nothing of weights weighs its questions alike
    weightOf.set(scorecardId, known.length === own.length && total > 0 ? total : 0)
  }
  return [
    ...metricDefinitions,
    ...questions.map((question) => {
      const total = weightOf.get(question.scorecardId)!
      const count = questions.filter((one) => one.scorecardId === question.scorecardId).length
      return questionDefinition({
        id: question.isAutomated
          ? `auto:${question.isOurs ? question.stableKey : question.id}`
          : `question:${question.id}`,
        label: question.label,
        form: question.form,
        relativeWeight: total > 0 ? question.weight! / total : 1 / count,
        isAutomated: question.isAutomated === 1,
      })
    }),
  ]
}
