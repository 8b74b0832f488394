import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { goTo } from './data-files.ts'

// What is missing in the sample, from the corner of a view to where one can act.

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({ sample: 'all-teams' })
})
afterAll(() => debrief.close())

const button = () => debrief.page.getByRole('button', { name: /^Data health/ })
const panel = () => debrief.page.getByRole('dialog', { name: 'Data health' })

test('the corner says in words how many things are missing', async () => {
  const { findings } = await debrief.client.health.report()
  const open = findings.filter(({ severity }) => severity !== 'note').length
  expect(open).toBeGreaterThan(0)
  await expect.poll(() => button().getAttribute('aria-label')).toContain(`(${open})`)
})

test('the key opens it on any view, the gravest first, and Escape gives the page back', async () => {
  const { page } = debrief
  await goTo(page, '/quality')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  const { findings } = await debrief.client.health.report()
  await panel().getByRole('listitem').first().waitFor()
  expect(await panel().getByRole('listitem').count()).toBe(findings.length)
  expect(await panel().getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
    expect.stringMatching(/^Worth knowing/),
    expect.stringMatching(/^For the record/),
  ])
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(() => panel().count()).toBe(0)
})

test('on an agent’s page it begins with what concerns the agent, and the page says it beside its section', async () => {
  const { page } = debrief
  const { findings } = await debrief.client.health.report()
  const without = findings.find(({ kind }) => kind === 'people-without')!
  const agentId = without.agentIds[0]!
  const [gap] = await debrief.client.health.agent({ agentId, days: 28 })
  await goTo(page, `/coaching?agent=${agentId}`)
  await page.getByText(gap!.sentence).waitFor()
  await button().click()
  const here = panel().getByRole('region', { name: 'On this page' })
  await here.getByRole('listitem').filter({ hasText: without.todo }).waitFor()
})

test('what is set aside is gone, is undone at a click, and stands below until then', async () => {
  const { page } = debrief
  const before = await panel().getByRole('listitem').count()
  await panel()
    .getByRole('button', { name: /^Set aside/ })
    .first()
    .click()
  await expect.poll(() => panel().getByRole('listitem').count()).toBe(before - 1)
  await panel().getByRole('button', { name: '1 finding set aside' }).click()
  await panel()
    .getByRole('button', { name: /^Bring back/ })
    .waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect
    .poll(() =>
      panel()
        .getByRole('button', { name: /^Bring back/ })
        .count(),
    )
    .toBe(0)
  const { findings } = await debrief.client.health.report()
  expect(findings.some(({ isSetAside }) => isSetAside)).toBe(false)
})

test('another page, come by its address, closes it', async () => {
  const { page } = debrief
  if ((await panel().count()) === 0) await button().click()
  await panel().waitFor()
  await goTo(page, '/patterns')
  await expect.poll(() => panel().count()).toBe(0)
})

test('each line leads to where one can act', async () => {
  const { page } = debrief
  if ((await panel().count()) === 0) await button().click()
  await panel().getByRole('link', { name: 'Repair or dismiss them' }).click()
  await page
    .getByRole('button', { name: /^Dismiss/ })
    .first()
    .waitFor()
  expect(await panel().count()).toBe(0)
  expect(debrief.problems).toEqual([])
})
