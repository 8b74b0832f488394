import { afterEach, beforeEach, expect, test } from 'vitest'
import { completion, fakeLanguageModelServer, type FakeModel } from '../support/fake-language-model-server.ts'
import { openWorkspace, type TestWorkspace } from '../support/workspace.ts'
import { floorOf, takeFloor } from '../unit/coaching/floor.ts'

let own: TestWorkspace

beforeEach(async () => {
  own = await openWorkspace()
  await takeFloor(own, floorOf([{ name: 'Ada Byron', team: 'North', transferShare: 0.35 }]))
})
afterEach(() => own.close())

const said = [
  { segment: 1, speaker: 'agent', startMs: 0, text: 'I will put you through at once.', isMoment: true },
  {
    segment: 2,
    speaker: 'customer',
    startMs: 4000,
    text: 'My card is 4111 1111 1111 1111.',
    isMoment: false,
  },
]

/** A session with Ada, a moment in it that holds a card number, and a model that answers as told. */
async function asking(model: FakeModel, isAllowed: 'for nothing' | 'for scores' | 'for drafts') {
  const server = await fakeLanguageModelServer(model)
  const { client } = own
  const { agents } = await client.coaching.rank({})
  const ada = agents.find(({ agent }) => agent.name === 'Ada Byron')!.agent
  const { id } = await client.sessions.prepare({ agentIds: [ada.id], driverId: 'transfer_rate' })
  const { moments } = await client.sessions.get({ id })
  const { gone: left, ...moment } = moments[0]!
  expect(left).toBeNull()
  await client.sessions.write({
    id,
    questions: [],
    moments: [{ ...moment, evidence: { ...moment.evidence, turns: said } }],
    privateNotes: 'She is looking for another job.',
  })
  const { host } = await client.judge.setSettings({ address: server.address, model: 'small-model' })
  if (isAllowed !== 'for nothing') await client.judge.allow({ host: host! })
  if (isAllowed === 'for drafts') await client.judge.allowDrafts({ isAllowed: true })
  return { server, id, ada }
}

const writes =
  (questions: unknown): FakeModel =>
  (asked) =>
    completion(asked, JSON.stringify({ questions }))
const questionsIn = async (id: number) => (await own.client.sessions.get({ id })).questions
const trail = async () =>
  (await own.client.judge.requests({})).items.map(({ purpose, outcome }) => [purpose, outcome])

test('drafts are added as drafts; a quote that nobody said takes its question with it', async () => {
  const { server, id, ada } = await asking(
    writes([
      { question: 'What did you know when you said this?', segment: 1, quote: 'put you through at once' },
      { question: 'Why were you rude to them?', segment: 1, quote: 'I really do not care' },
      { question: 'When is passing on the right thing to do?', segment: null, quote: null },
    ]),
    'for drafts',
  )
  expect(await own.client.sessions.draftQuestions({ id })).toEqual({ added: 2 })
  expect(await questionsIn(id)).toEqual([
    {
      text: '“put you through at once”: What did you know when you said this?',
      from: 'model',
      isAsked: false,
    },
    { text: 'When is passing on the right thing to do?', from: 'model', isAsked: false },
  ])
  // the same again adds nothing
  expect(await own.client.sessions.draftQuestions({ id })).toEqual({ added: 0 })
  expect(await trail()).toEqual([
    ['coaching-questions', 'answered'],
    ['coaching-questions', 'answered'],
  ])
  const sent = server.asked[0]!.prompt
  expect(sent).toContain('The session is about: Transfers')
  expect(sent).toMatch(/About \d+ in 100 contacts/)
  expect(sent).toContain('I will put you through at once.')
  for (const kept of ['4111', ada.name, 'another job']) expect(sent).not.toContain(kept)
})

test('nothing is sent unless it is allowed for this purpose, and no more once that is taken back', async () => {
  const { server, id } = await asking(writes([]), 'for nothing')
  const draft = () => own.client.sessions.draftQuestions({ id })
  await expect(draft()).rejects.toThrow('nothing was sent')
  await expect(own.client.judge.allowDrafts({ isAllowed: true })).rejects.toThrow('Allow the host first')
  const { host } = await own.client.judge.state()
  expect(await own.client.judge.allow({ host: host! })).toMatchObject({
    isAllowed: true,
    draftsQuestions: false,
  })
  await expect(draft()).rejects.toThrow('does not let a language model draft questions for coaching')
  expect(await own.client.judge.allowDrafts({ isAllowed: true })).toMatchObject({ draftsQuestions: true })
  await own.client.judge.withdraw()
  await own.client.judge.allow({ host: host! })
  await expect(draft()).rejects.toThrow('does not let')
  expect(server.asked).toEqual([])
  expect(await trail()).toEqual([])
})

test('an answer in another form adds nothing, and is in the trail', async () => {
  const answers = [
    'Ask her why.',
    '{"questions": [{"question": "You were rude.", "segment": null, "quote": null}]}',
  ]
  const { id } = await asking((asked) => completion(asked, answers.shift() ?? ''), 'for drafts')
  for (const { length: left } of [answers, answers]) {
    expect(left).toBeGreaterThan(0)
    await expect(own.client.sessions.draftQuestions({ id })).rejects.toThrow('not answer in the form')
  }
  expect(await questionsIn(id)).toEqual([])
  expect(await trail()).toHaveLength(2)
})

test('an idea of one’s own is not sent', async () => {
  const { server, ada } = await asking(writes([]), 'for drafts')
  const { id } = await own.client.sessions.prepare({ agentIds: [ada.id], idea: 'Her new desk' })
  await expect(own.client.sessions.draftQuestions({ id })).rejects.toThrow('an idea of your own is not sent')
  expect(server.asked).toEqual([])
})
