import fc from 'fast-check'
import {
  optionsOf,
  type AnswerOption,
  type Fatal,
  type QuestionCondition,
  type QuestionType,
  type ScorecardDefinition,
  type ScorecardQuestion,
  type ScorecardSection,
} from '../../../shared/domain/scorecard/definition.ts'
import { aForm } from './forms.ts'

/** What a file of some kind can hold of a form. */
export interface Holds {
  strategies: readonly ScorecardDefinition['strategy'][]
  types: readonly QuestionType[]
  /** Any wording at all; otherwise of letters and at most 100 of them. */
  anyWords: boolean
  hasSubsections: boolean
  hasInstructions: boolean
  hasDescription: boolean
  /** Points of one answer. */
  points: fc.Arbitrary<number>
  /** Stands for the best answer of a choice or a number; null where any points may be the best. */
  best: number | null
  fatal: 'any' | 'all-but-best' | 'none'
  /** How rules may be joined: any way, or as Genesys Cloud's paths can say it. */
  conditions: 'any' | 'paths'
  hasAutomation: boolean
  hasOurOwn: boolean
  hasBonus: boolean
  hasDefault: boolean
  isCriticalKept: boolean
  /** Weights on every section, on what the strategy weighs (adding up to 100), or anywhere. */
  weights: 'sections' | 'shares' | 'anywhere'
}

type Gen = fc.GeneratorValue

function oneOf<Thing>(g: Gen, things: readonly Thing[]): Thing {
  return g(() => fc.constantFrom(...things))
}

const letters = fc
  .string({ unit: fc.constantFrom(...'abcdefgh ijklm'), minLength: 1, maxLength: 40 })
  .map((text) => text.trim())
  .filter((text) => text !== '')
const anything = fc
  .oneof(
    letters,
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', "'=", "''-", '"', ';', ','), letters)
      .map(([first, rest]) => first + rest),
    fc.constantFrom(
      '=1+1',
      "'",
      'a\nb',
      'a\r\nb',
      '-5',
      '{"a":1}',
      '[x',
      'yes',
      '1e5',
      'N/A',
      '__proto__',
      'constructor',
    ),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '')

/** A form that such a file can hold, sections and questions in the order they are asked. */
export function anyForm(g: Gen, holds: Holds): ScorecardDefinition {
  const words = () => g(() => (holds.anyWords ? anything : letters))
  const maybe = (text: () => string) => (g(fc.boolean) ? text() : '')
  const strategy = oneOf(g, holds.strategies)
  const sections: ScorecardSection[] = []
  const questions: ScorecardQuestion[] = []
  const addSection = (parentId: string | null): string => {
    const id = `section-${sections.length}`
    sections.push({
      id,
      title: words(),
      instructions: holds.hasInstructions ? maybe(words) : '',
      weight: holds.weights === 'sections' ? g(fc.integer, { min: 0, max: 50 }) : null,
      parentId,
    })
    return id
  }
  const addQuestions = (sectionId: string, least: number) => {
    const count = g(fc.integer, { min: least, max: 3 })
    for (let at = 0; at < count; at++)
      questions.push(anyQuestion(g, holds, words, questions, sections, sectionId))
  }
  const count = g(fc.integer, { min: 1, max: 3 })
  for (let at = 0; at < count; at++) {
    const section = addSection(null)
    addQuestions(section, holds.hasSubsections ? 0 : 1)
    const hasOwn = questions.some(({ sectionId }) => sectionId === section)
    if (holds.hasSubsections && (!hasOwn || g(fc.boolean))) {
      addQuestions(addSection(section), 1)
      addQuestions(section, 0)
    }
  }
  const definition: ScorecardDefinition = {
    title: words(),
    description: holds.hasDescription ? maybe(words) : '',
    strategy,
    sections,
    questions,
  }
  if (holds.weights === 'shares') shareOut(g, definition)
  if (holds.weights === 'anywhere')
    for (const one of [...sections, ...questions])
      one.weight = g(() => fc.option(fc.double({ min: 0, max: 1_000, noNaN: true })))
  return aForm(definition)
}

/** Whole weights that add up to 100, where the strategy weighs. */
function shareOut(g: Gen, { strategy, sections, questions }: ScorecardDefinition): void {
  const weighing =
    strategy === 'question-weighted'
      ? questions.filter((one) => one.type !== 'text' && !one.isExcluded && !one.isBonus)
      : strategy === 'section-weighted'
        ? sections.filter(({ parentId }) => parentId === null)
        : []
  let left = 100
  for (const [at, one] of weighing.entries()) {
    one.weight = at === weighing.length - 1 ? left : g(fc.integer, { min: 0, max: left })
    left -= one.weight
  }
}

