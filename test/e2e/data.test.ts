import { afterEach, expect, test } from 'vitest'
import { jobIsDone, openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import {
  aContactLog,
  aMysteryFile,
  aRoster,
  dropOnWindow,
  goTo,
  writeDeskFile,
  type DeskFile,
} from './data-files.ts'

let debrief: OpenDebrief
afterEach(() => debrief.close())

/** A workspace into which some files were imported before. */
function openWith(...files: DeskFile[]): Promise<OpenDebrief> {
  return openDebrief({
    prepare: async (client, upload) => {
      for (const file of files) {
        const reference = await upload(file)
        const { jobId } = await client.imports.start({ files: [{ reference }] })
        await jobIsDone(client, jobId)
      }
    },
  })
}

test('a file dropped anywhere is recognised, imported with one click, and undone exactly', async () => {
  debrief = await openDebrief()
  const { page, client } = debrief
  const before = await client.workspace.summary()
  await dropOnWindow(page, [aContactLog(), aRoster()])
  const log = page.getByRole('listitem', { name: 'contact-log.csv' })
  await log.getByText('Ready').waitFor()
  await expect.poll(() => log.textContent()).toContain('Contacts')
  await page.getByRole('listitem', { name: 'roster.csv' }).getByText('Ready').waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])

  await page.getByRole('button', { name: 'Import all 2 files' }).click()
  await page.getByRole('heading', { name: 'Imported' }).waitFor()
  await page.getByRole('link', { name: 'See ranked actions' }).waitFor()
  expect(await client.workspace.summary()).toMatchObject({ interactions: 40, surveys: 40, quarantined: 0 })

  await page.getByRole('tab', { name: 'History' }).click()
  for (const name of ['roster.csv', 'contact-log.csv']) {
    await page.getByRole('button', { name: `Undo the import of ${name}` }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.textContent()).toContain('as if this file had never been imported')
    await dialog.getByRole('button', { name: 'Undo this import' }).click()
    await page.getByText(`Undone: ${name}`).waitFor()
  }
  expect(await client.workspace.summary()).toEqual(before)
  expect(debrief.problems).toEqual([])
})

test('an import that is over before the page hears of its start asks for nothing that is gone', async () => {
  debrief = await openDebrief()
  const { page } = debrief
  const looks: string[] = []
  page.on('request', (request) => request.url().endsWith('/imports/inspect') && looks.push(request.url()))
  // The answer to the start comes late: by then the files were read and let go of, and the page was told of the new rows.
  await page.route('**/rpc/imports/start', async (route) => {
    const afterTheNews = page.waitForResponse('**/rpc/workspace/status')
    const answer = await route.fetch()
    await afterTheNews
    await route.fulfill({ response: answer })
  })
  await dropOnWindow(page, [aContactLog(), aRoster()])
  const start = page.getByRole('button', { name: 'Import all 2 files' })
  await expect.poll(() => start.isEnabled(), { timeout: 20_000 }).toBe(true)
  await start.click()
  await page.getByRole('heading', { name: 'Imported' }).waitFor()
  expect(looks).toHaveLength(2)
  expect(debrief.problems).toEqual([])
})

test('a long import shows how far it is, and cancelling it leaves nothing behind', async () => {
  debrief = await openDebrief()
  const { page, client, folder } = debrief
  await goTo(page, '/data')
  await page.getByTestId('choose-files').setInputFiles(writeDeskFile(folder, aContactLog({ rows: 120_000 })))
  const start = page.getByRole('button', { name: 'Import 1 file' })
  await expect.poll(() => start.isEnabled(), { timeout: 20_000 }).toBe(true)
  // The engine works in the process of this test: the page itself presses, as soon as there is something to press.
  await page.evaluate(() => {
    const pressCancel = () => {
      const isRunning = document.querySelector('[role=progressbar][aria-label="Progress of the import"]')
      const cancel = [...document.querySelectorAll('button')].find((item) => item.textContent === 'Cancel')
      if (!isRunning || !cancel) return
      watch.disconnect()
      cancel.click()
    }
    const watch = new MutationObserver(pressCancel)
    watch.observe(document.body, { childList: true, subtree: true, attributes: true })
  })
  await start.click()
  await page.getByRole('heading', { name: 'The import was cancelled' }).waitFor()
  expect(await client.workspace.summary()).toMatchObject({ interactions: 0, surveys: 0, quarantined: 0 })
  expect(await client.imports.list()).toEqual([])
  expect(debrief.problems).toEqual([])
})

