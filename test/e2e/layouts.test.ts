import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { everyPlace, reach, type Place } from './places.ts'
import { whatDoesNotFit } from './what-does-not-fit.ts'

// Every view and tab enlarged to 200 %, and from right to left: nothing runs out of the window, and everything that can be pressed can be reached.

let debrief: OpenDebrief
let places: Place[] = []
beforeAll(async () => {
  debrief = await openDebrief({ sample: 'all-teams' })
  places = await everyPlace(debrief.client)
}, 120_000)
afterAll(() => debrief.close())

async function wrongInPlaces(look: (page: Page, place: Place) => Promise<string[]>): Promise<string[]> {
  const { page } = debrief
  const wrong: string[] = []
  for (const place of places) {
    await reach(page, place)
    wrong.push(...(await look(page, place)).map((what) => `${place.address}: ${what}`))
  }
  return wrong
}

test('at 200 % no page scrolls sideways, and every control can be reached', async () => {
  const { page } = debrief
  // 1280 by 800 at twice the size
  await page.setViewportSize({ width: 640, height: 400 })
  expect(await wrongInPlaces(whatDoesNotFit)).toEqual([])
}, 120_000)

test('from right to left nothing is cut off, and axe finds nothing serious', async () => {
  const { page, problems } = debrief
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue()
    const answer = await route.fetch()
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('<html ', '<html dir="rtl" '),
    })
  })
  await page.reload()
  await page.waitForSelector('html[dir=rtl] nav')
  // the views stand on the right
  const rail = await page.getByRole('navigation', { name: 'Views' }).boundingBox()
  expect(Math.round(rail!.x + rail!.width)).toBe(1280)
  const paths = new Set<string>()
  expect(
    await wrongInPlaces(async (_, { address }) => {
      const wrong = await whatDoesNotFit(page)
      const [path] = address.split('?')
      // once for each view: of what stands in its tabs axe says the same from left to right
      if (paths.has(path!)) return wrong
      paths.add(path!)
      return [...wrong, ...(await seriousAccessibilityFindings(page))]
    }),
  ).toEqual([])
  expect(paths.size).toBeGreaterThan(9)
  expect(problems).toEqual([])
}, 180_000)
