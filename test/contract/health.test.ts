import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findingsOf, nameOf, takeCentre } from '../support/health-centre.ts'
import { openWorkspace, type TestWorkspace } from '../support/workspace.ts'

let workspace: TestWorkspace
beforeEach(async () => {
  workspace = await openWorkspace()
})
afterEach(() => workspace.close())

const agentCalled = async (name: string) =>
  (await workspace.client.people.list({})).find((person) => person.name === name)!.id
const teamCalled = async (name: string) =>
  (await workspace.client.people.teams()).find((team) => team.name === name)!.id

describe('nothing is said without need', () => {
  test('an empty workspace says that there is no data', async () => {
    expect(await workspace.client.health.report()).toMatchObject({
      newestDay: null,
      window: null,
      findings: [],
      sentence: 'There is no data yet.',
    })
  })

  test('of a centre in which all comes as usual there are only notes', async () => {
    await takeCentre(workspace)
    const { findings, sentence } = await workspace.client.health.report()
    expect(findings.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(findings.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['never', 'transcripts'],
      ['selection-unknown', 'evaluations'],
    ])
    expect(sentence).toBe('Everything that was expected is here; the newest data is of 2026-03-29.')
    expect(await workspace.client.health.agent({ agentId: await agentCalled(nameOf(0)), days: 28 })).toEqual(
      [],
    )
  })
})

describe('what is missing is found, for whom and since when', () => {
  test('a source that stopped, and not again for each team', async () => {
    await takeCentre(workspace, { surveys: ({ ago }) => ago < 16 })
    const { findings } = await workspace.client.health.report()
    expect(findings.filter(({ subject }) => subject === 'surveys')).toMatchObject([
      { kind: 'stopped', severity: 'blocking', who: 'surveys', since: '2026-03-14', count: 16 },
    ])
    expect(await workspace.client.health.agent({ agentId: await agentCalled(nameOf(0)) })).toMatchObject([
      { subject: 'surveys', since: '2026-03-14', sentence: expect.stringContaining('since 2026-03-13') },
    ])
  })

  test('a team without surveys, at every one of its people and at no other', async () => {
    await takeCentre(workspace, { surveys: ({ team, ago }) => team === 'East' && ago < 26 })
    const east = [1, 4, 7, 10].map(nameOf)
    expect(await findingsOf(workspace, 'team-without')).toMatchObject([
      {
        subject: 'surveys',
        severity: 'blocking',
        who: 'Team East',
        since: '2026-03-04',
        teamIds: [await teamCalled('East')],
        agentIds: expect.toSatisfy((ids: number[]) => ids.length === east.length),
      },
    ])
    expect(await findingsOf(workspace, 'people-without')).toEqual([])
    expect(await findingsOf(workspace, 'stopped')).toEqual([])
    expect(await workspace.client.health.agent({ agentId: await agentCalled(east[0]!) })).toHaveLength(1)
    expect(await workspace.client.health.agent({ agentId: await agentCalled(nameOf(0)) })).toEqual([])
  })

  test('one agent without shifts', async () => {
    await takeCentre(workspace, { shifts: ({ agent }) => agent === 5 })
    const agentId = await agentCalled(nameOf(5))
    expect(await findingsOf(workspace, 'people-without')).toMatchObject([
      {
        subject: 'shifts',
        who: nameOf(5),
        agentIds: [agentId],
        since: null,
        link: { page: 'coaching', agent: agentId },
      },
    ])
    expect((await workspace.client.health.agent({ agentId })).map(({ subject }) => subject)).toEqual([
      'shifts',
    ])
  })

  test('who was not evaluated', async () => {
    await takeCentre(workspace, { evaluations: ({ agent, ago }) => agent === 2 && ago < 28 })
    expect(await findingsOf(workspace, 'not-evaluated')).toMatchObject([
      { who: nameOf(2), count: 1, agentIds: [await agentCalled(nameOf(2))] },
    ])
    const { evaluations } = await workspace.client.health.report()
    expect(evaluations).toMatchObject({ agents: 12, none: 1, drawn: 0 })
    expect(evaluations.each[0]).toMatchObject({ name: nameOf(2), n: 0 })
  })

  test('a kind that never came', async () => {
    await takeCentre(workspace, { shifts: () => true })
    expect((await findingsOf(workspace, 'never')).map(({ subject }) => subject)).toEqual([
      'shifts',
      'transcripts',
    ])
  })

  test('a day of which most of the file is missing, and not one at rest', async () => {
    await takeCentre(workspace, {
      contacts: ({ agent, ago, index }) => (ago === 5 && (agent > 1 || index > 1)) || ago === 10,
      shifts: ({ ago }) => ago === 10,
      surveys: ({ ago }) => ago === 10,
    })
    expect(await findingsOf(workspace, 'thin-days')).toMatchObject([
      {
        count: 1,
        since: '2026-03-24',
        link: { page: 'conversations', from: '2026-03-24', to: '2026-03-24' },
      },
    ])
  })

  test('rows in quarantine, without an agent, and of no contact', async () => {
    await takeCentre(workspace)
    const good = Array.from(
      { length: 9 },
      (_, index) => `S${index},NOWHERE${index},,2026-03-2${index}T09:00:00Z,4\n`,
    )
    await workspace.tryTaking(
      'more surveys.csv',
      `response_id,contact_id,agent_name,responded_at,csat\n${good.join('')}S9,C0X0X0,,some day,4\n`,
      { source: 'more' },
    )
    const { findings } = await workspace.client.health.report()
    const kinds = findings.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['quarantine', 'unlinked', 'without-agent']))
  })

  test('an import that was taken back, until the file comes again', async () => {
    await takeCentre(workspace)
    const rows = 'response_id,contact_id,responded_at,csat\nS1,C0X0X1,2026-03-29T11:00:00Z,4\n'
    const { importId } = await workspace.take('late.csv', rows, { source: 'surveys' })
    expect(await findingsOf(workspace, 'import-undone')).toEqual([])
    await workspace.client.imports.undo({ importId: importId! })
    expect(await findingsOf(workspace, 'import-undone')).toMatchObject([{ count: 1 }])
    await workspace.take('late.csv', rows, { source: 'surveys' })
    expect(await findingsOf(workspace, 'import-undone')).toEqual([])
  })
})