test('a file nobody knows is mapped by hand with a live preview, and read the same way next time', async () => {
  debrief = await openDebrief()
  const { page, client } = debrief
  await dropOnWindow(page, [aMysteryFile()])
  const card = page.getByRole('listitem', { name: 'mystery.csv' })
  await card.getByText('Needs a look').waitFor()
  expect(await page.getByRole('button', { name: /^Import 1 file/ }).isDisabled()).toBe(true)

  await card.getByRole('button', { name: 'Map the columns' }).click()
  const choose = async (column: string, field: string) => {
    await page.getByRole('combobox', { name: `Field for ${column}` }).fill(field)
    await page.getByRole('option', { name: field, exact: true }).first().click()
  }
  await choose('zq1', 'Contact id')
  await choose('zq2', 'Agent name')
  await choose('zq3', 'Handle time')
  const preview = page.getByRole('region', { name: 'Preview of the first rows' })
  await preview.getByText('0:02:00').waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Use this mapping' }).click()
  await card.getByText('Ready').waitFor()
  await page.getByRole('button', { name: 'Import 1 file' }).click()
  await page.getByRole('heading', { name: 'Imported' }).waitFor()
  expect(await client.workspace.summary()).toMatchObject({ interactions: 12, agents: 4 })

  await page.getByRole('button', { name: 'Import more' }).click()
  await dropOnWindow(page, [{ ...aMysteryFile(), name: 'mystery-next-week.csv' }])
  const next = page.getByRole('listitem', { name: 'mystery-next-week.csv' })
  await next.getByText('read as last time').waitFor()
  expect(debrief.problems).toEqual([])
})

test('rows that cannot be read wait with their reason, and come in once their column is read the other way', async () => {
  const log = aContactLog({ rows: 24 })
  debrief = await openDebrief({
    // Somebody took the dates for month first: every day after the 12th is then no date.
    prepare: async (client, upload) => {
      const reference = await upload(log)
      const [preview] = await client.imports.inspect({ files: [{ reference }] })
      const mapping = preview!.tables[0]!.mapping
      const columns = mapping.columns.map((column) =>
        column.transform.as === 'instant'
          ? { ...column, transform: { ...column.transform, order: 'mdy' as const } }
          : column,
      )
      const { jobId } = await client.imports.start({
        files: [{ reference, mappings: { '': { ...mapping, columns } } }],
      })
      await jobIsDone(client, jobId)
    },
  })
  const { page, client } = debrief
  expect((await client.workspace.summary()).quarantined).toBe(12)
  await goTo(page, '/data?tab=%22quarantine%22')
  await page.getByRole('heading', { name: 'The date in “Start Time” cannot be read' }).waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])

  await page.getByRole('button', { name: 'Change mapping and retry' }).click()
  await page.getByTestId('choose-again').setInputFiles({
    name: log.name,
    mimeType: 'text/csv',
    buffer: Buffer.from(log.text),
  })
  await page.getByRole('button', { name: /How Start Time is read/ }).click()
  await page.getByRole('combobox', { name: 'Order of the date’s parts' }).click()
  await page.getByRole('option', { name: 'day, month, year' }).click()
  await page.keyboard.press('Escape')
  await page.getByText('all 20 rows can be read').waitFor()
  await page.getByRole('button', { name: 'Read these rows again' }).click()
  await page.getByText('Every row is in').waitFor()
  expect((await client.workspace.summary()).quarantined).toBe(0)
  expect(debrief.problems).toEqual([])
})

test('the mapping editor closes by Escape right after it opened, without changing anything', async () => {
  debrief = await openDebrief()
  const { page } = debrief
  await dropOnWindow(page, [aContactLog()])
  await page.getByRole('button', { name: 'Change mapping' }).click()
  const editor = page.getByRole('dialog', { name: /How to read/ })
  await editor.waitFor()
  await page.keyboard.press('Escape')
  await editor.waitFor({ state: 'hidden' })
  await page.getByRole('listitem', { name: 'contact-log.csv' }).getByText('Ready').waitFor()
  expect(debrief.problems).toEqual([])
})

