import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { fakeLanguageModelServer, readsFor, refuses } from '../support/fake-language-model-server.ts'
import { aForm, aQuestion, publishForm } from '../support/quality-desk.ts'
import { goTo } from './data-files.ts'

// A language model is off, is switched on for one server, says what a batch would take, runs, is stopped, and says what it spent; then its server misbehaves.

const title = 'Did the agent say goodbye?'
const well = readsFor(/\b(?:good)?bye\b/i)
/** How the server behaves now. */
const behaviour: { now: 'well' | 'slowly' | 'badly' } = { now: 'well' }

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({
    sample: 'all-teams',
    prepare: async (client) => {
      const questions = [aQuestion('bye', { title, guidance: 'Any words of leave.' }), aQuestion('other')]
      await publishForm({ client }, aForm(questions))
    },
  })
})
afterAll(() => debrief.close())

const inBothSchemes = async () => {
  const { page } = debrief
  const found: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    found.push(...(await seriousAccessibilityFindings(page, scheme === 'dark' ? 'colours' : undefined)))
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

test('nothing is sent until a server is allowed; a batch is estimated, stopped, run and accounted for', async () => {
  const { page, client } = debrief
  const server = await fakeLanguageModelServer((asked) => {
    if (behaviour.now === 'badly') return refuses(401, 'Incorrect API key provided.')
    const answer = well(asked)
    return behaviour.now === 'well' || typeof answer === 'string' ? answer : { ...answer, afterMs: 2000 }
  })
  await goTo(page, '/quality?tab=model')
  await page.getByText('Off: nothing is sent').waitFor()
  await page.getByText('Nothing was ever sent from this workspace.').waitFor()
  expect(await page.getByRole('button', { name: 'Switch on' }).isDisabled()).toBe(true)
  expect(await inBothSchemes()).toEqual([])

  await page.getByRole('textbox', { name: 'Address' }).fill(server.address)
  await page.getByRole('textbox', { name: 'Model', exact: true }).fill('small-model')
  await page.getByRole('textbox', { name: 'Price, million read' }).fill('1')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('switch', { name: `Ask a model: ${title}` }).press('Space')
  await page.getByRole('button', { name: 'Switch on' }).click()
  await page.getByText(/^On: sends to /).waitFor()

  await page.getByRole('combobox', { name: 'Conversations of' }).click()
  await page.getByRole('option', { name: 'the last 7 days' }).click()
  await page.getByRole('button', { name: 'Estimate' }).click()
  await page.getByText(/^About €/).waitFor()
  expect(await inBothSchemes()).toEqual([])
  expect(server.asked).toEqual([])

  // a slow server is not waited for
  behaviour.now = 'slowly'
  await page.getByRole('button', { name: /^Send to / }).click()
  await page.getByRole('button', { name: /^Cancel / }).click()
  const batches = page.getByRole('table', { name: 'Batches' })
  await batches.getByText('Cancelled').waitFor()

  behaviour.now = 'well'
  await page.getByRole('button', { name: 'Estimate' }).click()
  await page.getByRole('button', { name: /^Send to / }).click()
  await batches.getByText('Done').waitFor({ timeout: 60_000 })
  const [run] = await client.judge.runs()
  expect(run!.counts.answered).toBeGreaterThan(0)
  expect(run!.spent.requests).toBeGreaterThan(0)
  await batches
    .getByText(/€0\.\d+/)
    .first()
    .waitFor()
  await page.getByRole('table', { name: 'Requests' }).getByText('small-model').first().waitFor()
  expect(await inBothSchemes()).toEqual([])

  // what a server refuses is said in a sentence; switched off, nothing can be asked
  behaviour.now = 'badly'
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('status').filter({ hasText: /key/i }).waitFor()
  await page.getByRole('button', { name: 'Switch off' }).click()
  await page.getByText('Off: nothing is sent').waitFor()
  expect(await page.getByRole('button', { name: 'Estimate' }).count()).toBe(0)
  expect(debrief.problems).toEqual([])
}, 120_000)
