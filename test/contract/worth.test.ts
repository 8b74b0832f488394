import { expect, onTestFinished, test } from 'vitest'
import { aForm, aQuestion, chosen, conversationOf, openDesk, publishForm } from '../support/quality-desk.ts'
import { csv, openWorkspace } from '../support/workspace.ts'

/** Twelve agents with twenty evaluated and surveyed contacts each: customers go by whether it was solved; smiling rather annoys them. */
async function surveyed() {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  const contacts = Array.from({ length: 240 }, (_, index) => ({
    contact_id: `C-${index}`,
    agent_name: `Agent ${String.fromCharCode(65 + (index % 12))}`,
    day: `2026-03-${String(1 + (index % 28)).padStart(2, '0')}`,
    isSolved: (index * 7) % 10 < 4 + (index % 12) / 3,
    isSmiling: (index * 13) % 17 < 9,
  }))
  await workspace.take(
    'contacts.csv',
    csv(
      contacts.map(({ contact_id, agent_name, day }) => ({
        contact_id,
        agent_name,
        queue: 'Billing',
        channel: 'voice',
        started_at: `${day}T09:00:00Z`,
        handle_seconds: 60,
      })),
    ),
    { source: 'acd' },
  )
  await workspace.take(
    'surveys.csv',
    csv(
      contacts.map(({ contact_id, agent_name, day, isSolved, isSmiling }, index) => ({
        response_id: `S-${index}`,
        contact_id,
        agent_name,
        responded_at: `${day}T12:00:00Z`,
        csat: (isSolved ? 5 : 2) - (isSmiling ? 1 : 0),
      })),
    ),
    { source: 'surveys' },
  )
  await workspace.take(
    'qa.csv',
    csv(
      contacts.flatMap(({ contact_id, agent_name, day, isSolved, isSmiling }, index) =>
        [
          ['Solved it', isSolved],
          ['Smiled', isSmiling],
          ['Read the notice', true],
        ].map(([question, isYes]) => ({
          evaluation_id: `E-${index}`,
          contact_id,
          agent_name,
          evaluator: 'Rita Levi',
          evaluated_at: `${day}T15:00:00Z`,
          form: 'Voice',
          question: String(question),
          answer: isYes === true ? 'Yes' : 'No',
          question_score: isYes === true ? '100' : '0',
          weight: 1,
        })),
      ),
    ),
    { source: 'qa' },
  )
  const [scorecard] = await workspace.client.scorecards.list()
  return { client: workspace.client, scorecardId: scorecard!.id }
}

test('a question that predicts nothing is offered for retirement, and a draft without it is opened', async () => {
  const { client, scorecardId } = await surveyed()
  const { questions } = await client.worth.questions({ scorecardId })
  const named = new Map(questions.map((one) => [one.question, one]))
  expect(named.get('Solved it')).toMatchObject({
    n: 240,
    basis: 'unknown',
    drawn: { n: 0, mean: null },
    verdict: 'keep',
    isOfferedForRetirement: false,
    spread: { agents: 12, usualN: 20 },
    agreement: null,
    time: { n: 0, medianMs: null },
  })
  const smiled = named.get('Smiled')!
  expect(smiled).toMatchObject({ verdict: 'predicts-nothing', isOfferedForRetirement: true })
  expect(named.get('Read the notice')).toMatchObject({ verdict: 'everybody-passes', unknown: { mean: 1 } })

  // the very weight that ranking goes by
  const [first] = (await client.coaching.rank({})).agents
  const solved = named.get('Solved it')!
  const ranked = first!.drivers.find(({ driver }) => driver.id === `question:${solved.questionId}`)!
  const { value, low, high } = solved.links.find(({ outcomeId }) => outcomeId === 'csat_mean')!
  expect(ranked.weight).toMatchObject({ value, low, high })

  const retired = await client.worth.retire({ scorecardId, questionId: smiled.questionId })
  expect(retired).toMatchObject({ scorecardId })
  const { draft, versions } = await client.scorecards.get({ id: scorecardId })
  expect(draft!.definition.questions.map(({ title }) => title).toSorted()).toEqual([
    'Read the notice',
    'Solved it',
  ])
  // by itself nothing is published
  expect(versions.every(({ state }) => state === 'stated')).toBe(true)
  await expect(client.worth.retire({ scorecardId, questionId: smiled.questionId })).rejects.toThrow(
    'does not ask',
  )
})

