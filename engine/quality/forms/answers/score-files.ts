import { t } from '#speech'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import {
  isScored,
  optionsOf,
  type ScorecardDefinition,
} from '../../../../shared/domain/scorecard/definition.ts'
import { findProblems } from '../../../../shared/domain/scorecard/find-problems.ts'
import { scoreAnswers, type ScoredAnswers } from '../../../../shared/domain/scorecard/score-answers.ts'
import type { FormFile } from '../form-file.ts'
import { readFormFiles } from '../read-form-file.ts'
import { listed, shown } from '../refusals.ts'
import { readAnswersFile } from './read-answers-file.ts'
import { rescoreEvaluation, type ComparedScore, type RescoredEvaluation } from './rescore-evaluation.ts'

/** A filled-in form with its score. Scores and weights 0..1; null where there is none. */
export interface FileScore {
  form: string
  strategy: ScorecardDefinition['strategy']
  score0to1: number | null
  scoreBeforeFatal0to1: number | null
  criticalScore0to1: number | null
  hasFatal: boolean
  sections: {
    id: string
    title: string
    score0to1: number | null
    scoreBeforeFatal0to1: number | null
    appliedWeight: number
    hasFatal: boolean
  }[]
  questions: {
    id: string
    title: string
    section: string
    /** As it is worded; "N/A" where it does not apply, null where it is not answered. */
    answer: string | null
    score0to1: number | null
    /** The share of the form's score it decides here; null where it decides nothing. */
    appliedWeight: number | null
    isAsked: boolean
    isFatal: boolean
  }[]
  /** What is wrong with the form or the answers, and why there is no score, a sentence each. */
  problems: string[]
  /** The first problem for which the form cannot be scored at all; null where it can. */
  stoppedBy: string | null
  /** What the form's file holds and Debrief does not keep. */
  notes: string[]
  /** Of an evaluation of another tool: its score, ours less theirs, and where the two differ by more than rounding. */
  vendor?: {
    score0to1: number | null
    difference: number | null
    differing: { id: string; title: string; vendor0to1: number; own0to1: number }[]
  }
}

/**
 * Scores answers by a form, both from files (`readFormFiles`, `readAnswersFile`). A form that cannot be scored (no weights, a circle of
 * conditions) has no score, and says so. Throws a Problem where a file cannot be read, or where a question or answer is not in the form.
 */
export function scoreFiles(formFiles: readonly FormFile[], answersFile: FormFile): FileScore {
  const form = readFormFiles(formFiles)
  const { definition } = form
  const given = readAnswersFile(definition, answersFile)
  const rescored = 'evaluation' in given ? rescoreEvaluation(form, given.evaluation) : null
  const answers = rescored?.answers ?? ('answers' in given ? given.answers : [])
  const found = findProblems(definition)
  const stoppedBy = found.find(({ stops }) => stops)?.sentence ?? null
  const scored = scoreAnswers(definition, answers)
  const hasScore = stoppedBy === null
  return {
    form: definition.title,
    strategy: definition.strategy,
    score0to1: hasScore ? scored.score0to1 : null,
    scoreBeforeFatal0to1: hasScore ? scored.scoreBeforeFatal0to1 : null,
    criticalScore0to1: hasScore ? scored.criticalScore0to1 : null,
    hasFatal: scored.hasFatal,
    sections: scored.sections.map((section) => ({
      id: section.id,
      title: definition.sections.find(({ id }) => id === section.id)!.title,
      score0to1: hasScore ? section.score0to1 : null,
      scoreBeforeFatal0to1: hasScore ? section.scoreBeforeFatal0to1 : null,
      appliedWeight: section.effectiveWeight,
      hasFatal: section.hasFatal,
    })),
    questions: questionsOf(definition, answers, scored),
    problems: [
      ...found
        .toSorted((one, other) => Number(other.stops) - Number(one.stops))
        .map(({ sentence }) => sentence),
      ...(hasScore ? answerProblems(definition, answers, scored) : []),
      ...(rescored?.notes ?? []),
    ],
    stoppedBy,
    notes: form.notes,
    ...(rescored !== null && { vendor: vendorOf(rescored, hasScore) }),
  }
}

function questionsOf(
  definition: ScorecardDefinition,
  answers: readonly FormAnswer[],
  scored: ScoredAnswers,
): FileScore['questions'] {
  const asked = new Set(scored.askedIds)
  return definition.questions.map((question, at) => {
    const answer = answers.find(({ questionId }) => questionId === question.id)
    const { score0to1, effectiveWeight, isFatal } = scored.questions[at]!
    return {
      id: question.id,
      title: question.title,
      section: definition.sections.find(({ id }) => id === question.sectionId)!.title,
      answer: answer === undefined ? null : worded(answer, question),
      score0to1,
      appliedWeight: effectiveWeight,
      isAsked: asked.has(question.id),
      isFatal,
    }
  })
}

function worded(answer: FormAnswer, question: ScorecardDefinition['questions'][number]): string | null {
  if (answer.isNotApplicable) return 'N/A'
  if (answer.number !== null) return String(answer.number)
  if (answer.optionIds.length === 0) return answer.text.trim() || null
  const labels = new Map(optionsOf(question).map(({ id, label }) => [id, label]))
  return answer.optionIds.map((id) => labels.get(id) ?? id).join('; ')
}

function answerProblems(
  definition: ScorecardDefinition,
  answers: readonly FormAnswer[],
  scored: ScoredAnswers,
): string[] {
  const problems: string[] = []
  const asked = new Set(scored.askedIds)
  const given = new Map(answers.map((answer) => [answer.questionId, answer]))
  const isFilled = (id: string) => {
    const answer = given.get(id)
    return answer !== undefined && !scored.unansweredIds.includes(id)
  }
  const scoring = definition.questions.filter((question) => isScored(question) && asked.has(question.id))
  if (scored.score0to1 === null)
    problems.push(
      scoring.length > 0 && scoring.every(({ id }) => given.get(id)?.isNotApplicable === true)
        ? t`Every question that counts is marked as not applicable, so there is no score.`
        : t`No question that counts is answered, so there is no score.`,
    )
  else {
    const open = scoring.filter(({ id }) => !isFilled(id))
    if (open.length > 0)
      problems.push(
        t`Not answered, and left out of the score: ${{ questions: listed(open.map(({ title }) => title)) }}.`,
      )
  }
  for (const { id, title, allowsNotApplicable } of definition.questions) {
    const answer = given.get(id)
    if (answer === undefined) continue
    if (!asked.has(id))
      problems.push(
        t`"${{ title: shown(title) }}" is not asked after these answers, so its answer does not count.`,
      )
    else if (answer.isNotApplicable && !allowsNotApplicable)
      problems.push(
        t`"${{ title: shown(title) }}" may not be marked as not applicable on this form; it was left out of the score.`,
      )
  }
  return problems
}

function vendorOf(rescored: RescoredEvaluation, hasScore: boolean): NonNullable<FileScore['vendor']> {
  const differing = (one: ComparedScore) =>
    one.comparison.state === 'different'
      ? [
          {
            id: one.id,
            title: one.title,
            vendor0to1: one.comparison.vendor0to1,
            own0to1: one.comparison.own0to1,
          },
        ]
      : []
  const { form } = rescored
  return {
    score0to1: rescored.vendorScore0to1,
    difference: !hasScore || form.state === 'not-comparable' ? null : form.difference,
    differing: hasScore ? [...rescored.sections, ...rescored.questions].flatMap(differing) : [],
  }
}
