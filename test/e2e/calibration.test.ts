import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobIsDone, openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { goTo } from './data-files.ts'

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({
    prepare: async (client) => {
      await jobIsDone(client, (await client.workspace.loadSample()).jobId)
      await client.workspace.setPreferences({ myTeamIds: [] })
      const { id } = await client.scorecards.create({ title: 'Voice', from: { kind: 'starter' } })
      await client.scorecards.publish({ id, revision: 1 })
      await client.reviews.setMe({ name: 'Rita Levi' })
    },
  })
}, 300_000)
afterAll(() => debrief.close())

/** Scores the part of whoever scores now: `key` for every question, with the keyboard alone. */
async function scorePart(key: '1' | '2', reviewer: string): Promise<void> {
  const { page, client } = debrief
  await page.getByText('Start scoring').click()
  for (let position = 1; position <= 2; position++) {
    await page.getByText(`conversation ${position} of 2`).waitFor()
    await page.getByText('0 of 6 answered').waitFor()
    for (let question = 0; question < 6; question++) await page.keyboard.press(key)
    await page.getByText('6 of 6 answered').waitFor()
    await page.keyboard.press('Control+Enter')
  }
  const left = () => client.reviews.list({ states: ['waiting', 'draft'], reviewer })
  await expect.poll(async () => (await left()).total).toBe(0)
  // the page goes on by itself once it knows: a test that goes elsewhere before would be taken back
  await expect.poll(() => page.url()).not.toContain('/quality/reviews/')
}

async function become(name: string): Promise<void> {
  await debrief.client.reviews.setMe({ name })
}

test('two reviewers score blind, reveal, settle with the keyboard, and close', async () => {
  const { page, client } = debrief
  await goTo(page, '/quality?tab=%22calibration%22')
  await page.getByRole('heading', { name: 'No calibration yet' }).waitFor()
  await page.getByRole('button', { name: 'New calibration' }).click()
  const dialog = page.getByRole('dialog', { name: 'A new calibration' })
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
  const [session] = await client.calibration.list()
  const address = `/quality/calibration/${session!.id}`

  await scorePart('1', 'Rita Levi')
  await become('Hedy Lamarr')
  await goTo(page, address)
  await scorePart('2', 'Hedy Lamarr')

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
