import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreAnswers } from '../../../shared/domain/scorecard/score-answers.ts'
import { optionsOf, type ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import {
  readFormFile,
  writeConnectForm,
  writeDebriefForm,
  writeFormCsv,
  writeGenesysForm,
  type WrittenForm,
} from '../../../engine/quality/forms/index.ts'
import { anyForm, type Holds } from './any-form.ts'
import { anAnswer } from './forms.ts'

const everything: Holds = {
  strategies: ['question-weighted', 'section-weighted', 'points', 'weighted-groups'],
  types: ['yes-no', 'single', 'multiple', 'numeric', 'points', 'text'],
  anyWords: true,
  hasSubsections: true,
  hasInstructions: true,
  hasDescription: true,
  points: fc.double({ min: -1_000, max: 1_000, noNaN: true }).map((points) => points + 0),
  best: null,
  fatal: 'any',
  conditions: 'any',
  hasAutomation: true,
  hasOurOwn: true,
  hasBonus: true,
  hasDefault: true,
  isCriticalKept: true,
  weights: 'anywhere',
}

const connect: Holds = {
  ...everything,
  strategies: ['question-weighted', 'section-weighted'],
  types: ['yes-no', 'single', 'multiple', 'numeric', 'text'],
  anyWords: false,
  points: fc.integer({ min: 0, max: 9 }),
  best: 10,
  hasOurOwn: false,
  hasDefault: false,
  isCriticalKept: false,
  weights: 'shares',
}

const connectPoints: Holds = {
  ...connect,
  strategies: ['points'],
  points: fc.integer({ min: 0, max: 100 }),
  best: 1,
}

const genesys: Holds = {
  ...everything,
  strategies: ['points', 'weighted-groups'],
  types: ['yes-no', 'single', 'multiple', 'text'],
  anyWords: false,
  hasSubsections: false,
  hasInstructions: false,
  hasDescription: false,
  points: fc.integer({ min: 0, max: 20 }),
  fatal: 'all-but-best',
  conditions: 'paths',
  hasAutomation: false,
  hasOurOwn: false,
  hasBonus: false,
  weights: 'sections',
}

function comesBack(
  holds: Holds,
  write: (definition: ScorecardDefinition) => WrittenForm,
  name: string,
): void {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const definition = anyForm(g, holds)
      const written = write(definition)
      expect(readFormFile(name, written.text).definition).toEqual(definition)
      expect(written.notes).toEqual([])
    }),
    { numRuns: 150, endOnFailure: true },
  )
}

describe('a form that a file can hold comes back as it was', () => {
  it('as JSON of our own', () => comesBack(everything, writeDebriefForm, 'form.json'))
  it('as CSV, whatever stands in its texts', () => comesBack(everything, writeFormCsv, 'form.csv'))
  it('as an Amazon Connect form by weights', () => comesBack(connect, writeConnectForm, 'form.json'))
  it('as an Amazon Connect form by points', () => comesBack(connectPoints, writeConnectForm, 'form.json'))
  it('as a Genesys Cloud form', () => comesBack(genesys, writeGenesysForm, 'form.json'))
})

describe('a form that a file cannot hold', () => {
  it('keeps its scores in Amazon Connect, where only points are stretched and weights of groups multiplied in', () => {
    const holds: Holds = {
      ...connect,
      strategies: ['question-weighted', 'section-weighted', 'points', 'weighted-groups'],
      types: ['yes-no', 'single', 'multiple'],
      points: fc.integer({ min: 0, max: 5 }),
      best: 5,
      weights: 'sections',
      hasAutomation: false,
    }
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const definition = anyForm(g, holds)
        for (const question of definition.questions)
          if (definition.strategy === 'question-weighted' && !question.isBonus && !question.isExcluded)
            question.weight = 7
        const answers = someAnswers(g, definition)
        const written = writeConnectForm(definition)
        const back = readFormFile('form.json', written.text).definition
        const [before, after] = [definition, back].map(
          (one) => scoreAnswers(one, answers).scoreBeforeFatal0to1,
        )
        if (written.notes.some((note) => note.startsWith('Points were rounded'))) return
        if (before === null) expect(after).toBeNull()
        else expect(after).toBeCloseTo(before!, 4)
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })

  it('says what is lost, and never throws', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const definition = anyForm(g, everything)
        for (const write of [writeConnectForm, writeGenesysForm]) {
          const { text, notes } = write(definition)
          expect(notes.every((note) => /^[A-Z"].*\.$/s.test(note))).toBe(true)
          expect(readFormFile('form.json', text).definition.questions).toHaveLength(
            definition.questions.length,
          )
        }
      }),
      { numRuns: 100, endOnFailure: true },
    )
  })
})

function someAnswers(g: fc.GeneratorValue, definition: ScorecardDefinition): FormAnswer[] {
  return definition.questions.flatMap((question): FormAnswer[] => {
    const options = optionsOf(question)
    if (options.length === 0) return []
    if (g(fc.integer, { min: 0, max: 4 }) === 0) return [anAnswer(question.id, { isNotApplicable: true })]
    return [anAnswer(question.id, { optionIds: [g(() => fc.constantFrom(...options)).id] })]
  })
}
