import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobIsDone, openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { goTo } from './data-files.ts'

// A reviewer's day over the sample: from a form to a draw, a review made without the mouse, and what it came to.

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({
    prepare: async (client) => {
      await jobIsDone(client, (await client.workspace.loadSample()).jobId)
      await client.workspace.setPreferences({ myTeamIds: [] })
    },
  })
}, 300_000)
afterAll(() => debrief.close())

const form = 'Voice of the desk'

test('a form is written, published and drawn for', async () => {
  const { page, client } = debrief
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await page.getByRole('button', { name: 'Say who you are' }).click()
  await page.getByRole('combobox', { name: 'Your name' }).fill('Rita Levi')
  await page.getByRole('button', { name: 'That is me' }).click()
  await page.getByRole('button', { name: 'Rita Levi' }).waitFor()

  await page.getByRole('tab', { name: 'Scorecards' }).click()
  await page.getByRole('button', { name: 'Make a scorecard' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(form)
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('heading', { level: 1, name: form }).waitFor()
  // what a question leaves to the others when it does not apply is shown before anybody scores
  const greeting = page.locator('[aria-pressed]').first()
  await greeting.click()
  await expect.poll(() => greeting.textContent()).toBe('n/a')
  await greeting.click()
  await page.getByRole('button', { name: 'Verification', exact: true }).click()
  await page.getByRole('textbox', { name: 'Weight' }).fill('0')
  await page.getByText('add up to 80, not 100').first().waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('None: it can be published.').waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('button', { name: 'Edit' }).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])

  await goTo(page, '/quality?tab=plans')
  await page.getByRole('button', { name: 'Make a plan' }).click()
  await page.getByText(/could be picked/).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Draw now' }).click()
  await page.getByText(/conversations drawn/).waitFor()
  const { items } = await client.reviews.list({ states: ['waiting'] })
  expect(items.length).toBeGreaterThan(20)
  expect(items.every(({ chance, selection }) => chance !== null && selection === 'random')).toBe(true)
  expect(debrief.problems).toEqual([])
}, 120_000)

test('a whole review is made without the mouse, and survives a reload', async () => {
  const { page, client } = debrief
  await goTo(page, '/quality')
  const [first] = (await client.reviews.list({ states: ['waiting'] })).items
  await page.getByRole('link', { name: first!.agent!.name }).first().click()
  await page.waitForURL(`**/quality/reviews/${first!.id}`)
  const score = page.getByRole('status', { name: 'Score so far' })
  await page.getByText('0 of 6 answered').waitFor()
  await page.keyboard.press('2')
  await expect.poll(() => score.textContent()).toContain('0%')
  await page.keyboard.press('1')
  await page.getByText('2 of 6 answered').waitFor()
  await page.keyboard.press('.')
  await page.keyboard.press('m')
  await page.keyboard.press('t')
  await page.keyboard.type('Cut the customer short')
  await page.keyboard.press('Escape')
  await page.keyboard.press('0')
  await page.getByText('3 of 6 answered').waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await expect
    .poll(async () => (await client.reviews.open({ id: first!.id })).answers.empathy)
    .toMatchObject({
      note: 'Cut the customer short',
      answer: { isNotApplicable: true },
      moments: [{ quote: expect.any(String) }],
    })
  await page.reload()
  await page.getByText('3 of 6 answered').waitFor()
  for (const key of ['1', '1', '1']) await page.keyboard.press(key)
  await page.getByText('6 of 6 answered').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText(/^Submitted: /).waitFor()
  // 15 of the 85 parts that apply were missed
  const [done] = (await client.reviews.list({ states: ['submitted'] })).items
  expect(done).toMatchObject({ id: first!.id, reviewer: 'Rita Levi', score0to1: expect.closeTo(70 / 85, 6) })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.waitForURL(`**/quality/reviews/${first!.id}`)
  expect((await client.reviews.open({ id: first!.id })).review.state).toBe('draft')
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/^Submitted: /)
    .first()
    .waitFor()
  expect(debrief.problems).toEqual([])
}, 120_000)

test('a skip has a reason and comes back; results keep what was drawn apart from what was imported', async () => {
  const { page, client } = debrief
  const [next] = (await client.reviews.list({ states: ['waiting'] })).items
  await goTo(page, `/quality/reviews/${next!.id}`)
  await page.getByText(next!.contactRef!).waitFor()
  await page.getByText('0 of 6 answered').waitFor()
  await page.keyboard.press('s')
  await page.getByRole('button', { name: 'Too short to judge' }).click()
  await page.getByText('Skipped.', { exact: true }).waitFor()
  await goTo(page, '/quality?show=skipped')
  await page.getByRole('button', { name: 'Put back' }).click()
  await page.getByText('Nothing was skipped').waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await goTo(page, '/quality?tab=results')
  await page.getByRole('cell', { name: 'Everybody' }).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  expect(debrief.problems).toEqual([])
}, 120_000)
