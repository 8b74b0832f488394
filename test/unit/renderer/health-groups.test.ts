import { expect, test } from 'vitest'
import { healthGroups, healthState, subjectOf } from '../../../renderer/app/health/health-groups.ts'
import type { HealthFinding } from '../../../shared/contract/health.ts'

const finding = (id: string, more: Partial<HealthFinding>): HealthFinding => ({
  id,
  state: '1',
  kind: 'stopped',
  severity: 'note',
  subject: null,
  who: null,
  agentIds: [],
  teamIds: [],
  since: null,
  count: 1,
  sentence: id,
  todo: 'Look',
  link: { page: 'data', tab: 'import' },
  isSetAside: false,
  ...more,
})

const findings = [
  finding('blocks', { severity: 'blocking' }),
  finding('team 3', { severity: 'blocking', teamIds: [3], agentIds: [7, 8] }),
  finding('agent 7', { severity: 'worth-knowing', agentIds: [7] }),
  finding('aside', { severity: 'blocking', agentIds: [7], isSetAside: true }),
  finding('note', {}),
]
const idsFor = (subject: Parameters<typeof healthGroups>[1]) =>
  healthGroups(findings, subject).map(({ id, findings: of }) => [id, of.map((one) => one.id)])

test('what concerns the page stands first and only there; what is set aside stands nowhere', () => {
  expect(idsFor({ agent: 7, team: null })).toEqual([
    ['here', ['team 3', 'agent 7']],
    ['blocking', ['blocks']],
    ['note', ['note']],
  ])
  expect(idsFor({ agent: null, team: 3 })[0]).toEqual(['here', ['team 3']])
  expect(idsFor({ agent: null, team: null })[0]).toEqual(['blocking', ['blocks', 'team 3']])
})

test('the mark is that of the gravest, and notes do not count', () => {
  expect(healthState(findings)).toEqual({ state: 'blocking', count: 3 })
  expect(healthState(findings.slice(2, 3))).toEqual({ state: 'worth-knowing', count: 1 })
  expect(healthState(findings.slice(3))).toEqual({ state: 'well', count: 0 })
})

test('an address is about somebody on Coaching only', () => {
  expect(subjectOf('/coaching', { agent: 7 })).toEqual({ agent: 7, team: null })
  expect(subjectOf('/conversations', { agent: 7, team: 3 })).toEqual({ agent: null, team: null })
})
