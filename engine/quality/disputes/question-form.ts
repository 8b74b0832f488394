import { t } from '#speech'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import {
  optionsOf,
  type ScorecardDefinition,
  type ScorecardQuestion,
} from '../../../shared/domain/scorecard/definition.ts'
import { bestPoints, scoringAnswer } from '../../../shared/domain/scorecard/score-answers.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { definitionOf } from '../scorecards/definition-of.ts'
import { formOfAnswers } from '../scorecards/form-of-answers.ts'
import { readVersion } from '../scorecards/versions.store.ts'
import type { EditableAnswer, Subject, SubjectAnswer } from './edits.store.ts'

/** How the questions of an evaluation are answered: by its form, or, where only answers were imported, as they were answered so far. */
export interface QuestionForm {
  questions: ReadonlyMap<string, ScorecardQuestion>
  /** The form; null where only answers are known. */
  definition: ScorecardDefinition | null
}

/** The questions of an evaluation by their keys. */
export function questionFormOf(database: ReadableDatabase, subject: Subject): QuestionForm {
  const version = readVersion(database, subject.versionId)
  const definition = version ? definitionOf(version) : null
  const known = definition ?? formOfAnswers(database, subject.scorecardId)
  return { questions: new Map(known.questions.map((question) => [question.id, question])), definition }
}

/** The question of an answer. `INVALID_INPUT` where it scores nothing, `NOT_FOUND` where the form does not ask it. */
export function mustQuestion({ questions }: QuestionForm, answer: SubjectAnswer): ScorecardQuestion {
  const question = questions.get(answer.stableKey)
  if (!question)
    throw new Problem(
      'NOT_FOUND',
      t`The form of this evaluation no longer asks "${{ label: answer.label }}".`,
    )
  if (question.type === 'text')
    throw new Problem(
      'INVALID_INPUT',
      t`"${{ title: question.title }}" is free text and scores nothing: there is no answer to dispute.`,
    )
  return question
}

/** Refuses what is no answer to the question. */
export function refuseNoAnswer(question: ScorecardQuestion, answer: FormAnswer): void {
  if (answer.isNotApplicable && !question.allowsNotApplicable)
    throw new Problem('INVALID_INPUT', t`"${{ title: question.title }}" always applies on this form.`)
  if (scoringAnswer(question, answer) === undefined)
    throw new Problem('INVALID_INPUT', t`That is no answer to "${{ title: question.title }}" on this form.`)
}

/** An answer in words: its options, its number, or that the question does not apply. */
export function answerText(question: ScorecardQuestion, answer: FormAnswer): string | null {
  if (answer.isNotApplicable) return null
  if (answer.number !== null) return String(answer.number)
  return optionsOf(question)
    .filter(({ id }) => answer.optionIds.includes(id))
    .map(({ label }) => label)
    .join('; ')
}

/** Points over the best there are, 0..1; null where the answer scores nothing. */
export function answerScore(
  { definition }: QuestionForm,
  question: ScorecardQuestion,
  answer: FormAnswer,
): number | null {
  const scored = scoringAnswer(question, answer)
  if (scored?.state !== 'answered' || scored.points === null) return null
  // options that were seen in answers carry what they scored
  const best = definition === null && question.type === 'single' ? 1 : bestPoints(question)
  return best > 0 ? Math.min(1, Math.max(0, scored.points / best)) : null
}

/** An imported answer as it would stand with another answer in its place. */
export function changedAnswer(
  form: QuestionForm,
  question: ScorecardQuestion,
  stated: SubjectAnswer,
  answer: FormAnswer,
): EditableAnswer {
  const score = answerScore(form, question, answer)
  const { maxPoints } = stated
  return {
    questionId: stated.questionId,
    value: answerText(question, answer),
    score,
    points: score === null || maxPoints === null ? null : score * maxPoints,
    maxPoints,
    weight: stated.weight ?? (answer.isNotApplicable ? null : stated.questionWeight),
    isNotApplicable: Number(answer.isNotApplicable),
    hasFailedCritical: Number(isFailing(form, question, stated, answer, score)),
  }
}

/** A fatal answer, or a critical question that got less than its best. */
function isFailing(
  { definition }: QuestionForm,
  question: ScorecardQuestion,
  { isCritical }: SubjectAnswer,
  answer: FormAnswer,
  score: number | null,
): boolean {
  const scored = definition === null ? undefined : scoringAnswer(question, answer)
  if (scored?.state === 'answered' && scored.fatal !== undefined) return true
  return isCritical === 1 && score !== null && score < 1
}

/** The answer that stands, as the form would have it given; undefined where its words are none of the form's answers. */
export function standingAsGiven(
  form: QuestionForm,
  question: ScorecardQuestion,
  answer: SubjectAnswer,
): FormAnswer | undefined {
  const plain = { questionId: question.id, optionIds: [], number: null, text: '', isNotApplicable: false }
  if (answer.isNotApplicable === 1) return { ...plain, isNotApplicable: true }
  if (question.type === 'numeric' || question.type === 'points') {
    const number = answer.value === null ? answer.points : Number(answer.value)
    return number !== null && Number.isFinite(number) ? { ...plain, number } : undefined
  }
  const labels = new Set((answer.value ?? '').split('; ').map(plainWords))
  const options = optionsOf(question)
  const named =
    options.find(({ label }) => plainWords(label) === plainWords(answer.value ?? '')) ??
    (question.type === 'multiple' ? options.filter(({ label }) => labels.has(plainWords(label))) : [])
  const chosen = [named].flat()
  if (chosen.length > 0) return { ...plain, optionIds: chosen.map(({ id }) => id) }
  const scored = options.filter(
    ({ id }) => answerScore(form, question, { ...plain, optionIds: [id] }) === answer.score,
  )
  return scored.length === 1 ? { ...plain, optionIds: [scored[0]!.id] } : undefined
}

function plainWords(text: string): string {
  return text.trim().toLowerCase()
}
