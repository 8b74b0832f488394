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
  const moment = (title: string, heardAt: number | null) => ({
    evidence: {
      kind: 'contact' as const,
      title,
      detail: 'Billing',
      at: null,
      interactionId: 1,
      evaluationId: null,
      span: null,
      turns: [{ segment: 0, speaker: 'Agent', startMs: 0, text: `${title}, word by word`, isMoment: true }],
    },
    agentId: person,
    note: '',
    heardAt,
  })
  await own.client.sessions.write({ id, moments: [moment('Heard', 5), moment('Never heard', null)] })
  const agreed = { behaviour: 'Summarise before closing', seenBy: 'Three calls', dueOn: '2026-04-10' }
  await own.client.sessions.addCommitment({ id, agentId: person, ...agreed })
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

/** Everything the page shows of the one session that came. */
async function pageOf(own: TestWorkspace) {
  const id = own.engine.context.read.raw.prepare('SELECT id FROM coaching_sessions').pluck().get() as number
  return own.client.sessions.get({ id })
}

test('commitments and the moments that were heard come along, as they read then', async () => {
  const other = await workspaceWith('North log', 'Ada Byron')
  const director = await workspaceWith('South log', 'Grace Hopper')
  await held(other, 'Ada Byron')
  await merged(director, folderOf(other), { name: 'North' })
  const page = await pageOf(director)
  expect(page).toMatchObject({ origin: 'North', privateNotes: '' })
  expect(page.commitments).toMatchObject([
    {
      behaviour: 'Summarise before closing',
      seenBy: 'Three calls',
      dueOn: '2026-04-10',
      agent: { name: 'Ada Byron' },
    },
  ])
  expect(page.moments).toMatchObject([
    {
      evidence: { title: 'Heard', turns: [{ text: 'Heard, word by word' }] },
      agentId: page.people[0]!.id,
      gone: null,
    },
  ])
  // its conversation is found under the number it has here
  const contact = director.engine.context.read.raw.prepare(
    'SELECT contact_ref FROM interactions WHERE id = ?',
  )
  expect(contact.pluck().get(page.moments[0]!.evidence.interactionId)).toBe('North log-0')
})

test('a session that came with a merge is only read here', async () => {
  const other = await workspaceWith('North log', 'Ada Byron')
  const director = await workspaceWith('South log', 'Grace Hopper')
  await held(other, 'Ada Byron')
  await merged(director, folderOf(other), { name: 'North' })
  const { id, people, commitments } = await pageOf(director)
  const { sessions } = director.client
  const commitmentId = commitments[0]!.id
  const agreed = { behaviour: 'Something else', seenBy: '', dueOn: null }
  const tries = [
    sessions.write({ id, sharedNotes: 'Other words' }),
    sessions.reopen({ id }),
    sessions.remove({ id }),
    sessions.acknowledge({ id, agentId: people[0]!.id, given: { agrees: true, comment: '' } }),
    sessions.addCommitment({ id, agentId: people[0]!.id, ...agreed }),
    sessions.changeCommitment({ commitmentId, ...agreed }),
    sessions.closeCommitment({ commitmentId, state: 'kept', note: '' }),
    sessions.removeCommitment({ commitmentId }),
  ]
  for (const attempt of tries)
    await expect(attempt).rejects.toThrow(
      /^This session comes from North: change it there and merge again, or the next merge would undo your change\.$/,
    )
  expect(await pageOf(director)).toMatchObject({ state: 'held', sharedNotes: 'Summarise sooner' })
})

test('preview and report count sessions that come, changed, went and stand as before', async () => {
  const other = await workspaceWith('North log', 'Ada Byron')
  const director = await workspaceWith('South log', 'Grace Hopper')
  const id = await held(other, 'Ada Byron')
  const twice = async () => {
    const orders = [{ reference: { path: folderOf(other) }, name: 'North' }]
    const [preview] = await director.client.merging.preview({ orders })
    const { sessions } = await merged(director, folderOf(other), { name: 'North' })
    expect(preview!.sessions).toEqual(sessions)
    return sessions
  }
  expect(await twice()).toEqual({ added: 1, changed: 0, removed: 0, kept: 0 })
  await other.client.coaching.markCoached({ agentId: 1, driverId: 'aht' })
  expect(await twice()).toEqual({ added: 0, changed: 0, removed: 0, kept: 1 })
  await other.client.sessions.write({ id, title: 'Another title' })
  expect(await twice()).toEqual({ added: 0, changed: 1, removed: 0, kept: 0 })
  await other.client.sessions.remove({ id })
  expect(await twice()).toEqual({ added: 0, changed: 0, removed: 1, kept: 0 })
})

test('marks come along once and go with the merge; those made here stay', async () => {
  const other = await workspaceWith('North log', 'Ada Byron')
  const director = await workspaceWith('South log', 'Grace Hopper')
  const marks = (own: TestWorkspace) =>
    all(
      own,
      `SELECT identities.name, driver_id AS driver, note FROM coached_marks JOIN identities ON identities.id = coached_marks.person_id
       WHERE removed_at IS NULL ORDER BY identities.name`,
    )
  await director.client.coaching.markCoached({ agentId: 1, driverId: 'aht', note: 'Here' })
  await other.client.coaching.markCoached({ agentId: 1, driverId: 'aht', note: 'There' })
  const here = { name: 'Grace Hopper', driver: 'aht', note: 'Here' }
  for (let time = 0; time < 2; time++) {
    await merged(director, folderOf(other), { name: time === 0 ? 'North' : 'Northern' })
    expect(marks(director)).toEqual([{ name: 'Ada Byron', driver: 'aht', note: 'There' }, here])
  }
  const [merge] = await director.client.merging.list()
  await finished(director.client, director.client.merging.undo({ id: merge!.id }))
  expect(marks(director)).toEqual([here])
})
