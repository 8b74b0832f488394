import { afterAll, beforeAll, expect, test } from 'vitest'
import { jobIsDone, openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { aForm, aQuestion } from '../support/quality-desk.ts'
import { aTranscript, goTo } from './data-files.ts'

// A review is filled in while nothing can be saved: what was answered stays on screen, and is saved once it can be.

let debrief: OpenDebrief
let id: number
beforeAll(async () => {
  debrief = await openDebrief({
    async prepare(client, upload) {
      const reference = await upload(aTranscript())
      await jobIsDone(client, (await client.imports.start({ files: [{ reference }] })).jobId)
      const { items } = await client.conversations.list({})
      const form = await client.scorecards.create({ title: 'Voice', from: { kind: 'blank' } })
      const { revision } = await client.scorecards.saveDraft({
        id: form.id,
        definition: aForm([
          aQuestion('greets', { title: 'Greets' }),
          aQuestion('solves', { title: 'Solves' }),
        ]),
        revision: 1,
      })
      await client.scorecards.publish({ id: form.id, revision, note: '' })
      const request = { interactionId: items[0]!.interactionId, scorecardId: form.id }
      id = (await client.reviews.request(request)).id
    },
  })
})
afterAll(() => debrief.close())

const sentence = 'The disk is full; nothing was changed. Free some space and try again.'
const saving = /\/reviews\/(answer|clearAnswer|comment|submit)$/

test('what does not fit on the disk, or finds no engine, stays on screen and is saved later', async () => {
  const { page, client } = debrief
  await goTo(page, `/quality/reviews/${id}`)
  await page.getByText('0 of 2 answered').waitFor()
  const failures = page.getByRole('alert').filter({ hasText: 'Not saved yet' })

  await page.route(saving, (route) =>
    route.fulfill({
      status: 507,
      json: {
        json: { defined: true, code: 'DISK_FULL', status: 507, message: sentence, data: { sentence } },
      },
    }),
  )
  await page.keyboard.press('1')
  await page.keyboard.press('2')
  await page.keyboard.press('t')
  await page.keyboard.type('Sent it back twice')
  await page.keyboard.press('Escape')
  await page.getByText('2 of 2 answered').waitFor()
  await failures.getByText(sentence).waitFor()
  expect(await failures.count()).toBe(1)
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Submit' }).click()
  await page.getByText('The review is not submitted yet').waitFor()
  expect((await client.reviews.open({ id })).answers).toEqual({})

  // the engine goes away meanwhile, and comes back
  await page.unroute(saving)
  await page.route(saving, (route) => route.abort())
  await page.getByRole('textbox', { name: 'Remark on the whole conversation' }).fill('Heard twice')
  await page.getByText('2 of 2 answered').waitFor()
  await page.unroute(saving)
  await page.getByText('Everything is saved again.').waitFor()
  expect(await failures.count()).toBe(0)
  expect(await client.reviews.open({ id })).toMatchObject({
    comment: 'Heard twice',
    answers: {
      greets: { answer: { optionIds: ['yes'] } },
      solves: { answer: { optionIds: ['no'] }, note: 'Sent it back twice' },
    },
  })
  await page.getByRole('button', { name: 'Submit' }).click()
  await page.getByText('Submitted: 50%.').waitFor()
  // the browser itself tells of every answer it did not get
  expect(debrief.problems.filter((problem) => !problem.startsWith('Failed to load resource'))).toEqual([])
}, 60_000)
