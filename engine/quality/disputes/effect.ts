import type { DeskAnswer } from '../../../shared/contract/reviews.ts'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { bestPoints, scoreAnswers } from '../../../shared/domain/scorecard/score-answers.ts'
import { recomputeScore, scoreOnForm, type ImportedAnswer, type RecomputedScore } from '../imported-score.ts'
import { hasFailedCritical, notAsked, valuesOf } from '../reviews/submit.ts'
import type { EditableAnswer, SubjectAnswer } from './edits.store.ts'
import { changedAnswer, type QuestionForm } from './question-form.ts'

/** The score of an evaluation, 0..1: as the vendor gives it, as its answers add up to, and what it would be without a critical failure. */
export interface StandingScore {
  vendorScore: number | null
  computedScore: number | null
  scoreBeforeFail: number | null
  hasFailedCritical: boolean
}

/** A decision that changed an answer, and whether the score might fall by it. */
export interface Overturn {
  questionKey: string
  answer: FormAnswer
  mayLower: boolean
}

/** What decisions make of an evaluation. */
export interface Effect {
  answers: EditableAnswer[]
  score: StandingScore
  /** A decision would have lowered the score or failed it critically, and the score stayed. */
  isHeld: boolean
  /** The answers do not tell how the score follows from them: it stays as the vendor gives it. */
  isUnknown: boolean
}

/** An evaluation as stated: answers with questions, score, and the form where it was reviewed here. */
export interface StatedEvaluation {
  answers: readonly SubjectAnswer[]
  score: StandingScore
  /** Of a review made here: what was answered, by question. */
  given: ReadonlyMap<string, DeskAnswer> | null
}

/** The score that counts. */
export function shownScore({ vendorScore, computedScore }: StandingScore): number | null {
  return vendorScore ?? computedScore
}

/**
 * What the decisions on an evaluation come to, in their order. Each changes its answer; the score is computed from the answers that stand. Where a
 * decision would lower the score, or fail critically what did not, and may not, the score stays where it was.
 */
export function effectOf(
  stated: StatedEvaluation,
  form: QuestionForm,
  overturns: readonly Overturn[],
): Effect {
  let effect: Omit<Effect, 'isHeld'> = { answers: [], score: stated.score, isUnknown: false }
  let { score } = stated
  let isHeld = false
  for (const [index, { mayLower }] of overturns.entries()) {
    effect = rawEffect(stated, form, overturns.slice(0, index + 1))
    const [raw, standing] = [shownScore(effect.score), shownScore(score)]
    const isLower = raw !== null && standing !== null && raw < standing - 1e-9
    // a critical question that weighs nothing fails critically without a lower score
    const isNewlyFailed = effect.score.hasFailedCritical && !score.hasFailedCritical
    isHeld = !mayLower && (isLower || isNewlyFailed)
    if (!isHeld) score = effect.score
  }
  return { ...effect, score, isHeld }
}

function rawEffect(
  stated: StatedEvaluation,
  form: QuestionForm,
  overturns: readonly Overturn[],
): Omit<Effect, 'isHeld'> {
  return stated.given !== null && form.definition !== null
    ? reviewedEffect(stated, stated.given, form.definition, overturns)
    : importedEffect(stated, form, overturns)
}

/** A review made here is scored again by its form; a condition may ask or leave out other questions. */
function reviewedEffect(
  stated: StatedEvaluation,
  given: ReadonlyMap<string, DeskAnswer>,
  definition: ScorecardDefinition,
  overturns: readonly Overturn[],
): Omit<Effect, 'isHeld'> {
  const changed = new Map(given)
  for (const { questionKey, answer } of overturns) {
    const before = given.get(questionKey)
    const kept = before ?? { note: '', rootCauses: [], moments: [], answeredAt: 0 }
    changed.set(questionKey, { ...kept, answer, setBy: 'reviewer' })
  }
  const scored = scoreAnswers(
    definition,
    [...changed.values()].map(({ answer }) => answer),
  )
  const asked = new Set(scored.askedIds)
  const byId = new Map(scored.questions.map((question) => [question.id, question]))
  const questions = new Map(definition.questions.map((question) => [question.id, question]))
  const answers = stated.answers.flatMap((row): EditableAnswer[] => {
    const question = questions.get(row.stableKey)
    if (!question) return []
    const own = asked.has(question.id) ? changed.get(question.id) : undefined
    // a question that is asked now and was not then has no answer
    const values = own ? valuesOf(question, own) : notAsked
    return [
      {
        questionId: row.questionId,
        value: values.value,
        score: own ? (byId.get(question.id)?.score0to1 ?? null) : null,
        points: values.points,
        maxPoints: bestPoints(question),
        weight: byId.get(question.id)?.effectiveWeight ?? null,
        isNotApplicable: Number(values.isNotApplicable),
        hasFailedCritical: Number(values.hasFailedCritical),
      },
    ]
  })
  return {
    answers: answers.filter((answer) => isChanged(stated.answers, answer)),
    score: {
      vendorScore: null,
      computedScore: scored.score0to1,
      scoreBeforeFail: scored.hasFatal ? scored.scoreBeforeFatal0to1 : null,
      hasFailedCritical: hasFailedCritical(definition, changed, asked),
    },
    isUnknown: false,
  }
}

