import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { allOf, anyOf, atLeast, notOf } from '../../../../engine/quality/rules/building-blocks/finding.ts'
import { aConversation, holdsIn, notSaid, said, traceIn } from './asking.ts'

const call = aConversation([
  ['agent', 'hello this is harbour bank how can i help you today'],
  ['customer', 'hello i would like to close my account please'],
  ['agent', 'certainly i will close it for you and send you a letter'],
  ['customer', 'thank you bye'],
])

// what is known, what is known not to be, and what the system did not tell
const yes = said('hello')
const no = said('good morning')
const unknown: RuleCondition = { kind: 'measure', metric: 'aht', comparison: 'above', value: 300 }

describe('conditions together', () => {
  it.each([
    ['all', [yes, yes], true],
    ['all', [yes, no], false],
    ['all', [yes, unknown], null],
    ['all', [no, unknown], false],
    ['any', [no, no], false],
    ['any', [no, yes], true],
    ['any', [no, unknown], null],
    ['any', [yes, unknown], true],
    ['none', [no, no], true],
    ['none', [no, yes], false],
    ['none', [no, unknown], null],
    ['none', [yes, unknown], false],
  ] as const)('%s of %#: %s', (kind, of, expected) => {
    expect(holdsIn({ kind, of: [...of] }, call)).toBe(expected)
  })

  it.each([
    [2, [yes, yes, no], true],
    [2, [yes, no, no], false],
    [2, [yes, unknown, no], null],
    [2, [yes, yes, unknown], true],
    [3, [yes, unknown, no], false],
  ])('at least %i', (count, of, expected) => {
    expect(holdsIn({ kind: 'at-least', count, of }, call)).toBe(expected)
  })

  it('say why they are unknown: for the reason of the part that is', () => {
    expect(traceIn({ kind: 'all', of: [yes, unknown] }, call).reason).toBe(
      '"Handle time" is not known of this conversation.',
    )
  })

  it('say which of them decided', () => {
    const trace = traceIn({ kind: 'all', of: [yes, no, { kind: 'not', of: no }] }, call)
    expect(trace.parts.map(({ holds, hasDecided }) => [holds, hasDecided])).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ])
    const denied = traceIn({ kind: 'none', of: [yes, no] }, call)
    expect(denied.parts.map(({ hasDecided }) => hasDecided)).toEqual([true, false])
  })
})

const truth = fc.constantFrom(true, false, null)
const truths = fc.array(truth, { minLength: 1, maxLength: 6 })
/** How much is known: false under unknown under true. */
const rank = (holds: boolean | null) => (holds === null ? 1 : holds ? 2 : 0)

describe('unknown spreads as in the strong logic of Kleene', () => {
  it('as his tables say', () => {
    const values = [true, null, false]
    expect(values.map((a) => values.map((b) => allOf([a, b])))).toEqual([
      [true, null, false],
      [null, null, false],
      [false, false, false],
    ])
    expect(values.map((a) => values.map((b) => anyOf([a, b])))).toEqual([
      [true, true, true],
      [true, null, null],
      [true, null, false],
    ])
    expect(values.map(notOf)).toEqual([false, null, true])
  })

  it('twice not is nothing, and not all is any not', () => {
    fc.assert(
      fc.property(truths, (holds) => {
        expect(holds.map(notOf).map(notOf)).toEqual(holds)
        expect(notOf(allOf(holds))).toBe(anyOf(holds.map(notOf)))
      }),
    )
  })

  it('any and at-least never fall when a part rises', () => {
    fc.assert(
      fc.property(truths, fc.nat(5), fc.integer({ min: 1, max: 6 }), (holds, at, count) => {
        const raised = holds.map((one, index) => (index === at % holds.length ? true : one))
        expect(rank(anyOf(raised))).toBeGreaterThanOrEqual(rank(anyOf(holds)))
        expect(rank(atLeast(count, raised))).toBeGreaterThanOrEqual(rank(atLeast(count, holds)))
      }),
    )
  })

  it('what is unknown may become either without contradicting what was known', () => {
    fc.assert(
      fc.property(truths, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (holds, turned) => {
        const settled = holds.map((one, index) => one ?? turned[index]!)
        for (const together of [allOf, anyOf, (all: (boolean | null)[]) => atLeast(2, all)]) {
          const before = together(holds)
          if (before !== null) expect(together(settled)).toBe(before)
        }
      }),
    )
  })
})

describe('conditions of any shape', () => {
  const leaf = fc.constantFrom<RuleCondition>(yes, no, unknown, notSaid('hello'))
  const { condition } = fc.letrec<{ condition: RuleCondition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({
        kind: fc.constantFrom('all', 'any', 'none'),
        of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
    ),
  }))

  it('not (not x) is x, none is not any, not-said is not said', () => {
    fc.assert(
      fc.property(condition, (one) => {
        const holds = holdsIn(one, call)
        expect(holdsIn({ kind: 'not', of: { kind: 'not', of: one } }, call)).toBe(holds)
        expect(holdsIn({ kind: 'none', of: [one, no] }, call)).toBe(
          holdsIn({ kind: 'not', of: { kind: 'any', of: [one, no] } }, call),
        )
      }),
      { numRuns: 60 },
    )
    expect(holdsIn(notSaid('hello'), call)).toBe(holdsIn({ kind: 'not', of: yes }, call))
  })
})
