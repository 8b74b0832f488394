import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flagReader, wordReader } from '../../../engine/imports/values/flags.ts'
import { isNoStatement } from '../../../engine/imports/values/no-statement.ts'
import { numberReader } from '../../../engine/imports/values/numbers.ts'
import { isPlaceholderAgent } from '../../../engine/imports/recognise/index.ts'
import { isTemplateText, isTotalText } from '../../../engine/imports/values/placeholders.ts'
import { scaleReader } from '../../../engine/imports/values/scales.ts'
import { NO_WORDS, YES_WORDS } from '../../../engine/imports/values/words.ts'

describe('a cell that states nothing', () => {
  it.each([
    '',
    ' ',
    '-',
    '--',
    'N/A',
    'n/a',
    '#N/A',
    'NULL',
    'NaN%',
    'Infinity%',
    '[None]',
    '[Deleted]',
    '#DIV/0!',
    ' nan ',
    'None',
    '–',
    'k. A.',
  ])('is %j', (text) => {
    expect(isNoStatement(text)).toBe(true)
  })

  it.each(['0', '0%', 'no', 'Nan Li', 'North', '#REF!', '#VALUE!', '[Sales]', '-5', 'nothing to add'])(
    'is not %j',
    (text) => {
      expect(isNoStatement(text)).toBe(false)
    },
  )
})

describe('a number', () => {
  const point = numberReader('.')
  const comma = numberReader(',')

  it.each([
    ['1234.5', 1234.5],
    ['1,234.5', 1234.5],
    ['1 234', 1234],
    ["1'234.5", 1234.5],
    ['12,34,567', 1_234_567],
    ['87%', 87],
    ['$1,200', 1200],
    ['(5)', -5],
    ['−3', -3],
    ['1e3', 1000],
  ])('with a decimal point, %s is %d', (text, expected) => {
    expect(point(text)).toBe(expected)
  })

  it.each([
    ['1234,5', 1234.5],
    ['1.234,5', 1234.5],
    ['93,5 %', 93.5],
    ['1.234', 1234],
  ])('with a decimal comma, %s is %d', (text, expected) => {
    expect(comma(text)).toBe(expected)
  })

  it.each(['1,23', '12,3456', '0x10', 'Infinity', '', '1.2.3', 'five'])(
    'with a decimal point, %s is none',
    (text) => {
      expect(point(text)).toBeNaN()
    },
  )

  it('comes back from both ways of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (hundredths) => {
        const number = hundredths / 100
        expect(point(number.toLocaleString('en-US', { maximumFractionDigits: 2 }))).toBeCloseTo(number, 6)
        expect(comma(number.toLocaleString('de-DE', { maximumFractionDigits: 2 }))).toBeCloseTo(number, 6)
      }),
    )
  })
})

describe('a rating', () => {
  const read = scaleReader({
    as: 'scale',
    min: 1,
    max: 5,
    words: { 'very satisfied': 5, good: 4 },
    silent: ['offered'],
  })

  it.each([
    ['4', 4],
    ['4.0', 4],
    ['4/5', 4],
    ['8/10', 4],
    ['4 out of 5', 4],
    ['4 von 5', 4],
    ['★★★★', 4],
    ['★★★★☆', 4],
    ['⭐⭐', 2],
    ['5 - Very satisfied', 5],
    ['5 Very satisfied', 5],
    ['Extremely likely - 5', 5],
    ['4 stars', 4],
    ['Somewhat (3)', 3],
    ['Very  Satisfied', 5],
    ['Offered', null],
    ['N/A', null],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each(['see note', 'pending??', '5 apples and 3', '3 calls before it worked'])('%s is none', (text) => {
    expect(read(text)).toBeNaN()
  })
})

describe('a flag', () => {
  const read = flagReader({ as: 'flag', yes: YES_WORDS, no: NO_WORDS })

  it('is yes or no in several languages, or nothing', () => {
    expect(['Yes', 'ja', 'SÍ', 'oui', 'Sim', 'true', '1', '3'].map(read)).toEqual(
      Array.from({ length: 8 }, () => true),
    )
    expect(['No', 'nein', 'non', 'nee', 'NÃO', 'false', '0'].map(read)).toEqual(
      Array.from({ length: 7 }, () => false),
    )
    expect(['', 'maybe', 'N/A'].map(read)).toEqual([null, null, null])
  })

  it('gives closed words their meaning and others none', () => {
    const direction = wordReader({ as: 'word', words: { Inbound: 'inbound' } })
    expect([direction('INBOUND '), direction('sideways')]).toEqual(['inbound', null])
  })
})

describe('what stands in an agent’s place', () => {
  it.each([
    'NO_SERVER',
    '[None]',
    'Unassigned',
    'system',
    'AI Scored Evaluation',
    '',
    ' ',
    'Unknown agent',
    'Nicht zugewiesen',
  ])('%j is nobody', (text) => {
    expect(isPlaceholderAgent(text)).toBe(true)
  })

  it.each(['Ada Moreno', 'Nadia Systema', 'Auto Lindqvist', '101', 'ada@example.com'])(
    '%j is somebody',
    (text) => {
      expect(isPlaceholderAgent(text)).toBe(false)
    },
  )

  it('tells templates and totals', () => {
    expect(['{{agent}}', '{agent_name}', '${id}', '<<name>>', '%AGENT%'].map(isTemplateText)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(['Ada', '100%', 'Kim {the boss} Lee', '5%'].map(isTemplateText)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(
      ['Total', 'Grand Total:', 'Summe', 'All agents', 'Total (12)', 'Gesamtergebnis'].map(isTotalText),
    ).toEqual([true, true, true, true, true, true])
    expect(['Totally fine', 'Tomas Sum', ''].map(isTotalText)).toEqual([false, false, false])
  })
})
