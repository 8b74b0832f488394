import { t } from '@lingui/core/macro'
import type { QuestionLink, QuestionWorth } from '../../../../shared/contract/worth.ts'
import { formatNumber } from '../../../ui/format.ts'

/** What to do with a question, in two or three words. */
export const verdictWords: Record<QuestionWorth['verdict'], string> = {
  keep: t`Keep`,
  'predicts-nothing': t`Predicts nothing`,
  'not-agreed': t`Not agreed on`,
  'everybody-passes': t`Everybody passes`,
  'too-few': t`Too few to tell`,
}

/** What a link rests on. */
export const basisWords: Record<QuestionLink['basis'], string> = {
  within: t`estimated within agents`,
  'within+between': t`estimated within and between agents`,
  prior: t`assumed, as too few contacts tell`,
  pinned: t`set by a supervisor`,
  form: t`its share of the form`,
}

/** An outcome's points, from 0 to 100, with a sign. */
export function pointsWords(value: number): string {
  return `${value >= 0.0005 ? '+' : ''}${formatNumber(value * 100, 1)}`
}

/** The ways the table can be sorted. */
export const sorts = ['form', 'verdict', 'mean', 'spread', 'agreement', 'link', 'time'] as const
export type WorthSort = (typeof sorts)[number]

const verdictOrder: QuestionWorth['verdict'][] = [
  'predicts-nothing',
  'everybody-passes',
  'not-agreed',
  'too-few',
  'keep',
]

const missingLast = (value: number | null | undefined, sign: 1 | -1) =>
  value === null || value === undefined ? Number.POSITIVE_INFINITY : sign * value

const keys: Record<Exclude<WorthSort, 'form'>, (question: QuestionWorth) => number> = {
  verdict: ({ verdict }) => verdictOrder.indexOf(verdict),
  mean: (question) => missingLast(question[question.basis].mean, 1),
  spread: ({ spread }) => missingLast(spread?.betweenAgents.value, -1),
  agreement: ({ agreement }) => missingLast(agreement?.ac1?.value, 1),
  link: ({ links }) => missingLast(links[0]?.value, -1),
  time: ({ time }) => missingLast(time.medianMs, -1),
}

/** The questions in an order; what is not known comes last, and equal ones stay in the form's order. */
export function sorted(questions: readonly QuestionWorth[], sort: WorthSort): QuestionWorth[] {
  if (sort === 'form') return [...questions]
  const key = keys[sort]
  return questions.toSorted((one, other) => {
    const [first, second] = [key(one), key(other)]
    return first === second ? 0 : first < second ? -1 : 1
  })
}
