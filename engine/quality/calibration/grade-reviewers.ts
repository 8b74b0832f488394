import { t } from '#speech'
import type { ReviewerStanding } from '../../../shared/contract/calibration.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import {
  agentLevels,
  leniencyDrift,
  reviewerSeverity,
  wilsonInterval,
  type SeverityEstimate,
} from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { newestDay } from '../../workspace/index.ts'
import { definitionOf } from '../scorecards/definition-of.ts'
import { readVersion } from '../scorecards/versions.store.ts'
import { besideReference } from './figures.ts'
import { formOf } from './form-of-session.ts'
import {
  readGraded,
  readGradedAnswers,
  readSettledSessions,
  type GradedAnswerRow,
  type GradedEvaluationRow,
} from './grading.store.ts'
import { ratingOf, ratingsOfForm, type Rating } from './ratings.ts'
import { comparedItems } from './session-page.ts'
import { mustBeSession } from './sessions.ts'

/** How reviewers of a form score. */
export interface GradedReviewers {
  from: string
  to: string
  evaluations: number
  basis: SeverityEstimate['basis']
  reviewers: ReviewerStanding[]
  agents: { agentId: number; name: string; n: number; mean: number; adjustedMean: number | null }[]
}

/** The days up to the newest of the data. `CONFLICT` without data. */
export function windowOf(database: ReadableDatabase, days: number): { from: number; to: number } {
  const to = newestDay(database)
  if (to === undefined) throw new Problem('CONFLICT', t`There are no data yet; import some first.`)
  return { from: to - days + 1, to }
}

/**
 * How reviewers score on a form, imported evaluations included: severity beside comparable reviewers and its drift, "not applicable", defaults
 * left as they were, time, and agreement with what closed calibrations settled; and what agents' means, calibrations aside, would be had everybody scored
 * alike.
 */
export function gradeReviewers(
  database: ReadableDatabase,
  scorecardId: number,
  days: number,
): GradedReviewers {
  const window = windowOf(database, days)
  const evaluations = readGraded(database, scorecardId, window)
  const answers = Map.groupBy(
    readGradedAnswers(
      database,
      evaluations.map(({ id }) => id),
    ),
    ({ evaluationId }) => evaluationId,
  )
  const scores = evaluations.flatMap(({ reviewer, personId, score, at, isCalibration }) =>
    score === null || personId === null
      ? []
      : [{ agentId: String(personId), reviewerId: reviewer, score, at, isCalibration: isCalibration === 1 }],
  )
  // a calibration tells of reviewers; in no agent's mean it counts
  const counting = scores.filter(({ isCalibration }) => !isCalibration)
  const severity = reviewerSeverity(scores)
  const drifts = leniencyDrift(scores.flatMap(({ at, ...one }) => (at === null ? [] : [{ ...one, at }])))
  const hasDefault = defaultsOf(database, evaluations)
  const beside = besideSettled(database, readSettledSessions(database, scorecardId, window.from * 86_400_000))
  const { people } = readDirectory(database)
  const reviewers = [...Map.groupBy(evaluations, ({ reviewer }) => reviewer)].map(
    ([reviewer, own]): ReviewerStanding => {
      const effect = severity.reviewers.find(({ reviewerId }) => reviewerId === reviewer)
      const drift = drifts.find(({ reviewerId }) => reviewerId === reviewer)
      const given = own.flatMap((one) =>
        (answers.get(one.id) ?? []).map((answer) => ({ ...answer, versionId: one.versionId })),
      )
      const withDefault = given.filter(
        ({ setBy, stableKey, versionId }) => setBy !== null && hasDefault.get(versionId)?.has(stableKey),
      )
      const times = own.flatMap(({ activeMs }) => (activeMs === null || activeMs === 0 ? [] : [activeMs]))
      return {
        reviewer,
        evaluations: own.length,
        severity: {
          n: effect?.n ?? 0,
          agents: effect?.agents ?? 0,
          effect: effect?.effect ?? null,
          low: effect?.low ?? null,
          high: effect?.high ?? null,
          reason: effect === undefined ? t`No evaluation with a score and a known agent.` : effect.reason,
        },
        drift: {
          n: drift?.n ?? 0,
          perFourWeeks: drift?.perFourWeeks ?? null,
          low: drift?.low ?? null,
          high: drift?.high ?? null,
          reason:
            drift === undefined ? t`No evaluation with a score, a known agent and a time.` : drift.reason,
        },
        notApplicable: shareOf(
          // what a condition of the form left out was nobody's choice
          given.filter(({ setBy }) => setBy !== 'condition'),
          ({ isNotApplicable }) => isNotApplicable === 1,
        ),
        untouchedDefaults: shareOf(withDefault, ({ setBy }) => setBy === 'default'),
        medianActiveMs: medianOf(times),
        timed: times.length,
        settled: besideReference(beside.get(reviewer) ?? []),
      }
    },
  )
  return {
    from: dayOfNumber(window.from),
    to: dayOfNumber(window.to),
    evaluations: evaluations.length,
    basis: severity.basis,
    reviewers: reviewers.toSorted((a, b) => a.reviewer.localeCompare(b.reviewer)),
    agents: agentLevels(counting, severity.reviewers)
      .map(({ agentId, ...level }) => ({
        agentId: Number(agentId),
        name: people.get(Number(agentId))?.name ?? 'somebody',
        ...level,
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  }
}

/** The questions that stand at an answer when the form is opened, by version. */
function defaultsOf(
  database: ReadableDatabase,
  evaluations: readonly GradedEvaluationRow[],
): Map<number, Set<string>> {
  const versionIds = [...new Set(evaluations.map(({ versionId }) => versionId))]
  return new Map(
    versionIds.map((id) => {
      const version = readVersion(database, id)
      const questions = (version && definitionOf(version)?.questions) ?? []
      return [id, new Set(questions.flatMap((one) => (one.defaultOptionId === null ? [] : [one.id])))]
    }),
  )
}

/** Each reviewer's answers in closed sessions, beside what was settled. */
function besideSettled(
  database: ReadableDatabase,
  sessionIds: readonly number[],
): Map<string, [Rating, Rating][]> {
  const pairs = new Map<string, [Rating, Rating][]>()
  for (const id of sessionIds) {
    const session = mustBeSession(database, id)
    const { definition } = formOf(database, session)
    for (const { parts, settled } of comparedItems(database, session, definition))
      for (const part of parts) {
        // whose answers were the measure is not measured by them
        if (part.reviewer === session.expert) continue
        const own = ratingsOfForm(definition, part.answers)
        const list = pairs.get(part.reviewer) ?? []
        for (const question of definition.questions) {
          const reference = ratingOf(question, settled[question.id]?.answer)
          const rating = own.get(question.id)
          if (rating && reference) list.push([rating, reference])
        }
        pairs.set(part.reviewer, list)
      }
  }
  return pairs
}

function shareOf<T extends GradedAnswerRow>(
  answers: readonly T[],
  counts: (answer: T) => boolean,
): ReviewerStanding['notApplicable'] {
  const n = answers.filter(counts).length
  const found = wilsonInterval(n, answers.length)
  return {
    n,
    of: answers.length,
    share: found?.share ?? null,
    low: found?.low ?? null,
    high: found?.high ?? null,
  }
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
