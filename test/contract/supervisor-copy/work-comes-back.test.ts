import { expect, onTestFinished, test } from 'vitest'
import { starterPolicies } from '../../../shared/domain/policy.ts'
import { merged } from '../../support/merging.ts'
import { aForm, aQuestion, chosen, publishForm } from '../../support/quality-desk.ts'
import { contactLens, openWorkspace } from '../../support/workspace.ts'
import { as, copied, fillTeams, opened } from './a-copy.ts'

const SLOW_MS = 120_000

/** Teams with conversations of one of North, a form, and a profile for the supervisor of North. */
async function withForm() {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  await fillTeams(own)
  await own.takeAll(
    ['northagenta-00', 'northagenta-10', 'southagenta-00'].map((ref) => ({
      name: `${ref}.json`,
      content: contactLens(ref, [
        ['AGENT', 0, 4000, `Good morning, how can I help you with ${ref}?`],
        ['CUSTOMER', 4500, 9000, 'My bill is wrong and I am frustrated about it.'],
      ]),
    })),
    { source: 'calls' },
  )
  await own.analyze()
  const { client } = own
  const { roles } = starterPolicies.strict
  await client.policy.adopt({
    document: {
      ...starterPolicies.strict,
      profiles: { passphrase: false, idleMinutes: null },
      roles: { ...roles, supervisor: [...roles.supervisor, 'review'] },
    },
  })
  const scorecardId = await publishForm(own, aForm([aQuestion('greets')], { title: 'Greetings' }))
  const people = await client.people.list({})
  const agentId = people.find(({ name }) => name === 'North AgentA')!.id
  await client.profiles.create({ name: 'Boss', role: 'administrator' })
  const { id: supervisorId } = await client.profiles.create({
    name: 'Robin',
    role: 'supervisor',
    teams: [{ team: 'North', from: null, to: null }],
  })
  return { own, client, agentId, scorecardId, supervisorId }
}

test(
  'sessions, moments, marks and evaluations made in the copy come back by merging, and nothing of what it began with comes twice',
  async () => {
    const { own, client, agentId, scorecardId, supervisorId } = await withForm()
    const held = await client.sessions.prepare({ agentIds: [agentId], idea: 'held before' })
    await client.sessions.start({ id: held.id })
    await client.sessions.finish({ id: held.id })
    const planned = await client.sessions.prepare({ agentIds: [agentId], idea: 'only planned before' })
    await client.coaching.markCoached({ agentId, driverId: 'handle_time', note: 'before' })
    const { directory } = await copied(own, { profileId: supervisorId })
    const summary = await client.workspace.summary()

    const copy = await opened(directory)
    const inCopy = copy.client
    await inCopy.sessions.start({ id: planned.id })
    await inCopy.sessions.finish({ id: planned.id })
    const { id } = await inCopy.sessions.prepare({ agentIds: [agentId], idea: 'made in the copy' })
    const { items } = await inCopy.conversations.list({ limit: 200 })
    const { interactionId } = items.find(({ contactRef }) => contactRef === 'northagenta-00')!
    const evidence = {
      kind: 'contact' as const,
      title: 'heard in the copy',
      detail: 'Billing',
      at: null,
      interactionId,
      evaluationId: null,
      span: null,
      turns: [],
    }
    await inCopy.sessions.write({
      id,
      sharedNotes: 'agreed in the copy',
      privateNotes: 'for Robin alone',
      moments: [{ evidence, agentId, note: '', heardAt: 5 }],
    })
    await inCopy.sessions.addCommitment({ id, agentId, behaviour: 'greets first' })
    await inCopy.sessions.start({ id })
    await inCopy.sessions.finish({ id })
    await inCopy.coaching.markCoached({ agentId, driverId: 'hold_time', note: 'in the copy' })
    const { id: reviewId } = await inCopy.reviews.request({ interactionId, scorecardId })
    await inCopy.reviews.open({ id: reviewId })
    await inCopy.reviews.answer({ id: reviewId, answer: chosen('greets', 'yes') })
    await inCopy.reviews.submit({ id: reviewId })
    await copy.engine.close()

    const [preview] = await client.merging.preview({ orders: [{ reference: { path: directory } }] })
    expect(preview).toMatchObject({
      error: null,
      sessions: { added: 2, changed: 0, removed: 0, kept: 0 },
      holdings: { imports: 0, contacts: 0, conversations: 0, evaluations: 1, surveys: 0, shifts: 0 },
    })
    const report = await merged(own, directory, { name: 'Robin’s copy' })
    expect(report).toMatchObject({ outcome: 'merged', imports: { added: 1 }, sessions: { added: 2 } })
    expect(await client.workspace.summary()).toMatchObject({
      agents: summary.agents,
      teams: summary.teams,
      interactions: summary.interactions,
      evaluations: summary.evaluations + 1,
      surveys: summary.surveys,
      transcripts: summary.transcripts,
    })
    const { raw } = own.engine.context.read
    const came = raw
      .prepare(
        `SELECT shared_notes AS shared, private_notes AS private, moments ->> '$[0].evidence.title' AS moment,
           moments ->> '$[0].evidence.interactionId' AS contact FROM coaching_sessions WHERE focus_label LIKE '%made in the copy%'`,
      )
      .get()
    expect(came).toEqual({
      shared: 'agreed in the copy',
      private: '',
      moment: 'heard in the copy',
      contact: interactionId,
    })
    expect(raw.prepare('SELECT note FROM coached_marks ORDER BY id').pluck().all()).toEqual([
      'before',
      'in the copy',
    ])
    const [evaluation] = (await client.conversations.evaluations({})).filter(
      ({ evaluator }) => evaluator === 'Robin',
    )
    expect(evaluation).toBeDefined()
    expect((await client.workspace.check()).problems).toEqual([])
    expect((await merged(own, directory)).outcome).toBe('unchanged')
  },
  SLOW_MS,
)

