import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { goTo } from './data-files.ts'

// An answer of an imported evaluation is disputed on its conversation, overturned without the mouse and taken back; and what questions are worth.

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({
    sample: 'all-teams',
    prepare: async (client) => {
      await client.reviews.setMe({ name: 'Rita Levi' })
      // the sample is as old as it is
      await client.disputes.setSettings({ windowDays: 366, rounds: 2, decideDays: 7, mayLower: false })
    },
  })
})
afterAll(() => debrief.close())

/** A conversation with an evaluation by a person in which a question that is no critical one got nothing, while the form did not fail. */
async function missedAnswer({ client }: OpenDebrief) {
  const { items } = await client.conversations.list({ limit: 200 })
  for (const { interactionId } of items) {
    const { evaluationList } = await client.conversations.get({ interactionId })
    for (const { id, origin, answers, scoreBeforeFail } of evaluationList) {
      const missed = answers.find(({ score0to1, value }) => score0to1 === 0 && value === 'No')
      if (origin === 'human' && missed && scoreBeforeFail === null)
        return { interactionId, evaluationId: id, label: missed.label }
    }
  }
  throw new Error('The sample has no such answer.')
}

test('an answer is disputed, overturned by keyboard, and taken back', async () => {
  const { page, client } = debrief
  const { interactionId, evaluationId, label } = await missedAnswer(debrief)
  await goTo(page, `/conversations/${interactionId}?evaluation=${evaluationId}`)
  await page
    .getByRole('link', { name: `Dispute the answer to ${label}` })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: 'Dispute an answer' }).waitFor()
  await page.getByRole('radio', { name: 'Yes' }).click()
  await page.getByRole('textbox', { name: 'Why' }).fill('It is right at the end, card 4111 1111 1111 1111.')
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Dispute the answer' }).click()

  await page.getByRole('heading', { level: 1, name: label }).waitFor()
  await page.getByRole('heading', { name: 'Two answers' }).waitFor()
  expect(await page.getByText('4111').count()).toBe(0)
  await page.keyboard.press('o')
  await page.keyboard.press('w')
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.keyboard.press('r')
  await page.keyboard.type('Heard it')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^The answer is changed/).waitFor()
  const decided = (await client.disputes.list({ state: 'resolved' })).items.find(
    (one) => one.question === label && one.evaluationId === evaluationId,
  )
  expect(decided).toMatchObject({
    question: label,
    state: 'overturned',
    resolution: { by: 'Rita Levi', remark: 'Heard it' },
  })
  expect(decided!.resolution!.scoreAfter!).toBeGreaterThan(decided!.resolution!.scoreBefore!)

  await goTo(page, '/quality?tab=disputes&decided=true')
  await page.getByRole('heading', { name: 'How often answers are overturned' }).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('link', { name: label }).first().click()
  await page.getByRole('button', { name: 'Take the decision back' }).click()
  await page.getByRole('heading', { name: 'Decide' }).waitFor()
  // one of the sample's own is open, too
  expect((await client.disputes.list({ state: 'open' })).items).toHaveLength(2)
  expect(await client.workspace.check()).toEqual({ ok: true, problems: [], notes: [] })
  expect(debrief.problems).toEqual([])
}, 120_000)

test('the questions of a form open to what their verdict rests on', async () => {
  const { page } = debrief
  await goTo(page, '/quality?tab=questions')
  await page.getByRole('heading', { name: 'What each question is worth' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByText('Reviewers agree', { exact: true }).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Mean score' }).click()
  expect(debrief.problems).toEqual([])
}, 120_000)