/**
 * An imported evaluation is added up again from its answers: on its form where that is written down, else by what the export carries. Its vendor's score
 * moves by as much as the sum does, so that a vendor who counts otherwise is not corrected on the way.
 */
function importedEffect(
  stated: StatedEvaluation,
  form: QuestionForm,
  overturns: readonly Overturn[],
): Omit<Effect, 'isHeld'> {
  const changes = new Map<number, EditableAnswer>()
  for (const { questionKey, answer } of overturns) {
    const row = stated.answers.find(({ stableKey }) => stableKey === questionKey)
    const question = form.questions.get(questionKey)
    if (row && question) changes.set(row.questionId, changedAnswer(form, question, row, answer))
  }
  const after = stated.answers.map((row) => ({ ...row, ...changes.get(row.questionId) }))
  const answers = [...changes.values()].filter((answer) => isChanged(stated.answers, answer))
  const { vendorScore, hasFailedCritical: hadFailed } = stated.score
  // a failure that an export states of the whole evaluation is explained by the critical questions that got nothing
  const isFailing = (row: SubjectAnswer) =>
    row.hasFailedCritical === 1 || (hadFailed && row.isCritical === 1 && row.score === 0)
  const hasFailed = after.some(isFailing) || (hadFailed && !stated.answers.some(isFailing))
  const sums = sumsOnForm(form, stated.answers, after) ?? sumsOf(stated, after, isFailing)
  if (sums === null)
    return {
      answers,
      score: { ...stated.score, hasFailedCritical: hasFailed },
      isUnknown: vendorScore !== null,
    }
  const { before, now, score0to1, scoreBeforeFail0to1 } = sums
  return {
    answers,
    score: {
      vendorScore:
        vendorScore === null || now === null || before === null
          ? vendorScore
          : Math.min(1, Math.max(0, vendorScore + now - before)),
      computedScore: score0to1,
      scoreBeforeFail: scoreBeforeFail0to1,
      hasFailedCritical: hasFailed,
    },
    isUnknown: false,
  }
}

/** What the answers add up to before and after, as the vendor's score sees it, and the score recomputed now. */
interface Sums {
  before: number | null
  now: number | null
  score0to1: number | null
  scoreBeforeFail0to1: number | null
}

function sumsOnForm(
  { definition }: QuestionForm,
  stated: readonly SubjectAnswer[],
  after: readonly SubjectAnswer[],
): Sums | null {
  if (definition === null) return null
  const [before, now] = [stated, after].map((rows) => scoreOnForm(definition, rows.map(asImported)))
  return before && now ? { ...now, before: before.score0to1, now: now.score0to1 } : null
}

function sumsOf(
  { answers, score: { vendorScore } }: StatedEvaluation,
  after: readonly SubjectAnswer[],
  isFailing: (row: SubjectAnswer) => boolean,
): Sums | null {
  const sum = (rows: readonly SubjectAnswer[], vendor: number | null, fails: typeof isFailing) =>
    recomputeScore(
      rows
        .filter(({ isNotApplicable }) => isNotApplicable === 0)
        .map((row) => ({ ...asImported(row), hasFailedCritical: fails(row) })),
      vendor,
    )
  const before = sum(answers, vendorScore, isFailing)
  if (vendorScore !== null && before.score0to1 === null) return null
  const { score0to1: sumBefore, scoreBeforeFail0to1: beforeFail } = before
  // the vendor's own score shows whether a critical failure zeroes this form, unless it is 0 either way
  const zeroes = beforeFail === null || beforeFail === 0 || sumBefore !== beforeFail
  const shown = ({ score0to1, scoreBeforeFail0to1 }: RecomputedScore) =>
    zeroes ? score0to1 : (scoreBeforeFail0to1 ?? score0to1)
  const recomputed = sum(after, null, (row) => row.hasFailedCritical === 1)
  return {
    before: sumBefore,
    now: shown(sum(after, null, isFailing)),
    score0to1: shown(recomputed),
    scoreBeforeFail0to1: recomputed.scoreBeforeFail0to1,
  }
}

function asImported({ score, hasFailedCritical, ...row }: SubjectAnswer): ImportedAnswer {
  return { ...row, score0to1: score, hasFailedCritical: hasFailedCritical === 1 }
}

const parts = [
  'value',
  'score',
  'points',
  'maxPoints',
  'weight',
  'isNotApplicable',
  'hasFailedCritical',
] as const

function isChanged(stated: readonly SubjectAnswer[], answer: EditableAnswer): boolean {
  const row = stated.find(({ questionId }) => questionId === answer.questionId)
  return row !== undefined && parts.some((part) => row[part] !== answer[part])
}
