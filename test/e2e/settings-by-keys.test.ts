import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locator } from 'playwright-core'
import { settingsTabs } from '../../renderer/app/search.ts'
import { starterPolicies } from '../../shared/domain/policy.ts'
import { openDebrief, type OpenDebrief } from '../support/browser.ts'
import { reach } from './places.ts'

// Settings without a mouse: the arrows go through the tabs, and Tab reaches what each is for, with a focus one sees.

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({
    prepare: async (client) => {
      const { strict } = starterPolicies
      const profiles = { passphrase: false, idleMinutes: null }
      await client.policy.adopt({ document: { ...strict, approvals: ['export'], profiles } })
      await client.profiles.create({ name: 'Ada', role: 'administrator' })
      const [ada] = await client.profiles.list()
      await client.profiles.enter({ id: ada!.id })
      await client.profiles.create({ name: 'Max', role: 'administrator' })
    },
  })
  const { page } = debrief
  // by keys from the first moment on
  const profile = page.getByRole('combobox', { name: 'Your profile' })
  await profile.focus()
  await page.keyboard.type('Ada')
  await page.getByRole('option', { name: /Ada/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Enter' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'You are Ada' }).waitFor()
  await reach(page, { address: '/settings?tab=policy', tab: 'policy' })
}, 120_000)
afterAll(() => debrief.close())

/** What each tab is for: what has to be reached in it. Of updates there is only a sentence, since this Debrief was not installed. */
const mainControls: Record<(typeof settingsTabs)[number], ((panel: Locator) => Locator) | null> = {
  policy: (panel) => panel.getByRole('button', { name: 'Start from' }),
  people: (panel) => panel.getByRole('button', { name: 'Make a profile' }),
  approvals: (panel) => panel.getByRole('textbox', { name: 'Why' }),
  privacy: (panel) => panel.getByRole('combobox', { name: 'Name of the agent' }),
  log: (panel) => panel.getByRole('button', { name: 'Check the log' }),
  protection: (panel) => panel.getByLabel('New passphrase').first(),
  backups: (panel) => panel.getByRole('button', { name: 'Back up now' }),
  diagnostics: (panel) => panel.getByRole('button').first(),
  updates: null,
  general: (panel) => panel.getByRole('combobox', { name: 'Language of the page' }),
}

/** How what has the focus, and what stands around it, is outlined. */
const outline = (control: Locator) =>
  control.evaluate((element) =>
    [element, element.parentElement, element.nextElementSibling]
      .filter((one) => one !== null)
      .map((one) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(one)
        return outlineStyle === 'none'
          ? `${boxShadow} ${borderColor}`
          : `${outlineWidth} ${boxShadow} ${borderColor}`
      })
      .join('; '),
  )

const MOST_PRESSES = 40

test('the arrows go through the tabs, each is reached by Tab, and one sees where one is', async () => {
  const { page, problems } = debrief
  const wrong: string[] = []
  const tabs = page.getByRole('tablist', { name: 'Parts of Settings' }).getByRole('tab')
  expect(await tabs.count()).toBe(settingsTabs.length)
  await tabs.first().focus()
  for (const [at, name] of settingsTabs.entries()) {
    if (at > 0) await page.keyboard.press('ArrowRight')
    const tab = tabs.nth(at)
    await page.waitForFunction((chosen) => {
      const { activeElement: here } = document
      return here?.getAttribute('aria-selected') === 'true' && here.id.endsWith(`-tab-${chosen}`)
    }, name)
    const control = mainControls[name]?.(page.getByRole('tabpanel'))
    if (control === undefined) {
      await page.getByRole('tabpanel').getByText('Debrief looks for no updates').waitFor()
      continue
    }
    await control.waitFor()
    const before = await outline(control)
    let isReached = false
    for (let presses = 0; presses < MOST_PRESSES && !isReached; presses++) {
      await page.keyboard.press('Tab')
      isReached = await control.evaluate((element) => element === document.activeElement)
    }
    if (!isReached) wrong.push(`${name}: not reached`)
    else if ((await outline(control)) === before) wrong.push(`${name}: one does not see the focus`)
    // back to the tabs as one came
    await tab.focus()
  }
  expect(wrong).toEqual([])
  // past the last one stands the first again
  await page.keyboard.press('ArrowRight')
  await page.getByRole('tab', { name: 'Policy', selected: true }).waitFor()
  expect(problems.filter((problem) => !/status of (401|403)/.test(problem))).toEqual([])
}, 90_000)
