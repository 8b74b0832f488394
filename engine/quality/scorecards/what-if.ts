import { plural, t } from '#speech'
import { formatNumber } from '../../../shared/speech/numbers.ts'
import type { WhatIf } from '../../../shared/contract/scorecards.ts'
import { perCent } from '../../../shared/domain/format.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { findProblems } from '../../../shared/domain/scorecard/find-problems.ts'
import { scoreAnswers } from '../../../shared/domain/scorecard/score-answers.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { readDirectory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { newestDay } from '../../workspace/index.ts'
import { answersThatStand } from '../disputes/apply.ts'
import { answersOfImported } from '../forms/index.ts'
import { definitionOf } from './definition-of.ts'
import { readDraft, readPublished } from './versions.store.ts'
import { readAnswersToScore, type ScoredAnswerRow } from './what-if.store.ts'

const mostPairs = 500
const mostShown = 20
/** Half a point of a hundred. */
const same = 0.005

/**
 * What the draft would have done to the scores of the last `days` days: every evaluation by a person is scored by the answers it has, on the draft and
 * on the version in use, so that nothing but the draft's changes shows; where no version is in use, the draft is held against the score as stated.
 * A question that was not asked then stays unanswered and leaves its share to the others. `INVALID_INPUT` where the draft cannot be scored on.
 */
export function whatWouldChange(database: ReadableDatabase, scorecardId: number, days: number): WhatIf {
  const draft = readDraft(database, scorecardId)
  const definition = draft && definitionOf(draft)
  if (!definition) throw new Problem('NOT_FOUND', t`There is no draft of this scorecard.`)
  const stopping = findProblems(definition).find(({ stops }) => stops)
  if (stopping) throw new Problem('INVALID_INPUT', stopping.sentence)
  const to = newestDay(database)
  if (to === undefined) throw new Problem('CONFLICT', t`There are no data yet to try it on.`)
  const from = to - days + 1
  const evaluations = [
    ...Map.groupBy(
      readAnswersToScore(database, scorecardId, { from, to }),
      ({ evaluationId }) => evaluationId,
    ).values(),
  ]
  const { people } = readDirectory(database)
  const published = readPublished(database, scorecardId)
  const inUse = published && definitionOf(published)
  const compared = evaluations.flatMap((answers) => {
    const first = answers[0]!
    const before = inUse ? scoreAgain(database, inUse, answers) : first.stated
    const after = scoreAgain(database, definition, answers)
    return before === null || after === null ? [] : [{ ...first, before, after, change: after - before }]
  })
  const count = (test: (one: { before: number; after: number; change: number }) => boolean) =>
    compared.filter(test).length
  const mean = (values: number[]) =>
    values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
  const means = {
    before: mean(compared.map(({ before }) => before)),
    after: mean(compared.map(({ after }) => after)),
  }
  return {
    from: dayOfNumber(from),
    to: dayOfNumber(to),
    evaluations: evaluations.length,
    comparable: compared.length,
    meanBefore: means.before,
    meanAfter: means.after,
    higher: count(({ change }) => change > same),
    lower: count(({ change }) => change < -same),
    same: count(({ change }) => Math.abs(change) <= same),
    newlyZero: count(({ before, after }) => before > 0 && after === 0),
    noLongerZero: count(({ before, after }) => before === 0 && after > 0),
    pairs: evenly(compared, mostPairs).map(({ before, after }) => ({ before, after })),
    largest: compared
      .filter(({ change }) => Math.abs(change) > same)
      .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change) || a.evaluationId - b.evaluationId)
      .slice(0, mostShown)
      .map(({ evaluationId, interactionId, personId, day, before, after }) => ({
        evaluationId,
        interactionId,
        agent: personId === null ? null : (people.get(personId)?.name ?? null),
        day: dayOfNumber(day),
        before,
        after,
      })),
    sentence: sentenceOf(evaluations.length, compared.length, means, inUse !== undefined),
  }
}

/** By the answers as they stand here, or as an import names them. */
function scoreAgain(
  database: ReadableDatabase,
  definition: ScorecardDefinition,
  answers: readonly ScoredAnswerRow[],
): number | null {
  const { reviewId, evaluationId } = answers[0]!
  if (reviewId !== null)
    return scoreAnswers(definition, answersThatStand(database, { evaluationId, reviewId })).score0to1
  const named = answers.map(({ isNotApplicable, ...answer }) => ({
    ...answer,
    isNotApplicable: isNotApplicable === 1,
  }))
  return scoreAnswers(definition, answersOfImported(definition, named)).score0to1
}

function evenly<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most)
  return Array.from({ length: Math.min(most, items.length) }, (_, index) => items[Math.floor(index * step)]!)
}

function sentenceOf(
  all: number,
  comparable: number,
  { before, after }: { before: number | null; after: number | null },
  hasVersion: boolean,
): string {
  if (all === 0) return t`Nobody was scored on this form in these days, so nothing would have changed.`
  if (before === null || after === null)
    return t`None of the reviews of these days can be scored on the draft.`
  const shown = (score: number) => perCent(score, 1)
  const left = all - comparable
  const reviews = t`${plural({ comparable }, { one: '# review', other: '# reviews' })}`
  const mean = hasVersion
    ? t`The mean score would have been ${{ after: shown(after) }} instead of ${{ before: shown(before) }} on the version in use, over ${{ reviews }}`
    : t`The mean score would have been ${{ after: shown(after) }} instead of ${{ before: shown(before) }}, over ${{ reviews }}`
  return left > 0 ? t`${{ mean }}; ${{ left: formatNumber(left) }} cannot be scored on it.` : `${mean}.`
}
