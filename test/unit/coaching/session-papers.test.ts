import { afterEach, beforeEach, expect, test } from 'vitest'
import { writingQuietly } from '../../../engine/quiet-writing.ts'
import { PACKET_REPLY } from '../../../shared/domain/packet-reply.ts'
import { contactLens, openWorkspace, type TestWorkspace } from '../../support/workspace.ts'
import { floorOf, takeFloor } from './floor.ts'

let own: TestWorkspace
let id: number
let ada: number
let grace: number

const html = async (agentId: number) =>
  Buffer.from((await own.client.sessions.packet({ id, agentId })).base64, 'base64').toString()

/** What the form of a packet writes, filled in. */
async function reply(agentId: number, filled: Record<string, unknown>): Promise<string> {
  const attribute = /data-reply="([^"]*)"/.exec(await html(agentId))![1]!
  const begun = JSON.parse(attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as object
  return JSON.stringify({ ...begun, agrees: true, comment: '', disputes: [], ...filled })
}

beforeEach(async () => {
  own = await openWorkspace()
  await takeFloor(
    own,
    floorOf([
      { name: 'Ada Byron', team: 'North', transferShare: 0.35 },
      { name: 'Grace Hopper', team: 'South', transferShare: 0.3 },
    ]),
  )
  const { agents } = await own.client.coaching.rank({})
  const idOf = (name: string) => agents.find(({ agent }) => agent.name === name)!.agent.id
  ada = idOf('Ada Byron')
  grace = idOf('Grace Hopper')
  id = (await own.client.sessions.prepare({ agentIds: [ada, grace], driverId: 'transfer_rate' })).id
  const { moments } = await own.client.sessions.get({ id })
  await own.client.sessions.write({
    id,
    sharedNotes: 'Keep billing calls <b>here</b>',
    privateNotes: 'Looks tired',
    moments: moments.map((moment) => ({
      ...moment,
      evidence: { ...moment.evidence, title: moment.agentId === ada ? 'Call of Ada' : 'Call of Grace' },
    })),
  })
  await own.client.sessions.addCommitment({ id, agentId: grace, behaviour: 'Ask the second line' })
})
afterEach(() => own.close())

test('the sheet has everything but what is for the coach alone', async () => {
  const sheet = await own.client.sessions.sheet({ id, format: 'html' })
  const text = Buffer.from(sheet.base64, 'base64').toString()
  expect(sheet).toMatchObject({ fileName: 'Transfers-2-people.html', mimeType: 'text/html' })
  expect(text).toContain('Call of Ada')
  expect(text).toContain('Call of Grace')
  expect(text).toContain('Ask the second line')
  expect(text).toContain('Keep billing calls &lt;b&gt;here&lt;/b&gt;')
  expect(text).not.toContain('Looks tired')
})

test('the sheet as PDF is one', async () => {
  const { base64, fileName } = await own.client.sessions.sheet({ id, format: 'pdf', paper: 'Letter' })
  expect(fileName).toBe('Transfers-2-people.pdf')
  expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
})

test('a packet is of one agent: nobody else’s figure, moment or commitment, and nothing private', async () => {
  const text = await html(ada)
  expect(text).toContain('Call of Ada')
  for (const other of ['Call of Grace', 'Grace Hopper', 'Ask the second line', 'Looks tired'])
    expect(text).not.toContain(other)
  expect(await html(grace)).toContain('Ask the second line')
})

