import { t } from '#speech'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import type { ScorecardDefinition } from '../../../../shared/domain/scorecard/definition.ts'
import { scoreAnswers, type ScoredAnswers } from '../../../../shared/domain/scorecard/score-answers.ts'
import { compareScores, type ScoreComparison } from '../../../../shared/domain/scoring/compare-scores.ts'
import type { ReadForm } from '../form-file.ts'
import { refusal } from '../refusals.ts'
import { isConnectEvaluation, readConnectEvaluation } from './connect-evaluation.ts'
import { isGenesysEvaluation, readGenesysEvaluation } from './genesys-evaluation.ts'
import { emptyAnswer, findQuestion, matchAnswer, questionsCalled } from './match-answer.ts'
import type { VendorAnswer, VendorEvaluation } from './vendor-evaluation.ts'

/** One thing that has a score, ours beside the vendor's. */
export interface ComparedScore {
  id: string
  title: string
  comparison: ScoreComparison
}

/** An evaluation of another tool, scored again by its form. */
export interface RescoredEvaluation {
  answers: FormAnswer[]
  own: ScoredAnswers
  form: ScoreComparison
  vendorScore0to1: number | null
  sections: ComparedScore[]
  questions: ComparedScore[]
  /** What of the evaluation could not be used, a sentence each. */
  notes: string[]
}

/** More are of no use to anybody. */
const MOST_NOTES = 10

const MOST_ANSWERS = 1_000

/** Whether a document is an evaluation that can be scored again: Amazon Connect's or Genesys Cloud's. */
export function isVendorEvaluation(document: Record<string, unknown>): boolean {
  return isConnectEvaluation(document) || isGenesysEvaluation(document)
}

/**
 * Scores an evaluation of Amazon Connect or Genesys Cloud again by the form it was made with, and compares form, sections and questions with
 * the scores it carries (`compareScores`). Theirs are left as they are. Throws a Problem where the document is no evaluation, or where none of its
 * questions is in the form.
 */
export function rescoreEvaluation(
  form: Pick<ReadForm, 'definition' | 'formRef' | 'version'>,
  document: Record<string, unknown>,
): RescoredEvaluation {
  const { definition } = form
  const evaluation = isConnectEvaluation(document)
    ? readConnectEvaluation(document)
    : isGenesysEvaluation(document)
      ? readGenesysEvaluation(document)
      : null
  if (evaluation === null) throw refusal(t`That is no evaluation of Amazon Connect or Genesys Cloud.`)
  if (evaluation.answers.length > MOST_ANSWERS)
    throw refusal(t`The evaluation has more than ${{ most: MOST_ANSWERS }} answers, which no form asks for.`)
  const notes = versionNotes(form, evaluation)
  const matched = evaluation.answers.map((given) => ({ given, ...match(definition, given, notes) }))
  if (evaluation.answers.length > 0 && matched.every(({ questionId }) => questionId === null))
    throw refusal(t`None of the evaluation's questions is in this form; it was made with another one.`)
  const answers = matched.flatMap(({ answer }) => answer ?? [])
  const own = scoreAnswers(definition, answers)
  const vendorOf = new Map(matched.map(({ questionId, given }) => [questionId, given.score0to1]))
  const vendorSections = new Map(evaluation.sections.map(({ id, score0to1 }) => [id, score0to1]))
  return {
    answers,
    own,
    form: compareScores(evaluation.score0to1, own.score0to1),
    vendorScore0to1: evaluation.score0to1,
    sections: own.sections.map(({ id, score0to1 }) => ({
      id,
      title: definition.sections.find((section) => section.id === id)!.title,
      comparison: compareScores(vendorSections.get(id) ?? null, score0to1),
    })),
    questions: own.questions.map(({ id, score0to1 }) => ({
      id,
      title: definition.questions.find((question) => question.id === id)!.title,
      comparison: compareScores(vendorOf.get(id) ?? null, score0to1),
    })),
    notes: unmatchedNotes(matched, notes),
  }
}

function unmatchedNotes(matched: readonly { answer: FormAnswer | null }[], notes: string[]): string[] {
  const more = matched.filter(({ answer }) => answer === null).length - MOST_NOTES
  return more > 0 ? [...notes, t`${{ more }} more of its answers could not be used.`] : notes
}

function match(
  definition: ScorecardDefinition,
  given: VendorAnswer,
  notes: string[],
): { questionId: string | null; answer: FormAnswer | null } {
  const byId = questionsCalled(definition, given.questionId)
  const byTitle = byId.length === 0 && given.title !== null ? questionsCalled(definition, given.title) : []
  const [question, another] = byId.length > 0 ? byId : byTitle
  if (question === undefined || another !== undefined) {
    // the first few are named, with what is nearest to them
    const found = notes.length < MOST_NOTES ? findQuestion(definition, given.title ?? given.questionId) : null
    if (found !== null && 'problem' in found) notes.push(found.problem)
    return { questionId: null, answer: null }
  }
  const questionId = question.id
  if (given.isNotApplicable)
    return { questionId, answer: { ...emptyAnswer(questionId), isNotApplicable: true } }
  const words = given.chosen.map(({ id, label }) =>
    id !== null && 'found' in matchAnswer(question, id) ? id : label,
  )
  const isChoice = question.type === 'single' || question.type === 'multiple' || question.type === 'yes-no'
  const written = isChoice && words.length > 0 ? words : given.value
  const answer = matchAnswer(question, written)
  if ('found' in answer) return { questionId, answer: answer.found }
  if (notes.length < MOST_NOTES) notes.push(answer.problem)
  return { questionId, answer: null }
}

function versionNotes(
  { formRef, version }: Pick<ReadForm, 'formRef' | 'version'>,
  evaluation: VendorEvaluation,
): string[] {
  if (formRef !== null && evaluation.formRef !== null && formRef !== evaluation.formRef)
    return [t`The evaluation says that it was made with another form.`]
  if (version !== null && evaluation.formVersion !== null && version !== evaluation.formVersion)
    return [
      t`The evaluation was made with version ${{ formVersion: evaluation.formVersion }} of the form; this is version ${{ version }}.`,
    ]
  return []
}
