import { t } from '#speech'
import type { QuestionLink, QuestionWorth } from '../../../shared/contract/worth.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { newestDay } from '../../workspace/index.ts'
import { drawnOf, unknownOf } from '../reviews/estimates.ts'
import { readQuestionsOf, type KnownQuestionRow } from '../scorecards/answer-values.store.ts'
import { definitionOf } from '../scorecards/definition-of.ts'
import { readPublished, readScorecard } from '../scorecards/versions.store.ts'
import { agreementOnQuestion } from './double-scored-answers.ts'
import { spreadOf } from './spread.ts'
import { timePerQuestion } from './time-per-question.ts'
import { LEAST_ANSWERS, verdictOf } from './verdict.ts'
import {
  readDoubleAnswers,
  readTimedAnswers,
  readWorthAnswers,
  type DoubleAnswer,
  type WorthAnswer,
} from './worth.store.ts'

/** What a question is worth on the outcomes there are, as the ranking weighs it: the first of these drivers that it knows. */
export type LinksOf = (driverIds: readonly string[]) => QuestionLink[]

/** What every question of a scorecard is worth over the last `days` days of data. `NOT_FOUND` for a scorecard that is gone. */
export function questionWorths(
  database: ReadableDatabase,
  { scorecardId, days }: { scorecardId: number; days: number },
  linksOf: LinksOf,
): { from: string; to: string; questions: QuestionWorth[] } {
  if (!readScorecard(database, scorecardId))
    throw new Problem('NOT_FOUND', t`That scorecard is no longer there; go back to the list.`)
  const to = newestDay(database)
  if (to === undefined) throw new Problem('CONFLICT', t`There are no data yet; import some first.`)
  const window = { from: to - days + 1, to }
  const answers = Map.groupBy(readWorthAnswers(database, scorecardId, window), ({ questionId }) => questionId)
  const doubles = Map.groupBy(readDoubleAnswers(database, scorecardId), ({ questionId }) => questionId)
  const times = timePerQuestion(readTimedAnswers(database, scorecardId, window))
  const published = readPublished(database, scorecardId)
  const definition = published ? definitionOf(published) : null
  const asked = definition && new Map(definition.questions.map((question) => [question.id, question]))
  const questions = readQuestionsOf(database, scorecardId)
    .filter(({ id, stableKey }) => answers.has(id) || asked?.has(stableKey))
    .filter(({ stableKey }) => asked?.get(stableKey)?.type !== 'text')
    .map((question) =>
      worthOf(question, {
        answers: answers.get(question.id) ?? [],
        doubles: doubles.get(question.id) ?? [],
        time: times.get(question.stableKey) ?? { n: 0, medianMs: null },
        isOnForm: asked === null || asked.has(question.stableKey),
        isCritical: question.isCritical === 1 || asked?.get(question.stableKey)?.isCritical === true,
        linksOf,
      }),
    )
  return { from: dayOfNumber(window.from), to: dayOfNumber(window.to), questions }
}

interface Known {
  answers: readonly WorthAnswer[]
  doubles: readonly DoubleAnswer[]
  time: { n: number; medianMs: number | null }
  isOnForm: boolean
  isCritical: boolean
  linksOf: LinksOf
}

function worthOf(question: KnownQuestionRow, known: Known): QuestionWorth {
  const byPeople = known.answers.filter(({ isAutomated }) => isAutomated === 0)
  const isAutomatedOnly = byPeople.length === 0 && known.answers.length > 0
  // automation scores what there is: nothing was drawn, and nothing is known of how it was selected
  const own = isAutomatedOnly
    ? known.answers.map((answer) => ({ ...answer, selection: null, weight: null }))
    : byPeople
  const scored = own.flatMap((answer) =>
    answer.score === null || answer.isNotApplicable === 1 ? [] : [{ ...answer, score: answer.score }],
  )
  const [drawn, unknown] = [drawnOf(scored), unknownOf(scored)]
  const basis: 'drawn' | 'unknown' = drawn.n >= LEAST_ANSWERS || drawn.n >= unknown.n ? 'drawn' : 'unknown'
  const agents = scored.flatMap(({ personId, score, selection, weight }) => {
    const isOfBasis = basis === 'drawn' ? weight !== null : selection === null
    return personId === null || !isOfBasis ? [] : [{ personId, score, probability: 1 / (weight ?? 1) }]
  })
  const spread = spreadOf(agents)
  const reached = own.filter(({ setBy, selection }) => setBy !== 'condition' && selection !== 'requested')
  const atDesk = byPeople.filter(({ setBy }) => setBy !== null && setBy !== 'condition')
  const judged = {
    n: drawn.n + unknown.n,
    drawn,
    unknown,
    basis,
    spread,
    agreement: agreementOnQuestion(known.doubles),
    links: known.linksOf(
      isAutomatedOnly
        ? [`auto:${question.id}`, `auto:${question.stableKey}`, `auto:rule:${question.id}`]
        : [`question:${question.id}`],
    ),
    isCritical: known.isCritical,
    isAutomatedOnly,
    isOnForm: known.isOnForm,
  }
  return {
    questionId: question.id,
    key: question.stableKey,
    question: question.label,
    section: question.section,
    ...judged,
    noSpread: spread === null ? t`Fewer than five agents have two answers or more.` : null,
    time: known.time,
    notApplicable: shareOf(reached, ({ isNotApplicable }) => isNotApplicable === 1),
    untouched: shareOf(atDesk, ({ setBy }) => setBy === 'default'),
    ...verdictOf(judged),
  }
}

function shareOf(
  answers: readonly WorthAnswer[],
  is: (answer: WorthAnswer) => boolean,
): { n: number; share: number | null } {
  return {
    n: answers.length,
    share: answers.length === 0 ? null : answers.filter(is).length / answers.length,
  }
}