function anyQuestion(
  g: Gen,
  holds: Holds,
  words: () => string,
  before: readonly ScorecardQuestion[],
  sections: readonly ScorecardSection[],
  sectionId: string,
): ScorecardQuestion {
  const id = `question.${before.length}`
  const type = oneOf(g, holds.types)
  const fatal = (isBest: boolean): Fatal | null => {
    if (holds.fatal === 'none' || holds.fatal === 'all-but-best') return null
    if (isBest || g(fc.boolean)) return null
    return g(fc.boolean)
      ? { target: 'form' }
      : { target: 'section', sectionId: g(() => fc.constantFrom(...sections)).id }
  }
  const isPlain = type === 'yes-no' && (holds.best === null || holds.best === 1)
  const options =
    type === 'single' || type === 'multiple' || (type === 'yes-no' && !isPlain)
      ? anyOptions(g, holds, type, id, words, fatal)
      : []
  const isFatal = holds.fatal === 'all-but-best' && type === 'single' && g(fc.boolean)
  const best = Math.max(...options.map(({ points }) => points))
  if (isFatal) for (const option of options) option.fatal = option.points < best ? { target: 'form' } : null
  const isWithoutPoints = options.length > 0 && best <= 0
  const answers = type === 'yes-no' && isPlain ? optionsOf({ type, options: [] }) : options
  return {
    id,
    sectionId,
    title: words(),
    guidance: g(fc.boolean) ? words() : '',
    type,
    weight: null,
    isBonus: holds.hasBonus && g(fc.boolean),
    isCritical: holds.isCriticalKept && g(fc.boolean),
    isExcluded: isWithoutPoints || (holds.fatal !== 'all-but-best' && g(fc.boolean)),
    allowsNotApplicable: g(fc.boolean),
    options,
    ranges: type === 'numeric' ? anyRanges(g, holds, fatal) : [],
    leastPoints: type === 'points' ? g(fc.integer, { min: -5, max: 0 }) : 0,
    mostPoints: type === 'points' ? g(fc.integer, { min: 1, max: 20 }) : 0,
    defaultOptionId:
      holds.hasDefault && type !== 'multiple' && answers.length > 0 && g(fc.boolean)
        ? g(() => fc.constantFrom(...answers)).id
        : null,
    condition: g(fc.boolean) ? anyCondition(g, holds, before) : null,
    rootCauses: holds.hasOurOwn && g(fc.boolean) ? [words(), words()] : [],
    ...(holds.hasAutomation && g(fc.boolean) && anyAutomation(g, type, answers)),
  }
}

function anyOptions(
  g: Gen,
  holds: Holds,
  type: QuestionType,
  questionId: string,
  words: () => string,
  fatal: (isBest: boolean) => Fatal | null,
): AnswerOption[] {
  const count = type === 'yes-no' ? 2 : g(fc.integer, { min: 2, max: 4 })
  return Array.from({ length: count }, (_, at) => {
    const isBest = at === 0 && holds.best !== null && type !== 'multiple'
    return {
      id: `${questionId}.o${at}`,
      // only a yes/no question is worded as one
      label: type === 'yes-no' ? ['Yes', 'No'][at]! : `${words()} ${at}`,
      points: isBest ? holds.best! : g(() => holds.points),
      guidance:
        holds.hasOurOwn || (type === 'multiple' && holds.conditions === 'paths')
          ? g(fc.boolean)
            ? words()
            : ''
          : '',
      fatal: fatal(isBest),
    }
  })
}

function anyRanges(g: Gen, holds: Holds, fatal: (isBest: boolean) => Fatal | null) {
  const count = g(fc.integer, { min: 1, max: 3 })
  return Array.from({ length: count }, (_, at) => ({
    from: at * 10,
    to: at * 10 + g(fc.integer, { min: 0, max: 9 }),
    points: at === 0 ? (holds.best ?? 1) : g(() => holds.points),
    fatal: fatal(at === 0),
  }))
}

function anyCondition(g: Gen, holds: Holds, before: readonly ScorecardQuestion[]): QuestionCondition | null {
  const asked = before.filter((one) => optionsOf(one).length > 0)
  if (asked.length === 0) return null
  const match = oneOf(g, ['all', 'any'] as const)
  const named = g(() => fc.uniqueArray(fc.constantFrom(...asked), { minLength: 1, maxLength: 3 }))
  return {
    match,
    rules: named.map((question) => {
      const ids = optionsOf(question).map(({ id }) => id)
      const isOne = holds.conditions === 'paths' && match === 'all'
      return {
        questionId: question.id,
        is: holds.conditions === 'paths' ? 'in' : oneOf(g, ['in', 'not-in', 'all-in', 'exactly'] as const),
        optionIds: g(() => fc.subarray(ids, { minLength: 1, maxLength: isOne ? 1 : ids.length })),
      }
    }),
  }
}

function anyAutomation(g: Gen, type: QuestionType, options: readonly AnswerOption[]) {
  const empty = { source: null, measure: null, categories: [], otherwiseOptionIds: [] }
  const source = oneOf(g, ['contact-data', 'language-model'] as const)
  if (type === 'points') return {}
  if (options.length === 0)
    return {
      automation:
        type === 'numeric' && g(fc.boolean) ? { ...empty, measure: 'NON_TALK_TIME' } : { ...empty, source },
    }
  const [first, last] = [options[0]!.id, options.at(-1)!.id]
  return {
    automation: {
      ...empty,
      source: g(fc.boolean) ? source : null,
      categories: [
        {
          category: 'Complaint',
          isPresent: g(fc.boolean),
          optionIds: type === 'multiple' ? [first, last] : [first],
        },
      ],
      otherwiseOptionIds: [last],
    },
  }
}