test('a monthly export of QA is no stop three weeks after its last file', async () => {
  await takeCentre(workspace, { evaluations: () => true })
  const evaluationsOf = (month: string, days: number) =>
    `evaluation_id,contact_id,agent_name,agent_email,evaluator,evaluated_at,form,question,answer,question_score\n${Array.from(
      { length: days },
      (_, day) =>
        `E${month}-${day},,${nameOf(day % 12)},agent${day % 12}@example.com,Rita Levi,2026-${month}-${String(day + 1).padStart(2, '0')}T09:00:00Z,Voice,Was kind,Yes,100`,
    ).join('\n')}\n`
  await workspace.take('qa 1.csv', evaluationsOf('01', 31), { source: 'qa' })
  expect(await findingsOf(workspace, 'stopped')).toMatchObject([
    { subject: 'evaluations', since: '2026-02-01' },
  ])
  await workspace.take('qa 2.csv', evaluationsOf('02', 28), { source: 'qa' })
  expect(await findingsOf(workspace, 'stopped')).toEqual([])
})

describe('set aside', () => {
  test('a finding stays so until it changes, and comes back when asked', async () => {
    const { health } = workspace.client
    await takeCentre(workspace, { shifts: ({ agent }) => agent === 5 })
    const [finding] = await findingsOf(workspace, 'people-without')
    await health.setAside({ id: finding!.id, state: finding!.state })
    expect(await findingsOf(workspace, 'people-without')).toMatchObject([{ isSetAside: true }])
    expect((await health.report()).sentence).toMatch(/^Everything/)
    await health.bringBack({ id: finding!.id })
    expect(await findingsOf(workspace, 'people-without')).toMatchObject([{ isSetAside: false }])

    await health.setAside({ id: finding!.id, state: finding!.state })
    await workspace.take(
      'one shift.csv',
      `agent_name,agent_email,date,scheduled_minutes,adherence_pct\n${nameOf(5)},agent5@example.com,2026-01-20,480,92\n`,
      { source: 'wfm' },
    )
    expect(await findingsOf(workspace, 'people-without')).toMatchObject([
      { id: finding!.id, isSetAside: false, since: '2026-01-21' },
    ])
  })
})
