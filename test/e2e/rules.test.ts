import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { aForm, aQuestion, publishForm } from '../support/quality-desk.ts'
import { goTo } from './data-files.ts'

// A reviewer takes a ready rule for a question of an own form, changes it to the house's words, sees what that comes to, and lets it answer.

const title = 'Did the agent close well?'
const asked = { scorecardId: 0, questionId: 'close' }

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({
    sample: 'all-teams',
    prepare: async (client) => {
      const form = aForm([aQuestion('close', { title }), aQuestion('other')])
      asked.scorecardId = await publishForm({ client }, form)
    },
  })
})
afterAll(() => debrief.close())

/** How many conversations come to an outcome, as its bar says. */
const figureOf = async (outcome: 'Pass' | 'Left open') => {
  // until all are looked at, it is of some
  await debrief.page.getByText(/^[\d,]+ looked at$/).waitFor()
  const bar = debrief.page.getByRole('button', { name: new RegExp(`^${outcome} \\d`) })
  return Number(/(\d+) ·/.exec((await bar.textContent())!)![1])
}

test('a ready rule is changed without the mouse, tried on conversations, and answers', async () => {
  const { page, client } = debrief
  await goTo(page, `/quality/scorecards/${asked.scorecardId}`)
  await page.getByRole('button', { name: `Rule for ${title}` }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByRole('button', { name: 'Ready rules' }).click()
  await page.getByRole('menuitem', { name: /^Closing/ }).click()
  await page.getByText(/^[\d,]+ looked at$/).waitFor()
  expect(await figureOf('Pass')).toBeGreaterThan(100)
  await expect.poll(() => page.locator('mark').count()).toBeGreaterThan(0)
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Let it answer' }).click()
  await page.getByText('version 1 answers').waitFor()

  // a word list of the house, made where a phrase names it
  await page.getByRole('button', { name: 'Add a word list' }).click()
  const list = page.getByRole('region', { name: /^Word list/ })
  await list.getByRole('textbox', { name: 'Words, one a line' }).fill('bye\ngoodbye')
  await list.getByRole('textbox', { name: 'Name' }).fill('two words')
  await list.getByText('Name it with letters, figures and hyphens.').waitFor()
  await list.getByRole('textbox', { name: 'Name' }).fill('leave')
  await page.keyboard.press('Enter')
  const phrases = page.getByRole('textbox', { name: 'Phrases, one a line' }).first()
  await phrases.fill('{leave}')
  await page.getByText('Used in 1 phrase.').waitFor()
  await page.getByRole('combobox', { name: 'Ready sets of phrases' }).first().focus()
  await page.keyboard.press('Backspace')
  await page.getByRole('button', { name: /^[\d,]+ changed$/ }).waitFor()
  await page.getByRole('button', { name: /^Pass \d/ }).click()
  const decided = page.locator('mark[data-decided]')
  await expect.poll(async () => (await decided.allTextContents()).join(' ')).toMatch(/^(?:(?:good)?bye ?)+$/i)

  // a guard: a figure that cannot be is said and not taken, one that can be leaves more open
  const openBefore = await figureOf('Left open')
  const leastSure = page.getByRole('textbox', { name: 'any answer is less sure than' })
  await leastSure.fill('120')
  await page.getByText('Give a figure from 0 to 100 %.').waitFor()
  await leastSure.fill('99')
  await expect.poll(() => figureOf('Left open')).toBeGreaterThan(openBefore)
  await page.keyboard.press('Control+z')
  await expect.poll(() => figureOf('Left open')).toBe(openBefore)
  await page.getByRole('textbox', { name: 'the agent says fewer than' }).fill('30')

  // a block is put beside another, moved and taken away by keyboard
  const heads = page.locator('[data-block]')
  await page
    .getByRole('button', { name: /^More for: / })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Put into “any of these”' }).press('Enter')
  await page.getByRole('button', { name: 'Add a block' }).first().press('Enter')
  await page.getByRole('menuitem', { name: 'Said', exact: true }).press('Enter')
  await page.keyboard.type('take care')
  const added = page.locator('[data-block="passWhen.of.1"]')
  await added.focus()
  await page.keyboard.press('Alt+ArrowUp')
  expect(await page.locator(':focus').textContent()).toContain('take care')
  expect(await heads.nth(1).textContent()).toContain('take care')
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    expect(await seriousAccessibilityFindings(page, scheme === 'dark' ? 'colours' : undefined)).toEqual([])
  }

  await page.getByText('Saved', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Let it answer' }).click()
  await page.getByText('version 2 answers').waitFor()
  const { active } = await client.rules.get(asked)
  expect(active?.rule).toMatchObject({
    lists: { leave: 'bye|goodbye' },
    guards: { leastAgentWords: 30 },
    passWhen: { kind: 'any', of: [{ phrases: ['take care'] }, { phrases: ['{leave}'] }] },
  })
  const passed = await figureOf('Pass')
  const answered = async () => {
    const all = await client.conversations.evaluations({})
    return all.filter(
      ({ form, origin, answers }) =>
        form === 'Voice' && origin === 'automated' && answers.some(({ value }) => value === 'Yes'),
    ).length
  }
  await expect.poll(answered, { timeout: 30_000, interval: 500 }).toBe(passed)
  expect(debrief.problems).toEqual([])
}, 120_000)
