import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  finishAnimations,
  openDebrief,
  seriousAccessibilityFindings,
  type OpenDebrief,
} from '../support/browser.ts'
import { everyState } from './every-state.ts'

// Every screen and what opens on it, over the sample, in both colour schemes.

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({ sample: 'all-teams' })
})
afterAll(() => debrief.close())

test.each(everyState)('axe finds nothing serious: %s', async (_name, reach) => {
  const { page } = debrief
  await page.reload()
  await page.getByRole('navigation').first().waitFor()
  await reach(debrief)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForSelector(`html[data-mantine-color-scheme=${colorScheme}]`)
    await finishAnimations(page)
    const findings = seriousAccessibilityFindings(page, colorScheme === 'dark' ? 'colours' : undefined)
    expect(await findings).toEqual([])
  }
})

test('nothing went wrong in the page on the way', () => {
  expect(debrief.problems).toEqual([])
})
