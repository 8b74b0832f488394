import type { z } from 'zod'
import type { formResult } from '../../../shared/contract/coaching.ts'
import {
  questionMetricId,
  readAnswers,
  readEvaluations,
  readFormScores,
  type AnswerRow,
  type EvaluationRow,
  type FormScores,
} from '../../quality/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import type { AssessedDriver } from '../../../shared/contract/coaching.ts'
import type { Gathered } from '../gathering/gather.ts'
import { readWithTranscript } from './page.store.ts'

type FormResult = z.infer<typeof formResult>

const RECENT = 8

/** A person's quality results by form and section in the window; automated forms are kept apart. */
export function qualityByForm(
  database: ReadableDatabase,
  gathered: Gathered,
  personId: number,
  drivers: readonly AssessedDriver[],
): FormResult[] {
  const { from, to } = gathered.window
  const filter = { personId, days: { from, to } }
  const evaluations = readEvaluations(database, filter).filter(
    (one) => one.isCalibration === 0 && one.scorerId === null,
  )
  const answers = Map.groupBy(readAnswers(database, filter), (answer) => answer.evaluationId)
  const everybody = new Map(readFormScores(database, filter.days).map((form) => [form.form, form]))
  const byDriver = new Map(drivers.map((driver) => [driver.driver.id, driver]))
  const groups = Map.groupBy(
    evaluations,
    (one) => `${one.origin === 'automated' ? 'auto' : 'human'} ${one.form}`,
  )
  return [...groups.values()]
    .map((own) => oneForm(database, own, answers, byDriver, everybody))
    .toSorted((a, b) => Number(a.isAutomated) - Number(b.isAutomated) || b.evaluations - a.evaluations)
}

function scoreOf(evaluation: EvaluationRow): number | null {
  return evaluation.vendorScore ?? evaluation.computedScore
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The mean score others have on the same form: scores of two forms are never set beside each other. */
function othersMean(everybody: FormScores | undefined, own: readonly number[]): number | null {
  const n = (everybody?.n ?? 0) - own.length
  return n > 0 ? (everybody!.sum - own.reduce((sum, score) => sum + score, 0)) / n : null
}

function oneForm(
  database: ReadableDatabase,
  evaluations: readonly EvaluationRow[],
  answers: ReadonlyMap<number, AnswerRow[]>,
  byDriver: ReadonlyMap<string, AssessedDriver>,
  everybody: ReadonlyMap<string, FormScores>,
): FormResult {
  const isAutomated = evaluations[0]!.origin === 'automated'
  // what was picked because it was remarkable is shown, and in no mean
  const counting = evaluations.filter(({ isRepresentative }) => isRepresentative === 1)
  const own = counting.flatMap((evaluation) => answers.get(evaluation.id) ?? [])
  const sections = [...Map.groupBy(own, (answer) => answer.section ?? 'Questions')].map(
    ([label, inSection]) => {
      const scored = inSection.flatMap((answer) => (answer.score === null ? [] : [answer.score]))
      const questions = [...Map.groupBy(inSection, (answer) => answer.questionId)].map(([, asked]) => {
        const first = asked[0]!
        const questionId = questionMetricId(evaluations[0]!, first)
        const driver = byDriver.get(questionId)
        const scores = asked.flatMap((answer) => (answer.score === null ? [] : [answer.score]))
        return {
          questionId,
          label: first.label,
          isCritical: first.isCritical === 1,
          n: scores.length,
          notApplicable: asked.filter((answer) => answer.isNotApplicable === 1).length,
          mean: mean(scores),
          low: driver?.posterior.low ?? null,
          high: driver?.posterior.high ?? null,
          peerMean: driver?.peerMean ?? null,
          isAutomated,
        }
      })
      return { label, mean: mean(scored), n: scored.length, questions }
    },
  )
  const scores = counting.flatMap((evaluation) => scoreOf(evaluation) ?? [])
  const recent = evaluations.slice(0, RECENT)
  const openable = readWithTranscript(
    database,
    recent.flatMap(({ interactionId }) => interactionId ?? []),
  )
  return {
    form: evaluations[0]!.form,
    isAutomated,
    evaluations: evaluations.length,
    mean: isAutomated ? null : mean(scores),
    peerMean: isAutomated ? null : othersMean(everybody.get(evaluations[0]!.form), scores),
    sections,
    recent: recent.map((evaluation) => ({
      evaluationId: evaluation.id,
      at: evaluation.at,
      score: isAutomated ? null : scoreOf(evaluation),
      evaluator: evaluation.evaluator,
      comment: evaluation.comment,
      interactionId: openable.has(evaluation.interactionId) ? evaluation.interactionId : null,
    })),
  }
}
