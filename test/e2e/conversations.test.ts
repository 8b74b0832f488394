import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobIsDone, openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { aTranscript, goTo } from './data-files.ts'

let debrief: OpenDebrief
let interactionId: number
beforeAll(async () => {
  debrief = await openDebrief({
    prepare: async (client, upload) => {
      const reference = await upload(aTranscript())
      await jobIsDone(client, (await client.imports.start({ files: [{ reference }] })).jobId)
      await jobIsDone(client, (await client.jobs.analyze()).jobId)
    },
  })
  const { items } = await debrief.client.conversations.list({})
  interactionId = items[0]!.interactionId
})
afterAll(() => debrief.close())

test('the list is reached and a conversation opened with the keyboard alone', async () => {
  const { page } = debrief
  await goTo(page, '/conversations')
  const list = page.getByRole('grid', { name: 'Conversations' })
  await list.waitFor()
  await list.getByText('I was charged twice this month').waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/conversations/${interactionId}`)
  await page.getByRole('list', { name: 'Transcript' }).waitFor()
})

test('pressing evidence leads to the words it stands on, and the address leads back there', async () => {
  const { page, client } = debrief
  const { evaluationList } = await client.conversations.get({ interactionId })
  const answer = evaluationList.flatMap(({ answers }) => answers).find(({ evidence }) => evidence.length > 0)!
  const { quote, segment } = answer.evidence[0]!
  await goTo(page, `/conversations/${interactionId}`)
  const panel = page.getByRole('complementary', { name: 'Evaluations and figures' })
  await panel.getByText('automated, unverified').waitFor()
  await panel.getByRole('button', { name: quote }).first().click()
  await page.waitForURL(`**?segment=${segment}**`)
  const turn = page.locator(`#segment-${segment}`)
  await expect.poll(() => turn.getAttribute('aria-current')).toBe('location')
  expect((await turn.locator('mark').allTextContents()).join(' ')).toContain(quote)

  await page.reload()
  await expect.poll(() => page.locator(`#segment-${segment}`).getAttribute('aria-current')).toBe('location')
  await expect.poll(() => page.locator(`#segment-${segment}`).isVisible()).toBe(true)
})

test('redactions are chips, silences stand between the turns, and axe finds nothing serious', async () => {
  const { page, client } = debrief
  await goTo(page, `/conversations/${interactionId}`)
  const transcript = page.getByRole('list', { name: 'Transcript' })
  await transcript.waitFor()
  expect(await transcript.textContent()).not.toContain('4111')
  await transcript.getByText('card number', { exact: true }).waitFor()
  const { marks } = await client.conversations.get({ interactionId })
  expect(marks.some(({ kind }) => kind === 'silence')).toBe(true)
  await transcript.getByText('12 s of silence').waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await seriousAccessibilityFindings(page)).toEqual([])
  }
  expect(debrief.problems).toEqual([])
})

test('a conversation that is not there says so in a sentence', async () => {
  const { page } = debrief
  await goTo(page, '/conversations/999999')
  await page.getByText('Could not load the conversation').waitFor()
})
