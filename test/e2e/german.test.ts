import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDebrief, type OpenDebrief } from '../support/browser.ts'
import { saidInNames, wordsThatAreEnglish } from './english-left.ts'
import { everyPlace, reach } from './places.ts'

// The page in German, switched to in Settings, in every view and tab.

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({ sample: 'all-teams' })
}, 120_000)
afterAll(() => debrief.close())

/**
 * What the engine and its resources say, which is English in every language so far: names of figures and of questions to ask in a session, and
 * columns of a file. By the place, since elsewhere the same words are the page's own.
 */
const saidByOthers: [place: string, words: string[]][] = [
  ['/coaching?agent=', ['Hold time', 'Silence', 'Handle time', 'Talk time', 'Occupancy']],
  ['/conversations/', ['Silence', 'Hold time']],
  ['/patterns', ['Hold time', 'Silence', 'Handle time', 'Talk time', 'Occupancy']],
  ['/data?tab=metrics', ['Hold time', 'Silence', 'Handle time', 'Talk time', 'Occupancy']],
  ['/data?tab=quarantine', ['Queue']],
]

test('Settings switch the page to German, which is kept and declared', async () => {
  const { page } = debrief
  await reach(page, { address: '/settings?tab=general', tab: 'general' })
  await page.getByRole('combobox', { name: 'Language of the page' }).click()
  await page.getByRole('option', { name: 'Deutsch' }).click()
  await page.waitForSelector('html[lang=de]')
  await page.getByRole('heading', { name: 'Einstellungen' }).waitFor()
  const views = page.getByRole('navigation', { name: 'Ansichten' })
  expect(await views.getByRole('listitem').allTextContents()).toEqual([
    'Coaching',
    'Gespräche',
    'Qualität',
    'Muster',
    'Daten',
    'Einstellungen',
  ])
  await page.reload()
  await page.getByRole('heading', { name: 'Einstellungen' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('de')
})

test('dates and numbers are written as in German', async () => {
  const { page, client } = debrief
  const { items } = await client.conversations.list({ limit: 1 })
  await reach(page, { address: '/conversations' })
  const first = page.getByRole('grid').getByRole('row').nth(1)
  const written = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeZone: 'UTC' })
  // 14. Nov. 2026 or 14.11.2026
  const day = new Date(items[0]!.at!)
  await first
    .getByText(
      new RegExp(`^${day.getUTCDate()}\\. \\p{L}+\\.? ${day.getUTCFullYear()}|^${written.format(day)}`, 'u'),
    )
    .waitFor()
  await reach(page, { address: '/data?tab=freshness', tab: 'freshness' })
  // how many contacts there are, with a point between thousands
  await page
    .getByText(/^\d{2}\.\d{3}$/)
    .first()
    .waitFor()
})

test('nothing that leads somewhere, heads, is pressed or names a field is said in English', async () => {
  const { page, client, problems } = debrief
  const english = wordsThatAreEnglish()
  expect(english.size).toBeGreaterThan(2000)
  const left: string[] = []
  for (const place of await everyPlace(client)) {
    await reach(page, place)
    const others = saidByOthers.find(([start]) => place.address.startsWith(start))?.[1] ?? []
    const own = new Set([...english].filter((text) => !others.includes(text)))
    left.push(...(await saidInNames(page, own)).map((text) => `${place.address}: ${text}`))
  }
  expect(left).toEqual([])
  expect(problems).toEqual([])
}, 120_000)
