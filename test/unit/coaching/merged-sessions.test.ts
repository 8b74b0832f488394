import { expect, onTestFinished, test } from 'vitest'
import { finished, folderOf, merged } from '../../support/merging.ts'
import { csv, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'

async function workspaceWith(source: string, name: string): Promise<TestWorkspace> {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const rows = Array.from({ length: 40 }, (_, at) => ({
    contact_id: `${source}-${at}`,
    agent_id: 'AG-1',
    agent_name: name,
    team: 'North',
    queue: 'Billing',
    channel: 'voice',
    started_at: `2026-03-${String(1 + (at % 28)).padStart(2, '0')}T09:00:00Z`,
    handle_seconds: 300,
  }))
  await own.take('log.csv', csv(rows), { source })
  return own
}

/** The person of a workspace and a session that was held with them. */
async function held(own: TestWorkspace, name: string): Promise<number> {
  const person = own.engine.context.read.raw
    .prepare('SELECT person_id FROM identities WHERE name = ?')
    .pluck()
    .get(name) as number
  const { id } = await own.client.sessions.prepare({ agentIds: [person], driverId: 'aht' })
  await own.client.sessions.write({
    id,
    coach: 'Mae Jemison',
    sharedNotes: 'Summarise sooner',
    privateNotes: 'Only for Mae',
  })
  await own.client.sessions.finish({ id })
  return id
}

const all = (own: TestWorkspace, sql: string) => own.engine.context.read.raw.prepare(sql).all()

const sessionsOf = (own: TestWorkspace) =>
  all(
    own,
    `SELECT coach, title, shared_notes AS shared, private_notes AS private, people.name, identities.name AS person
     FROM coaching_sessions JOIN coaching_session_people AS people ON session_id = coaching_sessions.id
     JOIN identities ON identities.id = people.person_id ORDER BY coaching_sessions.id`,
  )

test('held sessions come with a merge, once, without private notes, change with their own and go with it', async () => {
  const other = await workspaceWith('North log', 'Ada Byron')
  const director = await workspaceWith('South log', 'Grace Hopper')
  const id = await held(other, 'Ada Byron')
  await merged(director, folderOf(other), { name: 'North' })
  const came = sessionsOf(director)
  expect(came).toMatchObject([
    {
      coach: 'Mae Jemison · North',
      shared: 'Summarise sooner',
      private: '',
      name: 'Ada Byron',
      person: 'Ada Byron',
    },
  ])
  expect(JSON.stringify(all(director, 'SELECT * FROM coaching_sessions'))).not.toContain('Only for Mae')
  const { byCoach } = await director.client.sessions.programme()
  expect(byCoach.map(({ group, sessions }) => [group, sessions])).toEqual([['Mae Jemison · North', 1]])

  expect((await merged(director, folderOf(other), { name: 'North' })).outcome).toBe('unchanged')
  await other.client.sessions.write({ id, sharedNotes: 'Summarise at the end' })
  expect((await merged(director, folderOf(other), { name: 'North' })).outcome).toBe('merged')
  expect(sessionsOf(director)).toMatchObject([{ shared: 'Summarise at the end' }])

  const [merge] = await director.client.merging.list()
  await finished(director.client, director.client.merging.undo({ id: merge!.id }))
  expect(sessionsOf(director)).toEqual([])
  expect(all(director, 'SELECT * FROM merged_sessions')).toEqual([])
})

test('a session belongs to its own people where another has the same id here', async () => {
  const other = await workspaceWith('Genesys', 'Ada Byron')
  const director = await workspaceWith('Genesys', 'Grace Hopper')
  await held(other, 'Ada Byron')
  await merged(director, folderOf(other), { name: 'North', apart: ['Genesys'] })
  expect(sessionsOf(director)).toMatchObject([{ name: 'Ada Byron', person: 'Ada Byron' }])
})

test('what is only prepared stays there and is said', async () => {
  const other = await workspaceWith('North log', 'Ada Byron')
  const director = await workspaceWith('South log', 'Grace Hopper')
  const id = await held(other, 'Ada Byron')
  await other.client.sessions.reopen({ id })
  const { comparison } = await merged(director, folderOf(other), { name: 'North' })
  expect(sessionsOf(director)).toEqual([])
  expect(comparison?.leftBehind).toEqual([
    '1 session not held yet stay there; they come when they were held.',
  ])
})