test('two people that may be one are confirmed with a key, and told apart again by undo', async () => {
  debrief = await openWith(aContactLog(), aRoster(['Maria Lopez']))
  const { page, client } = debrief
  const namesakes = async () => (await client.people.list({ search: 'Maria Lopez' })).length
  const standing = async () => [await namesakes(), (await client.people.proposals()).length]
  expect(await standing()).toEqual([2, 1])
  await goTo(page, '/data?tab=%22people%22')
  const pair = page.getByRole('region', { name: 'Maria Lopez and Maria Lopez' })
  await pair.waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await pair.focus()
  await page.keyboard.press('c')
  await page.getByText('Nobody to confirm').waitFor()
  expect(await standing()).toEqual([1, 0])
  const notice = page.getByRole('alert')
  await notice.getByRole('button', { name: 'Undo' }).click()
  await pair.waitFor()
  expect(await standing()).toEqual([2, 1])

  await pair.focus()
  await page.keyboard.press('c')
  await page.getByText('Nobody to confirm').waitFor()
  await notice.filter({ hasText: 'now counts as' }).getByRole('button', { name: 'Dismiss' }).click()
  const decided = page.getByRole('region', { name: 'Merged and kept apart' })
  await decided.getByRole('button', { name: /^Undo/ }).click()
  await page.getByText('are two people again').waitFor()
  expect(await standing()).toEqual([2, 0])
  await decided.getByRole('button', { name: /^Take back/ }).click()
  await pair.waitFor()
  expect(debrief.problems).toEqual([])
})

test('everybody whom one name connects is one question: all but one are confirmed at once, and both answers undone', async () => {
  const systems = ['phones', 'chats', 'desk', 'forms'].map((system) => ({
    ...aRoster([system === 'forms' ? '"Lopez, Maria"' : 'Maria Lopez']),
    name: `${system}.csv`,
  }))
  debrief = await openDebrief({
    prepare: async (client, upload) => {
      for (const [place, system] of systems.entries()) {
        const text = system.text.replaceAll(/^E(\d)/gm, `${'ABCD'[place]}$1`)
        const reference = await upload({ ...system, text })
        const { jobId } = await client.imports.start({ files: [{ reference, source: system.name }] })
        await jobIsDone(client, jobId)
      }
    },
  })
  const { page, client } = debrief
  const people = async () =>
    (await client.people.list({})).map(({ identities }) => identities.length).toSorted((a, b) => a - b)
  expect(await people()).toEqual([1, 1, 1, 1])
  await goTo(page, '/data?tab=%22people%22')
  const group = page.getByRole('region', { name: / and 3 other spellings$/ })
  await group.waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await seriousAccessibilityFindings(page)).toEqual([])
  }
  await group
    .getByRole('button', { name: /^Keep apart/ })
    .last()
    .click()
  const smaller = page.getByRole('region', { name: / and 2 other spellings$/ })
  await smaller.waitFor()
  await smaller.getByRole('button', { name: /^These are all one person/ }).click()
  await page.getByText('Nobody to confirm').waitFor()
  expect(await people()).toEqual([1, 3])
  await page
    .getByRole('alert')
    .filter({ hasText: 'count as one' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await smaller.waitFor()
  await page
    .getByRole('alert')
    .filter({ hasText: 'Kept apart' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await group.waitFor()
  expect(await people()).toEqual([1, 1, 1, 1])
  expect(debrief.problems).toEqual([])
})

test('definitions are found by word, coverage is drawn, the workspace is backed up and checked', async () => {
  debrief = await openWith(aContactLog())
  const { page, folder } = debrief
  await goTo(page, '/data?tab=%22metrics%22&metric=%22csat_mean%22')
  await page.getByText('Smallest difference worth acting on').waitFor()
  await page.getByRole('textbox', { name: 'Search the definitions' }).fill('hold_time')
  await expect.poll(() => page.getByRole('button', { expanded: false }).allTextContents()).toHaveLength(1)
  expect(await seriousAccessibilityFindings(page)).toEqual([])

  await page.getByRole('tab', { name: 'Freshness' }).click()
  await page
    .getByRole('img', { name: /1 Nov 2026 to 28 Nov 2026/ })
    .first()
    .waitFor()
  await page.getByRole('textbox', { name: 'Back up to' }).fill(`${folder}/copy.sqlite`)
  await page.getByRole('button', { name: 'Back up' }).click()
  await page.getByText('Backed up and verified').waitFor()
  await page.getByRole('button', { name: 'Check now' }).click()
  await page.getByText('Everything is in order.').waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  expect(debrief.problems).toEqual([])
})
