import { t } from '@lingui/core/macro'
import {
  optionsOf,
  type AnswerOption,
  type QuestionType,
  type ScorecardDefinition,
  type ScorecardQuestion,
  type ScorecardSection,
} from '../../../../shared/domain/scorecard/definition.ts'
import { plainQuestion } from '../../../../shared/domain/scorecard/plain-question.ts'

type Edit = (definition: ScorecardDefinition) => ScorecardDefinition

/** A new id that none of these has. */
export function freshId(prefix: string, taken: readonly string[]): string {
  let number = taken.length + 1
  while (taken.includes(`${prefix}-${number}`)) number += 1
  return `${prefix}-${number}`
}

/** Changes some of a question. */
export function editQuestion(id: string, change: Partial<ScorecardQuestion>): Edit {
  return (definition) => ({
    ...definition,
    questions: definition.questions.map((question) =>
      question.id === id ? { ...question, ...change } : question,
    ),
  })
}

/** Changes some of a section. */
export function editSection(id: string, change: Partial<ScorecardSection>): Edit {
  return (definition) => ({
    ...definition,
    sections: definition.sections.map((section) => (section.id === id ? { ...section, ...change } : section)),
  })
}

/** Adds a yes-or-no question at the end of a section. */
export function addQuestion(sectionId: string, id: string, weight: number | null): Edit {
  const question = plainQuestion({ id, sectionId, title: t`New question`, weight })
  return (definition) => insertInto(definition, question, sectionId)
}

/** Adds a copy of a question behind it, under an id of its own. */
export function duplicateQuestion(id: string, newId: string): Edit {
  return (definition) => ({
    ...definition,
    questions: definition.questions.flatMap((question) =>
      question.id === id
        ? [question, { ...question, id: newId, title: t`${question.title} (copy)` }]
        : [question],
    ),
  })
}

function insertInto(
  definition: ScorecardDefinition,
  question: ScorecardQuestion,
  sectionId: string,
): ScorecardDefinition {
  const order = definition.sections.map(({ id }) => id)
  const after = definition.questions.findLastIndex(
    (other) => order.indexOf(other.sectionId) <= order.indexOf(sectionId),
  )
  return { ...definition, questions: definition.questions.toSpliced(after + 1, 0, question) }
}

/** Takes a question away, and the conditions that depend on it. */
export function removeQuestion(id: string): Edit {
  return (definition) => ({
    ...definition,
    questions: definition.questions
      .filter((question) => question.id !== id)
      .map((question) => {
        if (question.condition === null) return question
        const rules = question.condition.rules.filter(({ questionId }) => questionId !== id)
        return { ...question, condition: rules.length === 0 ? null : { ...question.condition, rules } }
      }),
  })
}

/** Moves a question one place up or down; at the end of its section, into the neighbouring one. */
export function moveQuestion(id: string, direction: 1 | -1): Edit {
  return (definition) => {
    const question = definition.questions.find((one) => one.id === id)
    if (!question) return definition
    const own = definition.questions.filter(({ sectionId }) => sectionId === question.sectionId)
    const neighbour = own[own.indexOf(question) + direction]
    if (neighbour) {
      const questions = [...definition.questions]
      const [from, to] = [questions.indexOf(question), questions.indexOf(neighbour)]
      questions[from] = neighbour
      questions[to] = question
      return { ...definition, questions }
    }
    const sections = definition.sections.map((section) => section.id)
    const next = sections[sections.indexOf(question.sectionId) + direction]
    if (next === undefined) return definition
    const rest = definition.questions.filter((one) => one !== question)
    const moved = { ...question, sectionId: next }
    if (direction === -1) return insertInto({ ...definition, questions: rest }, moved, next)
    const first = rest.findIndex(({ sectionId }) => sectionId === next)
    return { ...definition, questions: rest.toSpliced(first < 0 ? rest.length : first, 0, moved) }
  }
}

/** Adds a section at the end, or a part of one behind it. */
export function addSection(id: string, parentId: string | null): Edit {
  const section: ScorecardSection = { id, title: t`New section`, instructions: '', weight: null, parentId }
  return (definition) => {
    const behind =
      parentId === null
        ? definition.sections.length
        : definition.sections.findLastIndex((one) => one.id === parentId || one.parentId === parentId) + 1
    return { ...definition, sections: definition.sections.toSpliced(behind, 0, section) }
  }
}

/** Takes a section away with its parts and questions. */
export function removeSection(id: string): Edit {
  return (definition) => {
    const gone = new Set(
      definition.sections.filter((one) => one.id === id || one.parentId === id).map((section) => section.id),
    )
    const rest = {
      ...definition,
      sections: definition.sections.filter((section) => !gone.has(section.id)),
    }
    return definition.questions
      .filter(({ sectionId }) => gone.has(sectionId))
      .reduce((form, question) => removeQuestion(question.id)(form), rest)
  }
}

/** Lets every question (or section) count the same, to a sum of 100. */
export function weighEvenly(definition: ScorecardDefinition): ScorecardDefinition {
  if (definition.strategy === 'question-weighted') {
    const counting = definition.questions.filter(
      ({ type, isExcluded, isBonus }) => type !== 'text' && !isExcluded && !isBonus,
    )
    const shares = evenShares(counting.length)
    return {
      ...definition,
      questions: definition.questions.map((question) => {
        const at = counting.indexOf(question)
        return at < 0 ? question : { ...question, weight: shares[at]! }
      }),
    }
  }
  const top = definition.sections.filter(({ parentId }) => parentId === null)
  const shares = evenShares(top.length)
  return {
    ...definition,
    sections: definition.sections.map((section) => {
      const at = top.indexOf(section)
      return at < 0 ? section : { ...section, weight: shares[at]! }
    }),
  }
}

/** Shares of 100 to two decimals that add up to it exactly. */
function evenShares(n: number): number[] {
  const cents = Math.floor(10_000 / Math.max(1, n))
  const left = 10_000 - cents * n
  return Array.from({ length: n }, (_, index) => (cents + (index < left ? 1 : 0)) / 100)
}

/** What a question becomes when it is answered another way: answers it has are kept where the new way can hold them. */
export function ofType(question: ScorecardQuestion, type: QuestionType): Partial<ScorecardQuestion> {
  const options = optionsOf(question)
  switch (type) {
    case 'yes-no':
      return { type, options: [], ranges: [], defaultOptionId: null }
    case 'single':
    case 'multiple':
      return {
        type,
        ranges: [],
        options: options.length > 0 ? [...options] : usualOptions,
        defaultOptionId: type === 'multiple' ? null : question.defaultOptionId,
      }
    case 'numeric':
      return {
        type,
        options: [],
        defaultOptionId: null,
        ranges:
          question.ranges.length > 0
            ? question.ranges
            : [
                { from: 0, to: 30, points: 1, fatal: null },
                { from: 31, to: 3600, points: 0, fatal: null },
              ],
      }
    case 'points':
      return {
        type,
        options: [],
        ranges: [],
        defaultOptionId: null,
        leastPoints: 0,
        mostPoints: question.mostPoints > 0 ? question.mostPoints : 10,
      }
    case 'text':
      return { type, options: [], ranges: [], defaultOptionId: null }
  }
}

const usualOptions: AnswerOption[] = [
  { id: 'option-1', label: t`Fully`, points: 2, guidance: '', fatal: null },
  { id: 'option-2', label: t`In part`, points: 1, guidance: '', fatal: null },
  { id: 'option-3', label: t`Not at all`, points: 0, guidance: '', fatal: null },
]
