import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief()
})
afterAll(() => debrief.close())

test('the link opens the page, which reaches the engine without an error or a breach of its policy', async () => {
  expect(await debrief.page.title()).toContain('Debrief')
  expect(new URL(debrief.page.url()).search).toBe('')
  expect(debrief.problems).toEqual([])
})

test('an empty workspace offers the sample', async () => {
  const offer = debrief.page.getByText(/sample/i).first()
  await offer.waitFor({ timeout: 10_000 })
  expect(await offer.isVisible()).toBe(true)
})

test.each(['/', '/conversations', '/data'])('axe finds nothing serious on an empty %s', async (place) => {
  await debrief.page.evaluate((hash) => (location.hash = hash), `#${place}`)
  await debrief.page.waitForSelector('main, [role=main]')
  expect(await seriousAccessibilityFindings(debrief.page)).toEqual([])
})

test('the link in the address bar is used up: whoever copies it gets in no more', async () => {
  const used = debrief.door.url
  const first = await fetch(used)
  const second = await fetch(used)
  expect([first.status, second.status]).toEqual([200, 403])
})
