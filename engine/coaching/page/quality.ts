import type { z } from 'zod'
import { t } from '#speech'
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
import { restsOn } from '../../metrics/index.ts'
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
  const everybody = readFormScores(database, filter.days)
  const byDriver = new Map(drivers.map((driver) => [driver.driver.id, driver]))
  const groups = Map.groupBy(
    evaluations,
    (one) => `${one.origin === 'automated' ? 'auto' : 'human'} ${one.form}`,
  )
  return [...groups.values()]
    .map((own) => oneForm(database, own, answers, byDriver, everybody))
    .toSorted((a, b) => Number(a.isAutomated) - Number(b.isAutomated) || b.evaluations - a.evaluations)
}

function weighed({ score, weight }: { score: number | null; weight: number | null }): Weighed[] {
  return score === null ? [] : [{ value: score, weight: weight ?? 1 }]
}

function scoreOf(evaluation: EvaluationRow): number | null {
  return evaluation.vendorScore ?? evaluation.computedScore
}

/** A value and what it stands for. */
interface Weighed {
  value: number
  weight: number
}

function sumsOf(values: readonly Weighed[]): { weight: number; weightSq: number; sum: number } {
  let [weight, weightSq, sum] = [0, 0, 0]
  for (const one of values) {
    weight += one.weight
    weightSq += one.weight ** 2
    sum += one.weight * one.value
  }
  return { weight, weightSq, sum }
}

function mean(values: readonly Weighed[]): number | null {
  const { weight, sum } = sumsOf(values)
  return weight > 0 ? sum / weight : null
}

/** The mean score others have on the same form, drawn or not as the person's own: scores of two forms are never set beside each other. */
function othersMean(everybody: FormScores | undefined, values: readonly Weighed[]): number | null {
  if (everybody === undefined) return null
  const own = sumsOf(values)
  const left = everybody.weight - own.weight
  return left > 1e-9 * everybody.weight ? (everybody.sum - own.sum) / left : null
}

/** Drawn reviews, where a question of the form stands on them or there is nothing else; else imports. Never both together. */
function standsOnDrawn(
  evaluations: readonly EvaluationRow[],
  answers: ReadonlyMap<number, AnswerRow[]>,
  byDriver: ReadonlyMap<string, AssessedDriver>,
): boolean {
  const drawn = evaluations.filter(({ weight }) => weight !== null)
  if (drawn.length === 0) return false
  if (evaluations.every(({ weight, isReviewedHere }) => weight !== null || isReviewedHere === 1)) return true
  return drawn
    .flatMap(({ id }) => answers.get(id) ?? [])
    .some((answer) => byDriver.get(questionMetricId(evaluations[0]!, answer))?.isDrawn)
}

function restsOnOf(evaluations: readonly EvaluationRow[], isDrawn: boolean): string {
  const drawn = evaluations.flatMap(({ weight }) => (weight === null ? [] : [{ value: 0, weight }]))
  const { weight, weightSq } = sumsOf(drawn)
  const imported = evaluations.filter(({ isReviewedHere }) => isReviewedHere === 0).length
  const asked = evaluations.length - imported - drawn.length
  const rests =
    drawn.length + imported === 0
      ? ''
      : restsOn(
          { drawn: { observed: drawn.length, n: drawn.length === 0 ? 0 : weight ** 2 / weightSq }, imported },
          isDrawn,
        )
  if (asked === 0) return rests
  const left =
    asked === 1
      ? t`1 that was picked otherwise is shown and in no figure.`
      : t`${{ evaluations: asked }} that were picked otherwise are shown and in no figure.`
  return `${rests} ${left}`.trim()
}

function oneForm(
  database: ReadableDatabase,
  evaluations: readonly EvaluationRow[],
  answers: ReadonlyMap<number, AnswerRow[]>,
  byDriver: ReadonlyMap<string, AssessedDriver>,
  everybody: readonly FormScores[],
): FormResult {
  const { form, origin } = evaluations[0]!
  const isAutomated = origin === 'automated'
  const isDrawn = standsOnDrawn(evaluations, answers, byDriver)
  // what was picked because it was remarkable is shown, and in no mean
  const counting = evaluations.filter(({ weight, isReviewedHere }) =>
    isDrawn ? weight !== null : isReviewedHere === 0,
  )
  // what automation was trusted with, filled in or answered over it, is in the score of its review, and in no rate of a person
  const own = counting.flatMap(({ id, weight }) =>
    (answers.get(id) ?? [])
      .filter(({ setBy }) => setBy !== 'automation' && setBy !== 'over automation')
      .map((answer) => ({ ...answer, weight: weight ?? 1 })),
  )
  const sections = [...Map.groupBy(own, (answer) => answer.section ?? t`Questions`)].map(
    ([label, inSection]) => {
      const scored = inSection.flatMap(weighed)
      const questions = [...Map.groupBy(inSection, (answer) => answer.questionId)].map(([, asked]) => {
        const first = asked[0]!
        const questionId = questionMetricId(evaluations[0]!, first)
        const known = byDriver.get(questionId)
        const driver = known?.isDrawn === isDrawn ? known : undefined
        const scores = asked.flatMap(weighed)
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
  const scores = counting.flatMap((evaluation) => weighed({ ...evaluation, score: scoreOf(evaluation) }))
  const recent = evaluations.slice(0, RECENT)
  const openable = readWithTranscript(
    database,
    recent.flatMap(({ interactionId }) => interactionId ?? []),
  )
  return {
    form,
    isAutomated,
    evaluations: evaluations.length,
    restsOn: isAutomated ? null : restsOnOf(evaluations, isDrawn),
    mean: isAutomated ? null : mean(scores),
    peerMean: isAutomated
      ? null
      : othersMean(
          everybody.find((one) => one.form === form && (one.isDrawn === 1) === isDrawn),
          scores,
        ),
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
