import { expect, onTestFinished, test } from 'vitest'
import { aForm, aQuestion, chosen, conversationOf, openDesk, publishForm } from '../support/quality-desk.ts'
import { csv, openWorkspace, type TestWorkspace } from '../support/workspace.ts'

const refused = (call: Promise<unknown>) =>
  call.then(
    () => 'taken',
    (error: Error) => error.message,
  )

async function workspaceOf(): Promise<TestWorkspace> {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  return workspace
}

const answer = (evaluation: string, question: string, value: string, score: number) => ({
  evaluation_id: evaluation,
  form: 'Voice',
  agent_name: 'Ada Byron',
  evaluated_at: '2026-03-20T09:00:00Z',
  question_id: question,
  question,
  answer: value,
  score,
  max_points: 1,
})

test('a draft becomes a version, the next one changes it, and reviews keep the one they were opened on', async () => {
  const workspace = await openDesk(2)
  onTestFinished(() => workspace.close())
  const { client } = workspace
  const first = aForm([aQuestion('greets'), aQuestion('solves')])
  const id = await publishForm(workspace, first)
  const review = await client.reviews.request({
    interactionId: await conversationOf(workspace, 'C-101'),
    scorecardId: id,
  })
  await client.reviews.open(review)

  const { draft } = await client.scorecards.startDraft({ id })
  expect(draft).toMatchObject({ definition: first, problems: expect.any(Array) })
  expect(await refused(client.scorecards.publish({ id, revision: draft!.revision }))).toBe(
    'Nothing was changed since the last version.',
  )
  const second = aForm([aQuestion('greets', { title: 'Greets by name', weight: 3 }), aQuestion('closes')])
  const saved = await client.scorecards.saveDraft({ id, definition: second, revision: draft!.revision })
  expect(
    await refused(client.scorecards.saveDraft({ id, definition: first, revision: draft!.revision })),
  ).toContain('changed somewhere else')
  expect((await client.scorecards.compareDraft({ id })).map(({ kind, title }) => [kind, title])).toEqual([
    ['reworded', 'Greets by name'],
    ['weighed', 'Greets by name'],
    ['added', 'closes'],
    ['removed', 'solves'],
  ])
  const page = await client.scorecards.publish({ id, revision: saved.revision, note: 'Fewer questions' })
  expect(page.versions.map(({ version, note }) => [version, note])).toEqual([
    ['2', 'Fewer questions'],
    ['1', null],
  ])
  // a question that stays is the same question
  expect(page.questions.filter(({ stableKey }) => stableKey === 'greets')).toMatchObject([
    { label: 'Greets by name', weight: 3 },
  ])
  const desk = await client.reviews.open(review)
  expect([desk.version, desk.definition]).toEqual(['1', first])
})

test('a form that cannot be scored on is kept as a draft, and says why', async () => {
  const workspace = await workspaceOf()
  const { client } = workspace
  const cases: [ReturnType<typeof aForm>, string][] = [
    [aForm([]), 'The form has no question yet.'],
    [
      aForm([aQuestion('a', { weight: 0 }), aQuestion('b', { weight: 0 })]),
      'The weights of the questions add up to 0, so nothing could be scored.',
    ],
    [
      aForm([aQuestion('a', { weight: null })]),
      'No question has a weight. Give each one, or let all count the same.',
    ],
    [
      aForm([
        aQuestion('a', {
          condition: { match: 'all', rules: [{ questionId: 'b', is: 'in', optionIds: ['yes'] }] },
        }),
        aQuestion('b', {
          condition: { match: 'all', rules: [{ questionId: 'a', is: 'in', optionIds: ['yes'] }] },
        }),
      ]),
      'These questions depend on each other in a circle: "a", "b".',
    ],
    [aForm([aQuestion('a', { type: 'single' })]), '"a" has no answers to choose from.'],
  ]
  const { id } = await client.scorecards.create({ title: 'Voice', from: { kind: 'blank' } })
  let revision = 1
  for (const [definition, sentence] of cases) {
    const saved = await client.scorecards.saveDraft({ id, definition, revision })
    ;({ revision } = saved)
    expect(saved.problems.filter(({ stops }) => stops).map((problem) => problem.sentence)).toContain(sentence)
    expect(await refused(client.scorecards.publish({ id, revision }))).toContain(sentence)
  }
  expect(
    (await client.scorecards.list()).map(({ hasDraft, publishedVersion }) => [hasDraft, publishedVersion]),
  ).toEqual([[true, null]])
})

test('a draft shows what it would have done to the scores that were given', async () => {
  const workspace = await workspaceOf()
  const { client } = workspace
  await workspace.take(
    'reviews.csv',
    csv([
      answer('E-1', 'greets', 'Yes', 1),
      answer('E-1', 'solves', 'No', 0),
      answer('E-2', 'greets', 'No', 0),
      answer('E-2', 'solves', 'Yes', 1),
    ]),
    { source: 'qa' },
  )
  const [form] = await client.scorecards.list()
  const { draft } = await client.scorecards.startDraft({ id: form!.id })
  expect(draft!.definition.questions.map(({ id, type, weight }) => [id, type, weight])).toEqual([
    ['greets', 'yes-no', 1],
    ['solves', 'yes-no', 1],
  ])
  const heavier = aForm([aQuestion('greets', { weight: 3 }), aQuestion('solves', { weight: 1 })])
  await client.scorecards.saveDraft({ id: form!.id, definition: heavier, revision: draft!.revision })
  expect(await client.scorecards.whatIf({ id: form!.id, days: 28 })).toMatchObject({
    evaluations: 2,
    comparable: 2,
    meanBefore: 0.5,
    meanAfter: 0.5,
    higher: 1,
    lower: 1,
    same: 0,
    largest: [
      { agent: 'Ada Byron', before: 0.5, after: 0.75 },
      { agent: 'Ada Byron', before: 0.5, after: 0.25 },
    ],
  })
})

