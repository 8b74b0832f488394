import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator } from 'playwright-core'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { goTo } from './data-files.ts'

// A reviewer's day over the sample, in one sitting: a form, a draw, a review made without the mouse, what it came to, and a calibration until it is settled.

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({ sample: 'all-teams' })
})
afterAll(() => debrief.close())

const form = 'Voice of the desk'
/** The form this test writes: the sample has reviews of its own on another. */
const formId = async (client: OpenDebrief['client']) =>
  (await client.scorecards.list()).find(({ name }) => name === form)!.id

/** The rows of the queue that are about a form. */
const rowsOf = (name: string) => debrief.page.getByRole('row').filter({ hasText: name })

/** Says that it is about the form written here: the sample has one of its own. */
async function chooseForm(dialog: Locator): Promise<void> {
  await dialog.getByLabel('Scored on').first().click()
  await debrief.page.getByRole('option', { name: form }).click()
}

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
  await chooseForm(page.getByRole('dialog'))
  await page.getByText(/could be picked/).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('region').filter({ hasText: form }).getByRole('button', { name: 'Draw now' }).click()
  await page.getByText(/conversations drawn/).waitFor()
  const { items } = await client.reviews.list({ states: ['waiting'], scorecardId: await formId(client) })
  expect(items.length).toBeGreaterThan(20)
  expect(items.every(({ chance, selection }) => chance !== null && selection === 'random')).toBe(true)
  expect(debrief.problems).toEqual([])
}, 120_000)

test('a whole review is made without the mouse, and survives a reload', async () => {
  const { page, client } = debrief
  await goTo(page, '/quality')
  await rowsOf(form).first().getByRole('link').click()
  await page.waitForURL('**/quality/reviews/*')
  const id = Number(page.url().split('/').at(-1))
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
    .poll(async () => (await client.reviews.open({ id: id })).answers.empathy)
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
  const [done] = (await client.reviews.list({ states: ['submitted'], scorecardId: await formId(client) }))
    .items
  expect(done).toMatchObject({ id: id, reviewer: 'Rita Levi', score0to1: expect.closeTo(70 / 85, 6) })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.waitForURL(`**/quality/reviews/${id}`)
  expect((await client.reviews.open({ id: id })).review.state).toBe('draft')
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/^Submitted: /)
    .first()
    .waitFor()
  expect(debrief.problems).toEqual([])
}, 120_000)

test('a skip has a reason and comes back; results keep what was drawn apart from what was imported', async () => {
  const { page, client } = debrief
  const [next] = (await client.reviews.list({ states: ['waiting'], scorecardId: await formId(client) })).items
  await goTo(page, `/quality/reviews/${next!.id}`)
  await page.getByText(next!.contactRef!).waitFor()
  await page.getByText('0 of 6 answered').waitFor()
  await page.keyboard.press('s')
  await page.getByRole('button', { name: 'Too short to judge' }).click()
  await page.getByText('Skipped.', { exact: true }).waitFor()
  await goTo(page, '/quality?show=skipped')
  await rowsOf(form).getByRole('button', { name: 'Put back' }).click()
  await expect.poll(() => rowsOf(form).count()).toBe(0)
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await goTo(page, '/quality?tab=results')
  await page.getByRole('cell', { name: 'Everybody' }).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  expect(debrief.problems).toEqual([])
}, 120_000)

/** Scores the part of whoever scores now: `key` for every question, with the keyboard alone. */
async function scorePart(key: '1' | '2'): Promise<void> {
  const { page } = debrief
  await page.getByText('Start scoring').click()
  for (let position = 1; position <= 2; position++) {
    await page.getByText(`conversation ${position} of 2`).waitFor()
    await page.getByText('0 of 6 answered').waitFor()
    for (let question = 0; question < 6; question++) await page.keyboard.press(key)
    await page.getByText('6 of 6 answered').waitFor()
    await page.keyboard.press('Control+Enter')
  }
  // the page goes on by itself once it knows: a test that goes elsewhere before would be taken back
  await expect.poll(() => page.url()).not.toContain('/quality/reviews/')
}

async function become(name: string): Promise<void> {
  await debrief.client.reviews.setMe({ name })
}

test('two reviewers score blind, reveal, settle with the keyboard, and close', async () => {
  const { page, client } = debrief
  await goTo(page, '/quality?tab=%22calibration%22')
  await page.getByRole('heading', { name: 'Sessions' }).waitFor()
  await page.getByRole('button', { name: 'New calibration' }).click()
  const dialog = page.getByRole('dialog', { name: 'A new calibration' })
  await chooseForm(dialog)
  await dialog.getByRole('textbox', { name: 'Name' }).fill('March round')
  const reviewers = dialog.getByLabel('Reviewers').first()
  await reviewers.fill('Hedy Lamarr')
  await reviewers.press('Enter')
  await dialog.getByLabel('How many').fill('2')
  await dialog.getByRole('button', { name: 'Draw', exact: true }).click()
  await dialog.getByText(/^2 of/).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('heading', { level: 1, name: 'March round' }).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  const session = (await client.calibration.list()).find(({ name }) => name === 'March round')
  const address = `/quality/calibration/${session!.id}`

  await scorePart('1')
  // who leaves the desk says how long they were at it, as themselves
  await goTo(page, address)
  await page.getByRole('heading', { level: 1, name: 'March round' }).waitFor()
  await become('Hedy Lamarr')
  await goTo(page, address)
  await scorePart('2')

  await goTo(page, address)
  await page.getByRole('button', { name: 'Reveal…' }).click()
  await page.getByRole('button', { name: 'Reveal', exact: true }).click()
  await page.getByText('12 differences to settle').waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  const remark = page.getByRole('textbox', { name: 'Remark' })
  for (let left = 12; left > 0; left--) {
    await page.getByText(`${left} difference${left === 1 ? '' : 's'} to settle`).waitFor()
    if (left < 12) await page.keyboard.press('d')
    await page.keyboard.press(left % 2 === 0 ? '1' : '2')
    await expect.poll(() => remark.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('As the guide says.')
    await page.keyboard.press('Control+Enter')
    await page
      .getByText(left > 1 ? `${left - 1} to settle` : 'nothing is left to settle')
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByText('all is settled').waitFor()
  const { results } = await client.calibration.get({ id: session!.id })
  expect(results!.reviewers.map(({ after: { n, agreement } }) => [n, agreement.value])).toEqual([
    [12, 0.5],
    [12, 0.5],
  ])
  await page.getByText('After settling').click()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  expect(debrief.problems).toEqual([])
}, 180_000)
