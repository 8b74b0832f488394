import type { QuestionCondition } from '../../../../shared/domain/scorecard/definition.ts'
import type { GenesysVisibility } from './genesys-form.ts'

/** A place in a form: the question and the answer at these zero-based numbers. */
export type FindAnswer = (
  group: number,
  question: number,
  answer: number,
) => { questionId: string; optionId: string } | null

const anywhere = /^\/form\/questionGroup\/(\d{1,4})\/question\/(\d{1,4})\/answer\/(\d{1,4})$/
const inThisGroup = /^\.\.\/question\/(\d{1,4})\/answer\/(\d{1,4})$/

/** When a question or a group of `group` is visible, as a condition of ours; undefined where a predicate leads nowhere. */
export function readVisibility(
  { combiningOperation, predicates }: GenesysVisibility,
  group: number,
  find: FindAnswer,
): QuestionCondition | null | undefined {
  if (!predicates || predicates.length === 0) return null
  const match = combiningOperation?.toUpperCase() === 'OR' ? 'any' : 'all'
  const rules: QuestionCondition['rules'] = []
  for (const predicate of predicates) {
    const place = typeof predicate === 'string' ? placeOf(predicate, group) : null
    const found = place === null ? null : find(...place)
    if (found === null) return undefined
    const { questionId, optionId } = found
    const same = match === 'any' ? rules.find((rule) => rule.questionId === questionId) : undefined
    if (same) same.optionIds.push(optionId)
    else rules.push({ questionId, is: 'in', optionIds: [optionId] })
  }
  return { match, rules }
}

function placeOf(predicate: string, ownGroup: number): [number, number, number] | null {
  const there = anywhere.exec(predicate.trim())
  if (there) return [Number(there[1]), Number(there[2]), Number(there[3])]
  const here = inThisGroup.exec(predicate.trim())
  return here ? [ownGroup, Number(here[1]), Number(here[2])] : null
}

/** Both conditions at once; undefined where one list of rules cannot say it. */
export function bothConditions(
  one: QuestionCondition | null,
  other: QuestionCondition | null,
): QuestionCondition | null | undefined {
  if (one === null) return other
  if (other === null) return one
  const areJoined = [one, other].every(({ match, rules }) => match === 'all' || rules.length === 1)
  return areJoined ? { match: 'all', rules: [...one.rules, ...other.rules] } : undefined
}