test(
  'private notes of other coaches, holds on others and words that may not be used stay behind; own ones, holds and bases go along',
  async () => {
    const { own, client, agentId, supervisorId } = await withForm()
    const note = async (coach: typeof client, text: string) => {
      const { id } = await coach.sessions.prepare({ agentIds: [agentId], idea: `idea of ${text}` })
      await coach.sessions.write({ id, sharedNotes: `shared ${text}`, privateNotes: `private ${text}` })
    }
    await note(as(own, supervisorId), 'robin')
    await note(client, 'boss')
    const { items } = await client.conversations.list({ limit: 200 })
    const idOf = (ref: string) => items.find(({ contactRef }) => contactRef === ref)!.interactionId
    const south = (await client.people.list({})).find(({ name }) => name === 'South AgentA')!.id
    for (const personId of [agentId, south])
      await client.privacy.hold({ subject: { personId }, why: `hold on ${personId}` })
    await client.privacy.hold({
      subject: { interactionId: idOf('southagenta-00') },
      why: 'hold on south call',
    })
    await client.lawfulBasis.setConversations({ interactionIds: [idOf('northagenta-10')], basis: 'refused' })
    await client.lawfulBasis.setConversations({ interactionIds: [idOf('northagenta-00')], basis: 'consent' })
    const { directory } = await copied(own, { profileId: supervisorId })
    const { engine } = await opened(directory)
    const { raw } = engine.context.read
    const texts = JSON.stringify(raw.prepare('SELECT * FROM coaching_sessions').all())
    expect(texts).toContain('private robin')
    expect(texts).toContain('shared boss')
    expect(texts).not.toContain('private boss')
    expect(raw.prepare('SELECT why FROM legal_holds').pluck().all()).toEqual([`hold on ${agentId}`])
    const words = JSON.stringify(raw.prepare('SELECT text FROM segments').all())
    expect(words).toContain('northagenta-00')
    expect(words).not.toMatch(/northagenta-10|southagenta/)
    expect(
      raw
        .prepare("SELECT contact_ref, lawful_basis FROM transcripts WHERE vendor <> 'Consent' ORDER BY 1")
        .all(),
    ).toEqual([
      { contact_ref: 'northagenta-00', lawful_basis: 'consent' },
      { contact_ref: 'northagenta-10', lawful_basis: 'refused' },
    ])
  },
  SLOW_MS,
)
