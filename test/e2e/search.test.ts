import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobIsDone, openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { contactLens } from '../support/workspace.ts'
import { goTo } from './data-files.ts'

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({
    prepare: async (client, upload) => {
      const files = [
        contactLens('C-1', [
          ['AGENT', 0, 3000, 'Thank you for calling, how can I help you today?'],
          ['CUSTOMER', 3500, 8000, 'I was charged twice for the same order.'],
          ['AGENT', 9000, 12_000, 'Let me look at the second charge.'],
        ]),
        contactLens('C-2', [
          ['AGENT', 0, 3000, 'Good morning.'],
          ['CUSTOMER', 4000, 9000, 'The order never came, and I was charged a fee of five dollars.'],
        ]),
      ]
      const references = await Promise.all(
        files.map((text, index) => upload({ name: `C-${index + 1}.json`, text })),
      )
      const { jobId } = await client.imports.start({ files: references.map((reference) => ({ reference })) })
      await jobIsDone(client, jobId)
      await jobIsDone(client, (await client.jobs.analyze()).jobId)
    },
  })
})
afterAll(() => debrief.close())

test('one types, sees the words where they were said, and opens one at its turn with the keyboard alone', async () => {
  const { page } = debrief
  await goTo(page, '/conversations')
  await page.getByRole('grid', { name: 'Conversations' }).waitFor()
  await page.keyboard.press('/')
  await page.getByRole('heading', { name: 'Search everything said' }).waitFor()
  await page.keyboard.type('"charged twice"')
  await page.getByText('1 turn in 1 conversation', { exact: true }).waitFor()
  const hits = page.getByRole('list', { name: 'Found turns' })
  expect(await hits.locator('mark').allTextContents()).toEqual(['charged twice'])
  await hits.getByText('Let me look at the second charge.').waitFor()
  expect(page.url()).toContain('q=')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await seriousAccessibilityFindings(page)).toEqual([])
  }
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/conversations/*?segment=1*')
  await expect.poll(() => page.locator('#segment-1').getAttribute('aria-current')).toBe('location')

  await page.getByRole('link', { name: 'What was found' }).click()
  await hits.getByText('charged twice').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-hit'))).toBe(true)
})

test('nothing found says what to loosen, and one click does', async () => {
  const { page } = debrief
  await goTo(page, `/conversations/search?q=${encodeURIComponent('"morning charged"')}`)
  await page.getByRole('heading', { name: 'Nothing was said like that' }).waitFor()
  await page.getByRole('button', { name: '1 conversation with the words in different turns' }).click()
  await page.getByText('2 turns in 1 conversation', { exact: true }).waitFor()
  await page.getByText('Agent', { exact: true }).first().click()
  await page.getByText('1 turn in 1 conversation', { exact: true }).waitFor()
})

test('a search is saved, found again by its chip, deleted and brought back', async () => {
  const { page, client } = debrief
  await goTo(
    page,
    `/conversations/search?q=${encodeURIComponent('"charged"')}&who=${encodeURIComponent('"customer"')}`,
  )
  await page.getByText('2 turns in 2 conversations', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('textbox', { name: 'Save this search as' }).fill('Charges')
  await page.keyboard.press('Enter')
  const chips = page.getByRole('list', { name: 'Saved searches' })
  await chips.getByRole('link', { name: 'Charges' }).waitFor()
  expect((await client.search.saved()).map(({ search }) => search)).toEqual([
    { query: 'charged', speaker: 'customer' },
  ])
  await goTo(page, '/conversations/search')
  await chips.getByRole('link', { name: 'Charges' }).click()
  await page.getByText('2 turns in 2 conversations', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Rename or delete Charges' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect.poll(async () => (await client.search.saved()).length).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await chips.getByRole('link', { name: 'Charges' }).waitFor()
})

test('more like a moment leads to other conversations', async () => {
  const { page } = debrief
  await goTo(page, `/conversations/search?q=${encodeURIComponent('"charged twice"')}`)
  const more = page.getByRole('link', { name: /^More like this moment/ })
  // what was found before stands until this search has its own
  await expect.poll(() => more.count()).toBe(1)
  await more.click()
  await page.getByText('1 turn like this one, in other conversations').waitFor()
  await page.getByRole('list', { name: 'Found turns' }).getByText('The order never came').waitFor()
})

test('the palette finds what was said, a contact by its id, and leads to the whole search', async () => {
  const { page } = debrief
  await goTo(page, '/conversations')
  await page.keyboard.press('ControlOrMeta+k')
  const field = page.getByRole('textbox', { name: 'Search', exact: true })
  await field.fill('never cam')
  await page.getByText('The order never came').waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await field.fill('C-2')
  await page.getByText('C-2', { exact: true }).waitFor()
  await field.fill('charged')
  await page.getByText('Search everything said for “charged”').click()
  await page.getByText('2 turns in 2 conversations', { exact: true }).waitFor()
  expect(debrief.problems).toEqual([])
})
