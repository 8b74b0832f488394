import { expect, onTestFinished, test } from 'vitest'
import { csv, openWorkspace } from '../../support/workspace.ts'

async function workspace() {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  return own
}

const review = (
  id: string,
  agent: string,
  form: string,
  score: number,
  more: Record<string, string> = {},
) => ({
  evaluation_id: id,
  agent_name: agent,
  form,
  evaluator: 'Quinn Reyes',
  evaluated_at: '2026-03-02T09:00:00Z',
  total_score: score,
  calibration: 'no',
  question: 'Greeting',
  answer: 'Yes',
  score: 1,
  max_score: 1,
  ...more,
})

async function pageOf(own: Awaited<ReturnType<typeof workspace>>, name: string) {
  const person = (await own.client.people.list({})).find((one) => one.name === name)!
  return own.client.coaching.agent({ agentId: person.id })
}

test('a form is set beside what others reach on the same form, never on another', async () => {
  const own = await workspace()
  await own.take(
    'reviews.csv',
    csv([
      review('E-1', 'Ada Byron', 'Voice', 80),
      review('E-2', 'Grace Hopper', 'Voice', 90),
      review('E-3', 'Grace Hopper', 'Chat', 40),
      review('E-4', 'Joan Clarke', 'Voice', 100),
      review('E-5', 'Joan Clarke', 'Voice', 0, { calibration: 'yes' }),
    ]),
  )
  expect((await pageOf(own, 'Joan Clarke')).coverage.evaluations).toBe(1)
  const figures = async (name: string) =>
    (await pageOf(own, name)).quality.map(({ form, evaluations, mean, peerMean }) => ({
      form,
      evaluations,
      mean,
      peerMean: peerMean === null ? null : Number(peerMean.toFixed(6)),
    }))
  expect(await figures('Ada Byron')).toEqual([{ form: 'Voice', evaluations: 1, mean: 0.8, peerMean: 0.95 }])
  expect(await figures('Grace Hopper')).toEqual([
    { form: 'Chat', evaluations: 1, mean: 0.4, peerMean: null },
    { form: 'Voice', evaluations: 1, mean: 0.9, peerMean: 0.9 },
  ])
})

test('what did not apply is counted for whoever took the contact, calibrations aside', async () => {
  const own = await workspace()
  await own.take(
    'calls.csv',
    csv([
      {
        contact_id: 'C-1001',
        agent_name: 'Ada Byron',
        started_at: '2026-03-02T08:00:00Z',
        handle_seconds: 300,
      },
    ]),
  )
  const notApplicable = { answer: 'N/A', score: '', contact_id: 'C-1001' }
  await own.take(
    'reviews.csv',
    csv([
      { ...review('E-1', '', 'Voice', 80), ...notApplicable },
      { ...review('E-2', '', 'Voice', 80), ...notApplicable, calibration: 'yes' },
      { ...review('E-3', '', 'Voice', 80), contact_id: 'C-1001' },
    ]),
  )
  const [form] = (await pageOf(own, 'Ada Byron')).quality
  expect(form!.sections[0]!.questions).toMatchObject([{ label: 'Greeting', n: 1, notApplicable: 1 }])
})

test('many newer conversations read by rules do not push a review out of its window', async () => {
  const own = await workspace()
  await own.take(
    'reviews.csv',
    csv([
      review('E-0', 'Ada Byron', 'Voice', 80),
      ...Array.from({ length: 450 }, (_, index) => ({
        ...review(`E-${index + 1}`, 'Ada Byron', 'Robot', 50, { evaluation_type: 'Automated' }),
        evaluated_at: '2026-03-09T09:00:00Z',
      })),
    ]),
  )
  const { quality } = await pageOf(own, 'Ada Byron')
  expect(quality.map(({ form, evaluations, isAutomated }) => ({ form, evaluations, isAutomated }))).toEqual([
    { form: 'Voice', evaluations: 1, isAutomated: false },
    { form: 'Robot', evaluations: 450, isAutomated: true },
  ])
})

test('a review that names only the contact is evidence about the contact’s agent', async () => {
  const own = await workspace()
  const day = (index: number) => `2026-03-${String(index + 1).padStart(2, '0')}T09:00:00Z`
  const people = ['Ada Byron', 'Grace Hopper', 'Joan Clarke', 'Mary Jackson', 'Annie Easley', 'Radia Perlman']
  const contacts = people.flatMap((agent_name, person) =>
    Array.from({ length: 12 }, (_, index) => ({
      contact_id: `C-${person}${String(index).padStart(3, '0')}`,
      agent_name,
      queue: 'Billing',
      started_at: day(index),
      handle_seconds: 300,
    })),
  )
  await own.take('calls.csv', csv(contacts))
  await own.take(
    'reviews.csv',
    csv(
      contacts.map(({ contact_id, agent_name, started_at }, index) => ({
        ...review(`E-${index}`, '', 'Voice', agent_name === 'Ada Byron' ? 0 : 100),
        evaluated_at: started_at,
        contact_id,
        answer: agent_name === 'Ada Byron' ? 'No' : 'Yes',
        score: agent_name === 'Ada Byron' ? 0 : 1,
      })),
    ),
  )
  const { ranked } = await pageOf(own, 'Ada Byron')
  expect(ranked.actions.map(({ driver, evidence }) => [driver.label, evidence.length])).toEqual([
    ['Greeting', 5],
  ])
})
