import { t } from '#speech'
import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import {
  optionsOf,
  type AnswerOption,
  type ScorecardDefinition,
  type ScorecardQuestion,
} from '../../../../shared/domain/scorecard/definition.ts'
import { shown } from '../refusals.ts'
import { nearestName, plainWords } from './nearest.ts'

/** An answer as a file writes it: an id, a wording, a number, or several of them. */
export type WrittenAnswer = string | number | boolean | null | readonly (string | number)[]

/** What was looked for, or a sentence that says why it is not there. */
export type Found<Thing> = { found: Thing } | { problem: string }

/** The questions a key may mean: the one with this id, else those with this wording. */
export function questionsCalled({ questions }: ScorecardDefinition, key: string): ScorecardQuestion[] {
  const byId = questions.find(({ id }) => id === key)
  if (byId) return [byId]
  const wanted = plainWords(key)
  return questions.filter(({ title }) => plainWords(title) === wanted)
}

/** The question with this id, else the only one with this wording; else a sentence that names the nearest. */
export function findQuestion(definition: ScorecardDefinition, key: string): Found<ScorecardQuestion> {
  const { questions } = definition
  const alike = questionsCalled(definition, key)
  if (alike.length > 1)
    return {
      problem: t`${{ count: alike.length }} questions are called "${{ key: shown(key) }}"; use their ids.`,
    }
  if (alike[0]) return { found: alike[0] }
  const near = nearestName(key, [...questions.map(({ title }) => title), ...questions.map(({ id }) => id)])
  return {
    problem:
      near === null
        ? t`The form has no question "${{ key: shown(key) }}"; use the wording or the id it has there.`
        : t`The form has no question "${{ key: shown(key) }}"; the nearest is "${{ near: shown(near) }}".`,
  }
}

/** An answer without anything in it. */
export function emptyAnswer(questionId: string): FormAnswer {
  return { questionId, optionIds: [], number: null, text: '', isNotApplicable: false }
}

const notApplicable = /^(?:n\s*\/?\s*a|not applicable)$/i

/** The answer as the question takes it: an option by id, by wording, or by the points that only it gives. */
export function matchAnswer(question: ScorecardQuestion, written: WrittenAnswer): Found<FormAnswer> {
  const empty = emptyAnswer(question.id)
  if (written === null || written === '') return { found: empty }
  const isWordOfIts = typeof written === 'string' && findOption(question, written) !== undefined
  if (typeof written === 'string' && notApplicable.test(written.trim()) && !isWordOfIts)
    return { found: { ...empty, isNotApplicable: true } }
  switch (question.type) {
    case 'text':
      return { found: { ...empty, text: String(written).slice(0, 10_000) } }
    case 'numeric':
    case 'points':
      return matchNumber(question, written)
    case 'yes-no':
    case 'single':
    case 'multiple':
      return matchOptions(question, written)
  }
}

function matchNumber(question: ScorecardQuestion, written: WrittenAnswer): Found<FormAnswer> {
  const text = typeof written === 'string' ? written.trim().replace(',', '.') : written
  const number = typeof text === 'string' && text !== '' ? Number(text) : text
  const isNumber = typeof number === 'number' && Number.isFinite(number)
  const spans =
    question.type === 'points'
      ? [{ from: question.leastPoints, to: question.mostPoints }]
      : question.ranges.toSorted((one, other) => one.from - other.from)
  if (isNumber && spans.some(({ from, to }) => from <= number && number <= to))
    return { found: { ...emptyAnswer(question.id), number } }
  const taken = spans.map(({ from, to }) => (from === to ? String(from) : t`${{ from }} to ${{ to }}`))
  return {
    problem: t`"${{ title: shown(question.title) }}" takes ${{ taken: taken.join(', ') || t`no number` }}, not "${{ written: shown(String(written)) }}".`,
  }
}

function matchOptions(question: ScorecardQuestion, written: WrittenAnswer): Found<FormAnswer> {
  const words = wordsOf(question, written)
  if (words.length > 1 && question.type !== 'multiple')
    return {
      problem: t`"${{ title: shown(question.title) }}" takes one answer, not ${{ count: words.length }}.`,
    }
  const optionIds: string[] = []
  for (const word of words) {
    const option = findOption(question, word)
    if (option === undefined) {
      const labels = optionsOf(question).map(({ label }) => label)
      const near = nearestName(word, labels)
      const title = shown(question.title)
      const first = labels.slice(0, 6).map((label) => `"${shown(label)}"`)
      return {
        problem:
          near === null
            ? t`"${{ title }}" has no answer "${{ word: shown(word) }}"; it has ${{ answers: first.join(', ') }}.`
            : t`"${{ title }}" has no answer "${{ word: shown(word) }}"; the nearest is "${{ near: shown(near) }}".`,
      }
    }
    if (!optionIds.includes(option.id)) optionIds.push(option.id)
  }
  return { found: { ...emptyAnswer(question.id), optionIds } }
}

function wordsOf(question: ScorecardQuestion, written: WrittenAnswer): string[] {
  if (written === true) return ['yes']
  if (written === false) return ['no']
  if (typeof written === 'object' && written !== null) return written.map(String)
  const text = String(written)
  if (question.type !== 'multiple' || findOption(question, text) !== undefined) return [text]
  return text
    .split(/[;|]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

function findOption(question: ScorecardQuestion, word: string): AnswerOption | undefined {
  const options = optionsOf(question)
  const byId = options.find(({ id }) => id === word)
  if (byId) return byId
  const wanted = plainWords(word)
  const byLabel = options.filter(({ label }) => plainWords(label) === wanted)
  if (byLabel.length > 0) return byLabel[0]
  const points = wanted === '' ? Number.NaN : Number(wanted)
  const byPoints = options.filter((option) => option.points === points)
  return byPoints.length === 1 ? byPoints[0] : undefined
}
