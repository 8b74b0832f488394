import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCrashReport } from '../../engine/observing/index.ts'
import { faultOf } from '../../shared/domain/fault.ts'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { goTo } from './data-files.ts'

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief()
})
afterAll(() => debrief.close())

test('the tab says that nothing went wrong, then the newest crashes in a sentence each, and the bundle has all of them', async () => {
  const { page, folder, client, problems } = debrief
  await goTo(page, '/settings?tab=diagnostics')
  await page.getByText('Nothing went wrong that Debrief noticed.').waitFor()
  const fault = faultOf(new TypeError('Zenobia Marsh'))
  const incidents = (['engine', 'transcriber', 'main', 'page'] as const).flatMap((where, at) =>
    [0, 1, 2].map((minute) =>
      writeCrashReport(join(folder, 'own'), {
        where,
        how: minute === 0 ? 'ended' : 'thrown',
        fault: minute === 0 ? null : fault,
        pid: null,
        at: Date.UTC(2026, 2, 2, 9 + at, minute),
      }),
    ),
  )
  await page.reload()
  const told = page.getByRole('alert').filter({ hasText: 'incident' })
  await told.first().waitFor()
  const sentences = await told.allTextContents()
  expect(sentences.map((sentence) => /incident ([0-9a-f]{8})/.exec(sentence)![1])).toEqual(
    incidents.toReversed().slice(0, 10),
  )
  expect(sentences[0]).toMatch(/^A page met an error it did not expect on 2 Mar/)
  expect(sentences[2]).toMatch(/^A page ended suddenly on 2 Mar/)
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Make a bundle' }).click()
  const bundle = page.getByRole('dialog', { name: 'A bundle to pass on' })
  await bundle.getByText('Crashes', { exact: true }).waitFor()
  await bundle.getByLabel('Search the bundle').fill('"incidentId"')
  await bundle.getByText('12 lines have it').waitFor()
  await bundle.getByLabel('Search the bundle').fill('Zenobia')
  await bundle.getByText('0 lines have it').waitFor()
  expect((await client.diagnostics.get()).crashes).toHaveLength(12)
  expect(problems).toEqual([])
})

test('a crash report is removed, then all that are left after asking; the log of acts says so', async () => {
  const { page, folder, client, problems } = debrief
  const before = (await client.diagnostics.get()).crashes
  await goTo(page, '/settings?tab=diagnostics')
  await page.reload()
  const [newest] = before
  await page.getByRole('button', { name: `Remove the report of incident ${newest!.incidentId}` }).click()
  await page.getByText(newest!.incidentId).waitFor({ state: 'detached' })
  expect((await client.diagnostics.get()).crashes).toEqual(before.slice(1))
  await page.getByRole('button', { name: 'Remove all crash reports' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove all 11 crash reports?' })
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Remove them' }).click()
  await page.getByText('11 crash reports removed.').waitFor()
  expect(await page.getByRole('button', { name: 'Remove all crash reports' }).count()).toBe(0)
  expect(readdirSync(join(folder, 'own', 'crashes'))).toEqual([])
  await expect(client.diagnostics.removeCrash({ incidentId: newest!.incidentId })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const { entries } = await client.audit.list({})
  expect(entries.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['diagnostics.removeCrash', 'diagnostics.removeCrashes']),
  )
  expect(problems).toEqual([])
})
