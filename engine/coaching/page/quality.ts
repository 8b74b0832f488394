import type { z } from 'zod'
import type { formResult } from '../../../shared/contract/coaching.ts'
import { readAnswers, readEvaluations, type AnswerRow, type EvaluationRow } from '../../quality/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import type { AssessedDriver } from '../../../shared/contract/coaching.ts'
import type { Gathered } from '../gathering/gather.ts'
import { addUp } from '../../metrics/index.ts'
import { readNotApplicable } from './page.store.ts'

type FormResult = z.infer<typeof formResult>

const MOST_EVALUATIONS = 400
const RECENT = 8

/** A person's quality results by form and section in the window; automated forms are kept apart. */
export function qualityByForm(
  database: ReadableDatabase,
  gathered: Gathered,
  personId: number,
  drivers: readonly AssessedDriver[],
): FormResult[] {
  const filter = { personId, limit: MOST_EVALUATIONS }
  const { from, to } = gathered.window
  const evaluations = readEvaluations(database, filter).filter(
    (one) =>
      one.contactDay !== null && one.contactDay >= from && one.contactDay <= to && one.isCalibration === 0,
  )
  const answers = Map.groupBy(readAnswers(database, filter), (answer) => answer.evaluationId)
  const notApplicable = new Map(
    readNotApplicable(database, personId, gathered.window).map((row) => [row.questionId, row.n]),
  )
  const byDriver = new Map(drivers.map((driver) => [driver.driver.id, driver]))
  const groups = Map.groupBy(
    evaluations,
    (one) => `${one.origin === 'automated' ? 'auto' : 'human'} ${one.form}`,
  )
  return [...groups.values()]
    .map((own) => oneForm(own, answers, notApplicable, byDriver, gathered))
    .toSorted((a, b) => Number(a.isAutomated) - Number(b.isAutomated) || b.evaluations - a.evaluations)
}

function scoreOf(evaluation: EvaluationRow): number | null {
  return evaluation.vendorScore ?? evaluation.computedScore
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

function oneForm(
  evaluations: readonly EvaluationRow[],
  answers: ReadonlyMap<number, AnswerRow[]>,
  notApplicable: ReadonlyMap<number, number>,
  byDriver: ReadonlyMap<string, AssessedDriver>,
  gathered: Gathered,
): FormResult {
  const isAutomated = evaluations[0]!.origin === 'automated'
  const own = evaluations.flatMap((evaluation) => answers.get(evaluation.id) ?? [])
  const sections = [...Map.groupBy(own, (answer) => answer.section ?? 'Questions')].map(
    ([label, inSection]) => {
      const scored = inSection.flatMap((answer) => (answer.score === null ? [] : [answer.score]))
      const questions = [...Map.groupBy(inSection, (answer) => answer.questionId)].map(([id, asked]) => {
        const first = asked[0]!
        const isOurs = evaluations[0]!.transcriptId !== null
        const questionId = isAutomated ? `auto:${isOurs ? first.stableKey : id}` : `question:${id}`
        const driver = byDriver.get(questionId)
        const scores = asked.flatMap((answer) => (answer.score === null ? [] : [answer.score]))
        return {
          questionId,
          label: first.label,
          isCritical: first.isCritical === 1,
          n: scores.length,
          notApplicable: isAutomated
            ? asked.filter((answer) => answer.isNotApplicable === 1).length
            : (notApplicable.get(id) ?? 0),
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
  const scores = evaluations.flatMap((evaluation) => scoreOf(evaluation) ?? [])
  const everybody = addUp(gathered.cells.get('qa_score') ?? [])
  return {
    form: evaluations[0]!.form,
    isAutomated,
    evaluations: evaluations.length,
    mean: isAutomated ? null : mean(scores),
    peerMean: isAutomated || everybody.n === 0 ? null : everybody.sum / everybody.n,
    sections,
    recent: evaluations.slice(0, RECENT).map((evaluation) => ({
      evaluationId: evaluation.id,
      at: evaluation.at,
      score: isAutomated ? null : scoreOf(evaluation),
      evaluator: evaluation.evaluator,
      comment: evaluation.comment,
      interactionId: evaluation.interactionId,
    })),
  }
}
