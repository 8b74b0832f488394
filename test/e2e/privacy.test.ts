import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({ sample: 'all-teams' })
}, 120_000)
afterAll(() => debrief.close())

test('what is held about an agent is reached from their page, and written out with where it lies', async () => {
  const { page, door, client, problems } = debrief
  const { agents } = await client.coaching.rank({})
  const { id, name } = agents[0]!.agent
  await page.goto(`${door.origin}/#/coaching?agent=${id}`)
  await page.getByRole('button', { name: `More about ${name}` }).click()
  await page.getByRole('menuitem', { name: `What is held about ${name}` }).click()
  const table = page.getByRole('table', { name: `What is held about ${name}` })
  await table.getByText('Conversations', { exact: true }).waitFor()
  const { kinds } = await client.access.find({ agentId: id })
  expect(await table.getByRole('row').count()).toBe(kinds.length + 1)
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Export…' }).click()
  const outcome = page.getByRole('status').filter({ hasText: 'exports' })
  await outcome.waitFor({ timeout: 120_000 })
  const directory = (await outcome.locator('code').textContent())!
  expect(existsSync(join(directory, 'README.txt'))).toBe(true)
  expect(readdirSync(directory)).toContain('words.csv')
  expect(problems).toEqual([])
})

test('of a customer nobody knows nothing is held, and the number does not stand in the address', async () => {
  const { page, door, problems } = debrief
  await page.goto(`${door.origin}/#/settings?tab=privacy`)
  await page.getByText('Customer', { exact: true }).click()
  await page.getByLabel('Number or id of the customer, or of a contact').fill('+44 20 7946 0999')
  await page.getByRole('button', { name: 'Look' }).click()
  await page.getByText('Nothing is held about this customer.').waitFor()
  expect(page.url()).not.toContain('7946')
  expect(problems).toEqual([])
})