test('drawn reviews are weighted and stand apart; time, defaults and what does not apply come from the desk', async () => {
  const workspace = await openDesk(6)
  onTestFinished(() => workspace.close())
  const { client, clock } = workspace
  await client.reviews.setMe({ name: 'Rita Levi' })
  const scorecardId = await publishForm(
    workspace,
    aForm([aQuestion('greets'), aQuestion('hold', { defaultOptionId: 'no' }), aQuestion('solves')]),
  )
  const settings = { periodDays: 14, perAgent: 3 }
  const plan = { id: null, name: 'Three', kind: 'random' as const, scorecardId, settings }
  const { id: planId } = await client.reviews.savePlan(plan)
  await client.reviews.draw({ planId })
  for (const { id } of (await client.reviews.list({ states: ['waiting'] })).items) {
    await client.reviews.open({ id })
    await client.reviews.answer({ id, answer: chosen('greets', 'yes') })
    clock.now += 20_000
    await client.reviews.answer({ id, answer: { ...chosen('solves'), isNotApplicable: true } })
    await client.reviews.submit({ id })
  }
  const interactionId = await conversationOf(workspace, 'C-101')
  const { id } = await client.reviews.request({ interactionId, scorecardId })
  const { review } = await client.reviews.open({ id })
  if (review.state === 'draft') {
    await client.reviews.answer({ id, answer: chosen('greets', 'no') })
    await client.reviews.answer({ id, answer: chosen('solves', 'no') })
    await client.reviews.submit({ id })
  }
  const { questions } = await client.worth.questions({ scorecardId })
  const [greets, hold, solves] = questions
  expect(greets).toMatchObject({
    n: 6,
    basis: 'drawn',
    drawn: { n: 6, mean: 1 },
    unknown: { n: 0 },
    verdict: 'too-few',
    isOnForm: true,
  })
  expect(hold!.untouched.share).toBe(1)
  expect(solves).toMatchObject({ n: 0, notApplicable: { n: 6, share: 1 }, time: { medianMs: 20_000 } })
  await expect(client.worth.questions({ scorecardId: 9999 })).rejects.toThrow('no longer there')
})

test('answers that are all alike are no proof that the next one is, too', async () => {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  const rows = Array.from({ length: 40 }, (_, index) => ({
    evaluation_id: `E-${index}`,
    agent_name: `Agent ${String.fromCharCode(65 + (index % 8))}`,
    evaluator: 'Rita Levi',
    evaluated_at: '2026-03-20T15:00:00Z',
    form: 'Voice',
    question: 'Read the notice',
    answer: 'Yes',
    question_score: '100',
    weight: 1,
  }))
  await workspace.take('qa.csv', csv(rows), { source: 'qa' })
  const [scorecard] = await workspace.client.scorecards.list()
  const { questions } = await workspace.client.worth.questions({ scorecardId: scorecard!.id })
  // Wilson's interval of 40 of 40
  expect(questions[0]).toMatchObject({
    unknown: { n: 40, mean: 1, low: expect.closeTo(0.9124, 4), high: 1 },
    verdict: 'too-few',
    isOfferedForRetirement: false,
  })
  const { unknown } = await workspace.client.reviews.estimates({ scorecardId: scorecard!.id, days: 28 })
  expect(unknown).toMatchObject({ mean: 1, low: expect.closeTo(0.9124, 4), high: 1 })
})
