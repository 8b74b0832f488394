import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { adoptPolicy } from '../support/policy.ts'
import { reach } from './places.ts'

// Where the policy keeps ranking off, the page shows no order of people, wherever it shows people.

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({
    sample: 'all-teams',
    // so high that the whole list is drawn
    viewport: { width: 1280, height: 4000 },
    prepare: (client) =>
      adoptPolicy(client, (document) => ({
        ...document,
        automation: { ...document.automation, rank: 'off' },
      })),
  })
}, 120_000)
afterAll(() => debrief.close())

/** Words of an order of people, and of what would make one. */
const words =
  /\b(rank\w*|priorit\w+|first|second|top|best|worst|must address|on track|tied|gain\w*|coachab\w+|peer benchmark|good peer|action \d)\b/gi

/** What else has such a word: that nobody is ranked, names of figures, and how long somebody is here. */
const others = /keeps ranking of people off|top two boxes|First contact resolution|first 90 days/g

const ordersIn = (text: string) => text.replaceAll(others, '').match(words) ?? []

test('lists people by name, each with what was seen of them, and says why', async () => {
  const { page, client } = debrief
  await reach(page, { address: '/coaching' })
  const team = page.getByRole('complementary', { name: 'Team' })
  await team.getByText('keeps ranking of people off').waitFor()
  const list = team.getByRole('group', { name: 'Agents by name' })
  const { items } = await client.coaching.team({})
  await list
    .getByRole('button')
    .nth(items.length - 1)
    .waitFor()
  const rows = await list.getByRole('button').allInnerTexts()
  const names = items.map(({ agent }) => agent.name)
  expect(names.length).toBeGreaterThan(30)
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b)))
  expect(rows.slice(0, names.length).map((row) => row.split('\n')[0])).toEqual(names)
  // a team and a number of contacts, and nothing else
  const second = rows.slice(0, names.length).map((row) => row.split('\n').at(-1))
  expect(second.filter((line) => !/^.+ · [\d,]+ contacts?$/.test(line!))).toEqual([])
  expect(await list.getByRole('heading').count()).toBe(0)
  expect(ordersIn(await team.innerText())).toEqual([])
  expect(await seriousAccessibilityFindings(page)).toEqual([])
})

test('shows the page of an agent without a standing, a proposal or a place among others', async () => {
  const { page, client } = debrief
  const { items } = await client.coaching.team({})
  for (const { agent } of [items[0]!, items.at(-1)!]) {
    await reach(page, { address: `/coaching?agent=${agent.id}` })
    await page.getByRole('heading', { level: 1, name: agent.name }).waitFor()
    const main = page.getByRole('main')
    expect(await main.getByRole('article', { name: /^Action/ }).count()).toBe(0)
    const text = await main.innerText()
    expect(text).toContain('contacts')
    expect(ordersIn(text)).toEqual([])
  }
})

test('finds people by name in the palette, with their team alone', async () => {
  const { page, client } = debrief
  const { items } = await client.coaching.team({})
  const { name } = items[0]!.agent
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog')
  await palette.getByRole('textbox', { name: 'Search' }).fill(name)
  const found = palette.getByRole('button').filter({ hasText: name }).first()
  await found.waitFor()
  expect(await found.innerText()).toMatch(new RegExp(`^${name}\\s+[^\\n]+$`))
  expect(ordersIn(await found.innerText())).toEqual([])
  expect(debrief.problems).toEqual([])
})
