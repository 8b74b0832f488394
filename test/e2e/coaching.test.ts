import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import {
  finishAnimations,
  openDebrief,
  seriousAccessibilityFindings,
  type OpenDebrief,
} from '../support/browser.ts'

// One supervisor's first quarter of an hour, in the order it happens: each test goes on where the one before ended.

let debrief: OpenDebrief
let page: Page
beforeAll(async () => {
  debrief = await openDebrief({ sample: 'as-loaded' })
  page = debrief.page
})
afterAll(() => debrief.close())

const agents = () => page.getByRole('complementary', { name: 'Team' }).locator('[data-agent]')
const chosen = () => page.getByRole('complementary', { name: 'Team' }).locator('[aria-current=true]')

/** The notes of the agent now shown, as the engine has them. */
async function coachedNotes(): Promise<(string | null)[]> {
  const agentId = Number(await chosen().getAttribute('data-agent'))
  return (await debrief.client.coaching.agent({ agentId, days: 28 })).coached.map(({ note }) => note)
}

test('the first visit asks which teams are mine, and all of them is one click', async () => {
  await page.getByRole('heading', { name: 'Which teams are yours?' }).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'All teams' }).click()
  await agents().first().waitFor()
  expect((await debrief.client.workspace.preferences()).myTeamIds).toEqual([])
})

test('whoever is shown first is in the address, so that a new order does not turn the page', async () => {
  const first = await agents().first().getAttribute('data-agent')
  await expect.poll(() => new URL(page.url()).hash).toContain(`agent=${first}`)
  await expect.poll(() => chosen().getAttribute('data-agent')).toBe(first)
})

test('another team opens on its own first', async () => {
  const [team] = await debrief.client.people.teams()
  const { items } = await debrief.client.coaching.team({ days: 28, teamIds: [team!.id] })
  const choose = async (name: string) => {
    await page.getByRole('combobox', { name: 'Team' }).click()
    await page.getByRole('option', { name, exact: true }).click()
  }
  await choose(team!.name)
  await expect.poll(() => chosen().getAttribute('data-agent')).toBe(String(items[0]!.agent.id))
  await choose('All teams')
  const all = await debrief.client.coaching.team({ days: 28 })
  await expect.poll(() => chosen().getAttribute('data-agent')).toBe(String(all.items[0]!.agent.id))
  await page.getByRole('heading', { level: 1 }).click()
})

test('the team stands in the engine’s order, each with a reason', async () => {
  const team = await debrief.client.coaching.team({ days: 28 })
  const first = await agents().first().innerText()
  const top = team.items[0]
  if (!top) throw new Error('The sample has nobody to rank.')
  expect(first).toContain(top.agent.name)
  expect(first).toContain(top.reason)
})

test('the chosen agent’s page shows at most three actions, each with its gain, interval and evidence', async () => {
  const team = await debrief.client.coaching.team({ days: 28 })
  const withActions = team.items.find(({ actions, state }) => actions > 0 && state === 'act')
  if (!withActions) throw new Error('The sample has nobody with an action.')
  await page.keyboard.press('/')
  await page.keyboard.type(withActions.agent.name)
  await expect.poll(() => agents().count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: withActions.agent.name }).waitFor()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  const data = await debrief.client.coaching.agent({ agentId: withActions.agent.id, days: 28 })
  const cards = page.getByRole('article', { name: /^Action \d/ })
  await cards.first().waitFor()
  expect(await cards.count()).toBe(data.ranked.actions.length)
  expect(data.ranked.actions.length).toBeLessThanOrEqual(3)
  const text = await cards.first().innerText()
  expect(text).toContain(data.ranked.actions[0]?.sentence)
  expect(
    await cards
      .first()
      .getByRole('img', { name: /95% interval/ })
      .count(),
  ).toBe(1)
})

