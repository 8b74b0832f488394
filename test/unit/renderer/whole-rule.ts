import type { RuleCondition } from '../../../shared/domain/rule-conditions.ts'
import type { QuestionRule } from '../../../shared/domain/rule.ts'

const phraseList = {
  phrases: ['(call|ring) you [back] [..3] {number}', 'confirm your number'],
  sets: ['closing'],
  except: ['could not {number}'],
  exceptSets: ['closing.except'],
  negationWindow: 3,
  tolerance: 'sounds-alike',
} as const
const where = {
  firstTurns: 8,
  lastTurns: 9,
  fromShare: 0.125,
  toShare: 0.9,
  fromSeconds: 2.5,
  toSeconds: 600,
  lastSeconds: 400,
}
const listed = () => ({
  ...phraseList,
  phrases: [...phraseList.phrases],
  sets: [...phraseList.sets],
  except: [...phraseList.except],
  exceptSets: [...phraseList.exceptSets],
  where: { ...where },
})
const said: RuleCondition = { kind: 'said', by: 'customer', ...listed(), leastTimes: 2 }
const reach = { turns: 4, turnsOf: 'agent', seconds: 30 } as const

/** Every kind of block with every field it can have. */
export const everyBlock: RuleCondition = {
  kind: 'all',
  of: [
    said,
    { kind: 'not-said', by: 'anyone', ...listed(), leastTimes: 3 },
    { kind: 'own-name', phrases: ['this is'], sets: ['greeting.name'], where: { ...where } },
    { kind: 'measure', metric: 'silence_share', comparison: 'between', value: 0.125, to: 0.3333 },
    { kind: 'sentiment', of: 'shift', comparison: 'above', value: -0.5 },
    { kind: 'pace', ...listed(), howMany: 'every', comparison: 'below', value: 180 },
    { kind: 'talked-over', ...listed(), howMany: 'some', comparison: 'at-most', value: 1.5 },
    { kind: 'moment', moment: 'silence', leastSeconds: 7.5 },
    { kind: 'any', of: [{ kind: 'none', of: [said] }] },
    { kind: 'at-least', count: 1, of: [said, { kind: 'not', of: said }] },
    { kind: 'order', first: said, second: said, howMany: 'every' },
    { kind: 'near', what: said, to: said, direction: 'either', howMany: 'every', ...reach },
    {
      kind: 'within',
      passage: { kind: 'before', anchor: said, ...reach },
      condition: said,
      howMany: 'every',
      withoutPassage: 'true',
    },
    { kind: 'within', passage: { kind: 'between', from: said, to: said }, condition: said },
  ],
}

const shared = (): Pick<QuestionRule, 'format' | 'languages' | 'lists' | 'appliesWhen' | 'guards'> => ({
  format: 1,
  languages: ['en', 'de'],
  lists: { number: 'number|phone number', other: 'a word' },
  appliesWhen: [
    { when: said, otherwise: 'Nobody asked to be called.' },
    { when: said, otherwise: 'It was a chat.' },
  ],
  guards: {
    start: false,
    end: false,
    leave: true,
    lastWord: true,
    leastConfidence: 0.655,
    leastAgentWords: 35,
    mostUnheardShare: 0.15,
    nearMisses: [{ when: said, sentence: 'A number was said by somebody.' }, { when: said }],
  },
})

/** A rule that passes or fails and uses every field there is. */
export const wholeRule = (): QuestionRule => ({
  ...structuredClone(shared()),
  answers: 'pass-fail',
  passWhen: structuredClone(everyBlock),
  failWhen: structuredClone(said),
  pass: { option: 'Yes', confidence: 0.855 },
  fail: { option: 'No', confidence: 0.7 },
})

/** A rule of several options that uses every field there is. */
export const wholeOptions = (): QuestionRule => ({
  ...structuredClone(shared()),
  answers: 'options',
  options: [
    { option: 'Yes', when: structuredClone(everyBlock), confidence: 0.9 },
    { option: 'Partly', when: structuredClone(said), confidence: 0.6 },
    { option: 'No', when: structuredClone(said), confidence: 0.75 },
  ],
  otherwise: { option: 'No', confidence: 0.5 },
})
