import { describe, expect, it } from 'vitest'
import { agentPage, teamList as teamListSchema } from '../../../shared/contract/coaching.ts'
import { anAgentPage, teamList } from './fixtures/coaching.ts'

describe('the coaching fixtures', () => {
  it('fit the contract, so that a screen drawn from them can be drawn from the engine', () => {
    expect(teamListSchema.parse(teamList)).toEqual(teamList)
    for (const { agent } of teamList.items) {
      const page = anAgentPage(agent.id)
      expect(agentPage.parse(page)).toEqual(page)
    }
  })
})
