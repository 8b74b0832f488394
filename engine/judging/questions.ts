import { t } from '#speech'
import type { ModelForm } from '../../shared/contract/judge.ts'
import type { ScorecardQuestion } from '../../shared/domain/scorecard/definition.ts'
import { writing, type EngineContext } from '../context.ts'
import { Problem } from '../problem.ts'
import {
  judgeQuestionOf,
  publishedForm,
  readScorecards,
  rowsOfQuestions,
  type PublishedForm,
} from '../quality/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { examplesOf } from './examples-of.ts'
import { readQuestionsOn, writeQuestionOn } from './questions.store.ts'

/** The questions of every form one scores on here, with those a model may be asked. */
export function modelForms(database: ReadableDatabase): ModelForm[] {
  return readScorecards(database).flatMap(({ id, publishedVersion }) => {
    const form = publishedVersion === null ? undefined : publishedForm(database, id)
    return form === undefined ? [] : [modelForm(database, form)]
  })
}

function modelForm(database: ReadableDatabase, form: PublishedForm): ModelForm {
  const { scorecardId, definition, version } = form
  const on = readQuestionsOn(database, scorecardId)
  const rows = rowsOfQuestions(database, scorecardId)
  const sections = new Map(definition.sections.map(({ id, title }) => [id, title]))
  return {
    scorecardId,
    form: definition.title,
    version,
    questions: definition.questions.map((question) => {
      const whyNot = whyNotAskable(question)
      return {
        questionId: question.id,
        title: question.title,
        section: sections.get(question.sectionId) ?? null,
        isOn: whyNot === null && on.has(question.id),
        hasGuidance: hasGuidance(question),
        examples: examplesOf(database, question, rows.get(question.id)).length,
        whyNot,
      }
    }),
  }
}

function hasGuidance({ guidance, options }: ScorecardQuestion): boolean {
  return guidance !== '' || options.some((option) => option.guidance !== '')
}

function whyNotAskable(question: ScorecardQuestion): string | null {
  return judgeQuestionOf(question) === null ? t`It is not answered by one of several options.` : null
}

/** Switches a question on or off for a model. `NOT_FOUND` for one that is not on the form, `INVALID_INPUT` for one that cannot be put. */
export async function setModelQuestion(
  context: EngineContext,
  { scorecardId, questionId, isOn }: { scorecardId: number; questionId: string; isOn: boolean },
): Promise<void> {
  await writing(context, (database) => {
    const question = mustBeForm(database, scorecardId).definition.questions.find(
      ({ id }) => id === questionId,
    )
    if (!question) throw new Problem('NOT_FOUND', t`That question is not on the form any more.`)
    const whyNot = whyNotAskable(question)
    if (isOn && whyNot !== null)
      throw new Problem(
        'INVALID_INPUT',
        t`"${{ title: question.title }}" cannot be put to a language model. ${{ whyNot }}`,
      )
    writeQuestionOn(database, scorecardId, questionId, isOn)
  })
}

/** The newest version of a scorecard one can score on; `NOT_FOUND` where there is none. */
export function mustBeForm(database: ReadableDatabase, scorecardId: number): PublishedForm {
  const form = publishedForm(database, scorecardId)
  if (!form)
    throw new Problem(
      'NOT_FOUND',
      t`There is no such scorecard to score on; publish one first, under Scorecards.`,
    )
  return form
}

/**
 * The questions to be asked: those given, else those switched on. `INVALID_INPUT` where none is, and for one that is not switched on or
 * cannot be put.
 */
export function questionsToAsk(
  database: ReadableDatabase,
  { scorecardId, definition }: PublishedForm,
  questionIds: readonly string[] | undefined,
): ScorecardQuestion[] {
  const on = readQuestionsOn(database, scorecardId)
  const askable = definition.questions.filter(
    (question) => on.has(question.id) && whyNotAskable(question) === null,
  )
  const other = questionIds?.find((id) => !askable.some((question) => question.id === id))
  if (other !== undefined) {
    const title = definition.questions.find(({ id }) => id === other)?.title ?? other
    throw new Problem('INVALID_INPUT', t`"${{ title }}" is not switched on for the language model.`)
  }
  const wanted = questionIds ? askable.filter(({ id }) => questionIds.includes(id)) : askable
  if (wanted.length === 0)
    throw new Problem(
      'INVALID_INPUT',
      t`No question of "${{ title: definition.title }}" is switched on for the language model.`,
    )
  return wanted
}
