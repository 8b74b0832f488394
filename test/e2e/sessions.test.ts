import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { exportsOf, floorOf, FIRST_DAY } from '../unit/coaching/floor.ts'
import {
  jobIsDone,
  openDebrief,
  seriousAccessibilityFindings,
  type OpenDebrief,
  type Upload,
} from '../support/browser.ts'
import type { Client } from '../../engine/direct-client.ts'

// One session from the ranked action to its verdict, in the order it happens: each test goes on where the one before ended.

const DAY_MS = 86_400_000
const BLOCK_MS = 28 * DAY_MS
/** The Sunday after the first eight weeks of data. */
const SESSION_AT = FIRST_DAY + 2 * BLOCK_MS + 10 * 3_600_000

/** Four weeks of exports; Ada passes on as many calls as said. */
function weeks(block: number, ada: number): { name: string; text: string }[] {
  const people = floorOf([{ name: 'Ada Byron', team: 'North', transferShare: ada }], 15)
  return Object.entries(exportsOf(people, FIRST_DAY + block * BLOCK_MS))
    .filter(([, text]) => text.trim() !== '')
    .map(([kind, text]) => ({ name: `${kind}-${block}.csv`, text }))
}

async function take(client: Client, upload: Upload, files: { name: string; text: string }[]): Promise<void> {
  const uploaded = await Promise.all(files.map(upload))
  const { jobId } = await client.imports.start({
    files: uploaded.map((reference) => ({ reference, source: 'floor' })),
  })
  await jobIsDone(client, jobId)
}

let debrief: OpenDebrief
let page: Page
let upload: Upload
beforeAll(async () => {
  debrief = await openDebrief({
    now: SESSION_AT,
    async prepare(client, given) {
      upload = given
      await client.workspace.setPreferences({ timeZone: 'UTC', myTeamIds: [] })
      for (const block of [0, 1]) await take(client, upload, weeks(block, 0.35))
    },
  })
  page = debrief.page
})
afterAll(() => debrief.close())

test('the first action becomes a session in one click: the number in words, moments, questions', async () => {
  await page.getByRole('heading', { name: 'Ada Byron' }).waitFor()
  await page
    .getByRole('article', { name: 'Action 1: Transfers' })
    .getByRole('button', { name: 'Prepare session' })
    .click()
  await page.getByText(/^About \d+ in 100 contacts, very likely between/).waitFor()
  expect(
    await page.getByRole('list', { name: 'Moments to play' }).getByRole('listitem').count(),
  ).toBeGreaterThan(2)
  expect(await page.getByRole('checkbox', { name: /^Asked: / }).count()).toBeGreaterThan(2)
  expect(await seriousAccessibilityFindings(page)).toEqual([])
})

test('the sheet is printed as typeset, without what is for the coach alone', async () => {
  await page.getByLabel('For you alone').fill('Ask about the new baby')
  await page.getByLabel('Shared').fill('Starts with what goes well')
  await page.addInitScript(() => {
    window.print = () => {
      window.top!.document.title = `Printed: ${document.body.innerText}`
    }
  })
  await page.getByRole('button', { name: 'Print' }).click()
  await expect.poll(() => page.title()).toContain('Printed: Transfers, Ada Byron')
  const printed = await page.title()
  expect(printed).toContain('Starts with what goes well')
  expect(printed).not.toContain('new baby')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'PDF' }).click()
  const file = join(debrief.folder, 'sheet.pdf')
  await (await downloading).saveAs(file)
  const pdf = readFileSync(file)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('held: the clock runs, what is typed and agreed is kept, and it ends with an undo', async () => {
  await page.getByRole('button', { name: 'Start session' }).click()
  await page.getByRole('timer', { name: 'Time held' }).waitFor()
  await debrief.moveClock(SESSION_AT + 20 * 60_000)
  await page.getByRole('timer').filter({ hasText: '20:00' }).waitFor()
  await page
    .getByRole('checkbox', { name: /^Talked about: / })
    .first()
    .check()
  await page.getByLabel('Shared').fill('Knows who to ask, and forgets to')
  await page.getByRole('button', { name: 'Add a commitment' }).click()
  await page.getByLabel('What will be done').fill('Ask the second line first')
  await page.getByLabel('How we will see it').fill('Half as many transfers of billing calls')
  await page.getByRole('button', { name: 'Agree', exact: true }).click()
  await page.getByText('Ask the second line first').waitFor()
  await page.getByLabel(/^In Ada Byron’s words/).fill('Fair enough')
  await page.getByRole('button', { name: 'Read and agreed' }).click()
  await page.getByText('“Fair enough”').waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'End session' }).click()
  await page.getByText('Session held.').waitFor()
  await page.getByText('Too soon to look', { exact: true }).waitFor()
  await page.reload()
  await page.getByLabel('Shared').waitFor()
  expect(await page.getByLabel('Shared').inputValue()).toBe('Knows who to ask, and forgets to')
})

test('after four weeks there is progress and no verdict', async () => {
  await debrief.moveClock(SESSION_AT + BLOCK_MS)
  await take(debrief.client, upload, weeks(2, 0.05))
  await page.getByText('In progress', { exact: true }).waitFor()
})

test('after eight weeks the one verdict falls, with its interval and n', async () => {
  await debrief.moveClock(SESSION_AT + 3 * BLOCK_MS)
  for (const block of [3, 4]) await take(debrief.client, upload, weeks(block, 0.05))
  await page.getByText('Improved', { exact: true }).waitFor()
  await page
    .getByText(/^Improved: \d+ percentage points better than expected without coaching \(from \d+ contacts/)
    .waitFor()
  await page.getByRole('button', { name: 'How this was told' }).click()
  await page.getByText(/^Compared with \d+ people who were not coached on it/).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
})

test('the board has the verdict, and the commitment overdue until it is closed', async () => {
  await page.goto(`${debrief.door.origin}/#/coaching/sessions?show=held`)
  await page.getByRole('list', { name: 'Held' }).getByText('Improved').waitFor()
  const commitments = page.getByRole('list', { name: 'Commitments' })
  await commitments.getByText('Overdue, was due by').waitFor()
  await commitments.getByRole('button', { name: /^Open: Ask the second line first/ }).click()
  await page.getByRole('menuitem', { name: 'Kept', exact: true }).click()
  await page.getByText('Nothing is open.').waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  expect(debrief.problems).toEqual([])
})
