import { describe, expect, test } from 'vitest'
import { tallyFlags } from '../../bench/simulation/group-flags.ts'

const world = { teams: 6, agentsPerTeam: 8, drivers: 8, observations: 12, agentSd: 1 }

describe('flags of teams x drivers', () => {
  test('where nothing differs but people, no more than one heat map in ten has one', () => {
    const { falseShare, naiveFalseShare } = tallyFlags({ name: 'none', share: 0, shift: 0, ...world }, 60, 3)
    expect(falseShare).toBeLessThanOrEqual(0.1)
    expect(naiveFalseShare).toBeGreaterThan(0.3)
  })

  test('where some differ, most are found and few flags are false', () => {
    const { falseShare, found } = tallyFlags({ name: 'some', share: 0.15, shift: 4, ...world }, 30, 4)
    expect(falseShare).toBeLessThanOrEqual(0.1)
    expect(found).toBeGreaterThan(0.6)
  })
})
