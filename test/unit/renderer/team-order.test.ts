import { describe, expect, it } from 'vitest'
import type { TeamListItem } from '../../../shared/contract/coaching.ts'
import {
  groupByState,
  matching,
  namesOfSeveral,
  neighbour,
  tiedWithAbove,
} from '../../../renderer/features/coaching/neighbours.ts'

function anItem(id: number, overrides: Partial<TeamListItem> = {}): TeamListItem {
  return {
    agent: { id, name: `Agent ${id}`, team: 'Billing' },
    rank: id,
    priority: 1,
    state: 'act',
    reason: 'Recap missing',
    actions: 1,
    topDriver: null,
    isNew: false,
    coachedToday: false,
    lastCoachedAt: null,
    contacts: 100,
    ...overrides,
  }
}

describe('the team list', () => {
  it('stands by urgency of state, and in the engine’s order within a state', () => {
    const items = [
      anItem(1),
      anItem(2, { state: 'on-track' }),
      anItem(3),
      anItem(4, { state: 'must-address' }),
    ]
    expect(
      groupByState(items).map(({ state, items: group }) => [state, group.map(({ agent }) => agent.id)]),
    ).toEqual([
      ['must-address', [4]],
      ['act', [1, 3]],
      ['on-track', [2]],
    ])
  })

  it('marks a priority within 10% of the one above as a tie', () => {
    const items = [anItem(1, { priority: 2 }), anItem(2, { priority: 1.85 }), anItem(3, { priority: 1.2 })]
    expect([...tiedWithAbove(items)]).toEqual([2])
  })

  it('calls nobody tied who has no action', () => {
    const items = [anItem(1, { priority: 0, actions: 0 }), anItem(2, { priority: 0, actions: 0 })]
    expect([...tiedWithAbove(items)]).toEqual([])
  })

  it('knows the names that need a team beside them', () => {
    const items = [anItem(1), anItem(2, { agent: { id: 2, name: 'Agent 1', team: 'Orders' } }), anItem(3)]
    expect([...namesOfSeveral(items)]).toEqual(['Agent 1'])
  })

  it('finds agents by every word of the search, in name, team or reason', () => {
    const items = [
      anItem(1, { agent: { id: 1, name: 'Lucía Ferrer', team: 'Retention' } }),
      anItem(2, { reason: 'Dead air' }),
    ]
    expect(matching(items, 'retention lucía').map(({ agent }) => agent.id)).toEqual([1])
    expect(matching(items, 'dead').map(({ agent }) => agent.id)).toEqual([2])
    expect(matching(items, '  ')).toEqual(items)
  })

  it('moves by keyboard from one agent to the next and stays at the ends', () => {
    const items = [anItem(1), anItem(2), anItem(3)]
    expect([
      neighbour(items, undefined, 1),
      neighbour(items, 1, 1),
      neighbour(items, 3, 1),
      neighbour(items, 1, -1),
      neighbour([], 1, 1),
    ]).toEqual([1, 2, 3, 1, undefined])
  })
})
