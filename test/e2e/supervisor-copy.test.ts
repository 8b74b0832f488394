import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { jobIsDone, openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { logOfTwoTeams } from '../support/two-teams.ts'
import { goTo } from './data-files.ts'

let debrief: OpenDebrief
afterEach(() => debrief.close())

test('a copy for a supervisor is made from the page, beside the workspace, and says what is in it', async () => {
  debrief = await openDebrief({
    prepare: async (client, upload) => {
      const reference = await upload({ name: 'log.csv', text: logOfTwoTeams(80) })
      await jobIsDone(client, (await client.imports.start({ files: [{ reference }] })).jobId)
    },
  })
  const { page } = debrief
  await goTo(page, '/data?tab=workspaces')
  const form = page.getByRole('form', { name: 'A copy for a supervisor' })
  const make = form.getByRole('button', { name: 'Make the copy' })
  expect(await make.isDisabled()).toBe(true)
  await form.getByRole('combobox', { name: 'Teams' }).click()
  await page.getByRole('option', { name: 'North' }).click()
  await page.keyboard.press('Escape')
  await form.getByRole('textbox', { name: 'Name' }).fill('Robin')
  await form.getByLabel('Passphrase of the copy').fill('short')
  expect(await make.isDisabled()).toBe(true)
  await form.getByLabel('Passphrase of the copy').fill('')
  await make.click()
  const outcome = page.getByRole('status').filter({ hasText: 'in it as nameless sums of weeks' })
  await outcome.waitFor()
  await outcome.getByText('6 agents, 40 contacts').waitFor()
  expect(await outcome.textContent()).toContain('It compares with 6 others')
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  const directory = (await outcome.locator('code').first().textContent())!
  expect(existsSync(join(directory, 'debrief.sqlite'))).toBe(true)
})