test('a form is written down from answers as they scored, a "no" that is the better answer included', async () => {
  const workspace = await workspaceOf()
  const { client } = workspace
  await workspace.take(
    'reviews.csv',
    csv([
      answer('E-1', 'greets', 'Yes', 1),
      answer('E-1', 'interrupts', 'Yes', 0),
      answer('E-2', 'greets', 'No', 0),
      answer('E-2', 'interrupts', 'No', 1),
      answer('E-3', 'greets', 'No', 0),
      answer('E-3', 'interrupts', 'Yes', 0),
      // somebody's slip
      answer('E-4', 'greets', 'Yes', 0),
      answer('E-4', 'interrupts', 'No', 1),
      answer('E-5', 'greets', 'Yes', 1),
    ]),
    { source: 'qa' },
  )
  const [form] = await client.scorecards.list()
  const { draft } = await client.scorecards.startDraft({ id: form!.id })
  expect(
    draft!.definition.questions.map(({ id, type, options }) => [
      id,
      type,
      options.map(({ label, points }) => `${label} ${points}`),
    ]),
  ).toEqual([
    ['greets', 'yes-no', []],
    ['interrupts', 'yes-no', ['No 1', 'Yes 0']],
  ])
  // as it was written down it changes no score but the slip's
  expect(await client.scorecards.whatIf({ id: form!.id, days: 28 })).toMatchObject({
    comparable: 5,
    higher: 1,
    lower: 0,
  })
  // once a version is in use, a draft is held against it: what an export states otherwise is no change of the draft's
  await client.scorecards.publish({ id: form!.id, revision: draft!.revision })
  await client.scorecards.startDraft({ id: form!.id })
  expect(await client.scorecards.whatIf({ id: form!.id, days: 28 })).toMatchObject({
    comparable: 5,
    higher: 0,
    lower: 0,
    sentence: expect.stringContaining(' on the version in use, over 5 reviews'),
  })
})

test('a form from a file scores imported evaluations anew, and travels out and in unchanged', async () => {
  const workspace = await workspaceOf()
  const { client } = workspace
  await workspace.take(
    'reviews.csv',
    csv([
      { ...answer('E-1', 'greets', 'Yes', 1), form_version: '1' },
      { ...answer('E-1', 'solves', 'No', 0), form_version: '1' },
    ]),
    { source: 'qa' },
  )
  const definition = aForm([aQuestion('greets', { weight: 80 }), aQuestion('solves', { weight: 20 })])
  const exported = async () => {
    const [item] = await client.scorecards.list()
    const { versions } = await client.scorecards.get({ id: item!.id })
    const version = versions.find((one) => one.definition !== null)!
    return client.scorecards.exportForm({ versionId: version.id, format: 'debrief' })
  }
  const score = async () => (await client.conversations.evaluations({}))[0]!.computedScore
  expect(await score()).toBe(0.5)
  const other = await workspaceOf()
  await publishForm(other, definition)
  const [made] = await other.client.scorecards.list()
  const { versions } = await other.client.scorecards.get({ id: made!.id })
  const file = await other.client.scorecards.exportForm({ versionId: versions[0]!.id, format: 'debrief' })
  const taken = await client.scorecards.importForm({ files: [{ name: file.fileName, text: file.text }] })
  expect(taken).toMatchObject({ name: 'Voice', version: '1', became: 'version' })
  expect((await exported()).text).toBe(file.text)
  expect(await score()).toBe(0.8)
  const again = await client.scorecards.importForm({ files: [{ name: file.fileName, text: file.text }] })
  expect(again).toMatchObject({ became: 'known', scorecardId: taken.scorecardId })

  const changed = file.text.replace('"weight": 80', '"weight": 60').replace('"weight":80', '"weight":60')
  const asDraft = await client.scorecards.importForm({ files: [{ name: 'other.json', text: changed }] })
  expect(asDraft.became).toBe('draft')
  expect(asDraft.notes[0]).toContain('another content')
  expect(
    await refused(client.scorecards.importForm({ files: [{ name: 'x.json', text: '{"a": 1}' }] })),
  ).not.toBe('taken')
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
})

test('what the ranking cannot settle is drawn into the queue', async () => {
  const workspace = await openDesk(6)
  onTestFinished(() => workspace.close())
  const { client } = workspace
  const scorecardId = await publishForm(workspace, aForm([aQuestion('greets')]))
  const interactionId = await conversationOf(workspace, 'C-101')
  const { id } = await client.reviews.request({ interactionId, scorecardId })
  await client.reviews.open({ id })
  await client.reviews.answer({ id, answer: chosen('greets', 'yes') })
  const { questions } = await client.scorecards.get({ id: scorecardId })
  const [ada] = (await client.people.list({})).filter(({ name }) => name === 'Ada Byron')
  const asked = await client.coaching.requestEvaluations({
    agentId: ada!.id,
    driverId: `question:${questions[0]!.id}`,
    n: 3,
  })
  expect(asked).toEqual({ queued: 3 })
  const { items } = await client.reviews.list({ states: ['waiting'], selection: 'settle' })
  expect(items.map(({ agent, why }) => [agent!.name, why])).toEqual(
    Array.from({ length: 3 }, () => ['Ada Byron', 'Drawn at random of this agent, to settle: greets']),
  )
})