test('a key opens its part of the first action where one can see it, however far down that stands', async () => {
  const isInSight = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= window.innerHeight
  }
  await page.reload()
  await page.getByRole('article', { name: /^Action 1/ }).waitFor()
  await page.keyboard.press('m')
  const note = page.getByRole('textbox', { name: 'What was agreed' })
  await note.waitFor()
  await expect.poll(() => note.evaluate(isInSight)).toBe(true)
  expect(await note.inputValue()).toBe('')
  const { y } = (await page.getByRole('navigation').first().boundingBox())!
  // the window itself has not scrolled
  expect(y).toBe(0)
  await page.keyboard.press('Escape')
  await note.waitFor({ state: 'detached' })
  await page.keyboard.press('e')
  const card = page.getByRole('article', { name: /^Action 1/ })
  const moment = card.getByRole('list', { name: 'Evidence' }).getByRole('button', { expanded: true })
  await expect.poll(() => moment.evaluate(isInSight)).toBe(true)
  await page.keyboard.press('e')
})

test('the arithmetic of a number is one key away and ends in the priority the engine gave', async () => {
  await page.keyboard.press('n')
  const arithmetic = page.getByRole('table', { name: /priority of .* came about/ }).first()
  await arithmetic.waitFor()
  expect(await arithmetic.getByRole('rowheader').allInnerTexts()).toEqual(
    expect.arrayContaining(['Seen', 'Adjusted', 'Estimate', 'Gap', '= Gain', '= Priority']),
  )
})

test('coached today is recorded with its note and can be undone', async () => {
  await page.keyboard.press('m')
  await page.getByRole('textbox', { name: 'What was agreed' }).fill('Name the feeling first.')
  await page.getByRole('button', { name: 'Mark as coached today' }).click()
  await page.getByText('is marked as coached today').waitFor()
  await page.getByText('Name the feeling first.').waitFor()
  expect((await coachedNotes())[0]).toBe('Name the feeling first.')
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Name the feeling first.').waitFor({ state: 'detached' })
  expect(await coachedNotes()).not.toContain('Name the feeling first.')
})

test('j and k walk the team', async () => {
  await page.keyboard.press('j')
  const next = await chosen().innerText()
  await page.keyboard.press('k')
  await expect.poll(() => chosen().innerText()).not.toBe(next)
  await page.keyboard.press('j')
  await expect.poll(() => chosen().innerText()).toBe(next)
})

test('a moment opens in place and leads to its conversation', async () => {
  const team = await debrief.client.coaching.team({ days: 28 })
  for (const { agent } of team.items) {
    const data = await debrief.client.coaching.agent({ agentId: agent.id, days: 28 })
    const evidence = data.ranked.actions[0]?.evidence ?? []
    const index = evidence.findIndex(({ turns, interactionId }) => turns.length > 0 && interactionId !== null)
    const moment = evidence[index]
    if (!moment) continue
    await page.evaluate((hash) => (location.hash = hash), `#/coaching?agent=${agent.id}`)
    await page.getByRole('heading', { level: 1, name: agent.name }).waitFor()
    const row = page
      .getByRole('article')
      .first()
      .getByRole('list', { name: 'Evidence' })
      .locator(':scope > li')
      .nth(index)
    await row.getByRole('button').click()
    const told = moment.turns.filter(({ isMoment }) => isMoment).map(({ text }) => text)
    await row.locator('li[data-moment]').first().waitFor()
    const shown = (await row.locator('li[data-moment]').allInnerTexts()).join(' ')
    for (const text of told) expect(shown).toContain(text)
    expect(await seriousAccessibilityFindings(page)).toEqual([])
    await row.getByRole('link', { name: 'Open the conversation' }).click()
    await page.waitForURL(`**/#/conversations/${moment.interactionId}*`)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: agent.name }).waitFor()
    return
  }
  throw new Error('No action of the sample has a transcript moment.')
})

