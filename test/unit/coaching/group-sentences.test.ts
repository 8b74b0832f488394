import { describe, expect, test } from 'vitest'
import { groupSentence } from '../../../engine/coaching/index.ts'
import { metricDefinition } from '../../../engine/metrics/index.ts'

const hold = metricDefinition('hold_time')!
const compared = {
  groupMean: 13,
  rest: 15,
  agents: 11,
  restAgents: 31,
  isRestComparable: true,
  isMixOfWork: false,
  difference: -2,
  low: -8,
  high: 4,
  pValue: 0.7,
  isFlagged: false,
}
const cell = { agents: 15, raw: 64, mean: 62, low: 53, high: 71, others: 22, compared }
const team = { kind: 'team', label: 'Juniper' } as const

describe('what is said of a group', () => {
  test('all its work and the same work are two things, and what explains the difference is said', () => {
    expect(groupSentence(team, { ...cell, compared: { ...compared, isMixOfWork: true } }, hold)).toBe(
      'Juniper: probably 1 min 2 s (53 s to 1 min 11 s) over 15 agents on all their work; other teams average 22 s. On the same work 13 s (11 agents) beside 15 s (31): about equal, so what they work on makes the difference.',
    )
  })
  test.each([
    ['a plain cell', compared, ': better by 2 s.'],
    ['one that is flagged', { ...compared, difference: 40, isFlagged: true }, ': worse by 40 s.'],
    [
      'one that chance may explain',
      { ...compared, difference: 40 },
      ': worse by 40 s, which chance may explain.',
    ],
    ['no difference', { ...compared, difference: 0.2 }, ': equal.'],
    [
      'other work',
      { ...compared, isRestComparable: false },
      'The others work on other queues, so this is a hint: better by 2 s.',
    ],
    ['too few', null, 'Too few agents to compare with the rest.'],
  ])('%s', (_, beside, ending) => {
    expect(groupSentence(team, { ...cell, compared: beside }, hold).slice(-ending.length)).toBe(ending)
  })
  test('a queue stands beside other work', () => {
    expect(
      groupSentence(
        { kind: 'queue', label: 'Card Services' },
        { ...cell, compared: { ...compared, difference: 40, isFlagged: true } },
        hold,
      ),
    ).toBe(
      'Card Services: probably 1 min 2 s (53 s to 1 min 11 s) over 15 agents. Other work averages 15 s: worse by 40 s.',
    )
  })
})