test('a packet reaches no network and runs no script but its own', async () => {
  const text = await html(ada)
  expect(text).toMatch(/default-src &#39;none&#39;|default-src 'none'/)
  expect(text.match(/<script/g)).toHaveLength(1)
  expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
})

test('an answer comes back as the acknowledgement, with what is disputed of the moments', async () => {
  const text = await reply(ada, { comment: 'Fair', disputes: [{ moment: 1, comment: 'The line was down' }] })
  expect(await own.client.sessions.takeReply({ text })).toEqual({
    sessionId: id,
    sentence: 'Ada Byron answered and sees one moment otherwise.',
  })
  const person = async () => (await own.client.sessions.get({ id })).people.find((one) => one.id === ada)!
  expect((await person()).acknowledgement).toMatchObject({
    how: 'file',
    agrees: false,
    comment: 'Fair',
    disputes: [{ title: 'Call of Ada', comment: 'The line was down' }],
  })
  await own.client.sessions.takeReply({ text: await reply(ada, {}) })
  expect((await person()).acknowledgement).toMatchObject({ agrees: true, comment: '', disputes: [] })
  expect((await person()).answers).toMatchObject([
    { agrees: false, comment: 'Fair', disputes: [{ title: 'Call of Ada' }] },
  ])
})

test('what is disputed stays with its moment, also where moments were chosen anew since', async () => {
  expect(await html(ada)).toContain('data-moment="1" data-title="Call of Ada"')
  const text = await reply(ada, {
    disputes: [{ moment: 1, title: 'Call of Ada', comment: 'The line was down' }],
  })
  const { moments } = await own.client.sessions.get({ id })
  await own.client.sessions.write({
    id,
    moments: moments.map((moment) => ({
      ...moment,
      evidence: { ...moment.evidence, title: 'Another call' },
    })),
  })
  await own.client.sessions.takeReply({ text })
  const { people } = await own.client.sessions.get({ id })
  expect(people.find((one) => one.id === ada)!.acknowledgement!.disputes).toEqual([
    { title: 'Call of Ada', comment: 'The line was down' },
  ])
})

test('a session opens after the longest answer a packet can give', async () => {
  const disputes = [
    { moment: 1, comment: 'y'.repeat(2000) },
    { moment: 2, comment: 'z'.repeat(2000) },
  ]
  await own.client.sessions.takeReply({ text: await reply(ada, { comment: 'x'.repeat(8000), disputes }) })
  const page = await own.client.sessions.get({ id })
  const { comment, disputes: told } = page.people.find((one) => one.id === ada)!.acknowledgement!
  expect([comment.length, ...told.map((one) => one.comment.length)]).toEqual([8000, 2000, 2000])
})

test('questions of a template take the room that is left, so that they can be written', async () => {
  const asked = Array.from({ length: 19 }, (_, n) => ({
    text: `Own ${n}?`,
    from: 'own' as const,
    isAsked: false,
  }))
  await own.client.sessions.write({ id, questions: asked })
  await own.client.sessions.takeTemplate({ id, templateId: 'ready:transfers' })
  const { questions } = await own.client.sessions.get({ id })
  expect(questions).toHaveLength(20)
  await own.client.sessions.write({ id, questions })
})

test('an answer that is broken, forged or of another workspace is refused in one sentence and changes nothing', async () => {
  const good = await reply(ada, {})
  const refused = (text: string) => own.client.sessions.takeReply({ text })
  await expect(refused('not JSON')).rejects.toThrow('no answer to a page for the agent')
  await expect(refused('{"format":"something"}')).rejects.toThrow('no answer to a page for the agent')
  await expect(refused(`{"format":"${PACKET_REPLY}","version":9}`)).rejects.toThrow('newer Debrief')
  await expect(refused(`{"format":"${PACKET_REPLY}","version":1}`)).rejects.toThrow('is broken')
  await expect(refused(JSON.stringify({ ...JSON.parse(good), agentId: grace }))).rejects.toThrow(
    'changed in the file',
  )
  await expect(refused(JSON.stringify({ ...JSON.parse(good), workspace: 'x' }))).rejects.toThrow(
    'another workspace',
  )
  const people = (await own.client.sessions.get({ id })).people
  expect(people.map(({ acknowledgement }) => acknowledgement)).toEqual([null, null])
})

test('a moment whose conversation is redacted reads redacted in the packet', async () => {
  await own.take(
    'spoken.json',
    contactLens('spoken', [['AGENT', 0, 4000, 'Your card 4111 1111 1111 1111 is on file.']]),
  )
  const read = own.engine.context.read.raw
  const turn = read.prepare('SELECT text FROM segments').pluck().get() as string
  expect(turn).not.toContain('4111')
  const { moments } = await own.client.sessions.get({ id })
  const [first] = moments
  await own.client.sessions.write({
    id,
    moments: [
      {
        ...first!,
        agentId: ada,
        evidence: {
          ...first!.evidence,
          turns: [{ segment: 0, speaker: 'Agent', startMs: 0, text: turn, isMoment: true }],
        },
      },
    ],
  })
  expect(await html(ada)).toContain('is on file')
  expect(await html(ada)).not.toContain('4111')
})

test('the same answer twice changes nothing, and an older one does not take the place of a newer one', async () => {
  const older = await reply(ada, { comment: 'First page' })
  own.clock.now += 60_000
  const newer = await reply(ada, { comment: 'Second page' })
  const acknowledged = async () =>
    (await own.client.sessions.get({ id })).people.find((one) => one.id === ada)!
  await own.client.sessions.takeReply({ text: newer })
  const first = (await acknowledged()).acknowledgement!
  own.clock.now += 60_000
  expect((await own.client.sessions.takeReply({ text: newer })).sentence).toContain('already taken in')
  expect((await acknowledged()).acknowledgement).toEqual(first)
  expect((await own.client.sessions.takeReply({ text: older })).sentence).toContain('newer answer')
  expect(await acknowledged()).toMatchObject({
    acknowledgement: { comment: 'Second page', at: first.at },
    answers: [{ comment: 'First page' }],
  })
  expect((await own.client.sessions.takeReply({ text: older })).sentence).toContain('already taken in')
  expect((await acknowledged()).answers).toHaveLength(1)
})

test('what was said in the session stays readable when a file answers otherwise', async () => {
  await own.client.sessions.acknowledge({ id, agentId: ada, given: { agrees: true, comment: 'Fair' } })
  own.clock.now += 60_000
  await own.client.sessions.takeReply({ text: await reply(ada, { agrees: false, comment: 'On reflection' }) })
  expect((await own.client.sessions.get({ id })).people.find((one) => one.id === ada)).toMatchObject({
    acknowledgement: { agrees: false, comment: 'On reflection' },
    answers: [{ agrees: true, comment: 'Fair', how: 'in-session' }],
  })
})

test('a packet says what has been: before the session nothing is asked to be agreed on, after it only what was heard was listened to', async () => {
  const before = await html(ada)
  expect(before).toContain('Moments for our session')
  expect(before).not.toContain('listened to')
  expect(before).not.toContain('I agree')
  const words = await reply(ada, { agrees: null, comment: 'Can we talk about the queue?' })
  expect((await own.client.sessions.takeReply({ text: words })).sentence).toContain('before the session')
  expect((await own.client.sessions.get({ id })).people.find((one) => one.id === ada)).toMatchObject({
    acknowledgement: null,
    answers: [{ agrees: null, comment: 'Can we talk about the queue?' }],
  })
  const { moments } = await own.client.sessions.get({ id })
  await own.client.sessions.write({
    id,
    moments: moments.map((moment, index) => ({
      ...moment,
      heardAt: index === moments.findIndex(({ agentId }) => agentId === ada) ? own.clock.now : null,
    })),
  })
  await own.client.sessions.finish({ id })
  const after = await html(ada)
  expect(after).toContain('Moments we listened to')
  expect(after).toContain('I agree with what we agreed on')
  expect(await html(grace)).not.toContain('listened to')
})

test('an agent joined with another identity since keeps their own moments, and their packet’s answer is taken', async () => {
  const text = await reply(ada, {})
  // another system's record of the same person becomes the one they are known by
  await writingQuietly(own.engine.context, (database) => {
    database.raw.exec(`
      INSERT INTO identities (id, source_id, key, person_id, name) SELECT 9999, source_id, 'ada-elsewhere', 9999, 'Ada Byron' FROM identities WHERE id = ${ada};
      UPDATE identities SET person_id = 9999 WHERE person_id = ${ada};`)
  })
  const page = await own.client.sessions.get({ id })
  expect(page.people.map((one) => one.id)).toContain(9999)
  expect(await html(9999)).toContain('Call of Ada')
  await own.client.sessions.write({ id, moments: page.moments })
  expect(await html(9999)).toContain('Call of Ada')
  expect((await own.client.sessions.takeReply({ text })).sentence).toContain('agrees')
  // and when they are told apart again
  await writingQuietly(own.engine.context, (database) => {
    database.raw.exec(`UPDATE identities SET person_id = ${ada} WHERE id = ${ada}`)
  })
  expect(await html(ada)).toContain('Call of Ada')
})