test('what the ranking is weighed by is chosen beside the window, and everything follows', async () => {
  const names = async () =>
    (await debrief.client.coaching.team({ days: 28 })).items.map(({ agent }) => agent.name)
  const byCsat = await names()
  await page.evaluate(() => (location.hash = '#/coaching'))
  await page.getByRole('button', { name: 'Weighed by CSAT' }).click()
  const chooser = page.getByRole('dialog', { name: /^Weighed by/ })
  await chooser.getByText('in the order of what closing a gap would bring').waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await chooser.getByRole('radio', { name: 'QA score' }).click()
  await page.getByText('Weighed by QA score now.').waitFor()
  await page.getByRole('button', { name: 'Weighed by QA score' }).waitFor()
  expect((await debrief.client.workspace.preferences()).outcomeMetricId).toBe('qa_score')
  await page.keyboard.press('Escape')
  const byScore = await names()
  expect(byScore).not.toEqual(byCsat)
  for (const name of byScore.slice(0, 3)) await agents().filter({ hasText: name }).first().waitFor()
  await expect.poll(() => agents().first().innerText()).toContain(byScore[0])
  await agents().first().click()
  await page
    .getByRole('article', { name: /^Action 1/ })
    .getByText('QA score gain a week')
    .waitFor()

  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Weighed by CSAT' }).waitFor()
  await expect.poll(() => agents().first().innerText()).toContain(byCsat[0])
  await agents().first().click()
  await page
    .getByRole('article', { name: /^Action 1/ })
    .getByText('CSAT gain a week')
    .waitFor()
  expect(await names()).toEqual(byCsat)
})

test('the window it opens with is kept, and so is within how many days a return counts', async () => {
  await page.getByRole('button', { name: 'Weighed by CSAT' }).click()
  const chooser = page.getByRole('dialog', { name: /^Weighed by/ })
  await chooser
    .getByRole('radiogroup', { name: /^Open with the last/ })
    .getByText('56')
    .click()
  await page.getByText('Coaching opens with the last 56 days now.').waitFor()
  await page.getByText('against the 56 days before').waitFor()
  await chooser
    .getByRole('radiogroup', { name: /^Solved when/ })
    .getByText('14')
    .click()
  await page.getByText('nobody comes back within 14 days now.').waitFor()
  expect(await debrief.client.workspace.preferences()).toMatchObject({ windowDays: 56, fcrWindowDays: 14 })
  await chooser
    .getByRole('radiogroup', { name: /^Open with the last/ })
    .getByText('28')
    .click()
  await page.getByText('against the 28 days before').waitFor()
  await page.keyboard.press('Escape')
  await chooser.waitFor({ state: 'detached' })
})

test('the palette finds an agent by a few letters', async () => {
  const { items } = await debrief.client.coaching.team({ days: 28 })
  const wanted = items.at(-1)?.agent
  if (!wanted) throw new Error('The sample has nobody to rank.')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('textbox', { name: 'Search' }).fill(wanted.name)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: wanted.name }).waitFor()
  expect(new URL(page.url()).hash).toContain(`agent=${wanted.id}`)
})

test('who goes elsewhere while the team still loads stays there', async () => {
  const { door, client } = debrief
  await client.workspace.setPreferences({ myTeamIds: [] })
  const { promise: isThere, resolve: deliver } = Promise.withResolvers<void>()
  await page.route('**/assets/data-page-*.js', async (route) => {
    await isThere
    await route.continue()
  })
  const { promise: isAway, resolve: letTheTeamCome } = Promise.withResolvers<void>()
  await page.route('**/rpc/coaching/team*', async (route) => {
    await isAway
    await route.continue()
  })
  await page.goto('about:blank')
  await page.goto(`${door.origin}/#/coaching`)
  await page.waitForSelector('#root nav')
  await page.evaluate(() => (location.hash = '#/data'))
  const team = page.waitForResponse('**/rpc/coaching/team*')
  letTheTeamCome()
  await (await team).finished()
  await page.waitForTimeout(200)
  deliver()
  await page.getByRole('heading', { name: 'Last imported' }).waitFor()
  expect(new URL(page.url()).hash).toMatch(/^#\/data/)
  await page.unrouteAll()
})

test.each(['light', 'dark'] as const)('axe finds nothing serious in %s', async (scheme) => {
  await page.emulateMedia({ colorScheme: scheme })
  await page.waitForSelector(`html[data-mantine-color-scheme=${scheme}]`)
  await finishAnimations(page)
  expect(await seriousAccessibilityFindings(page)).toEqual([])
})

test('nothing went wrong in the page on the way', () => {
  expect(debrief.problems).toEqual([])
})
