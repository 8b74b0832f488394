import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { reach } from './places.ts'

let debrief: OpenDebrief
beforeAll(async () => {
  debrief = await openDebrief({
    prepare: async (client) => {
      await client.workspace.setPreferences({ timeZone: 'UTC' })
      await client.search.save({ name: 'Refunds', search: { query: 'refund' } })
    },
  })
})
afterAll(() => debrief.close())

test('the log is checked, and written to a file that says where it lies, whole and under a new name each time', async () => {
  const { page, client, problems } = debrief
  await reach(page, { address: '/settings?tab=log', tab: 'log' })
  await page.getByRole('button', { name: 'Check the log' }).click()
  await page.getByRole('status').getByText('The log holds').waitFor()
  const written = page.getByRole('status').filter({ hasText: 'a line for each' })
  const files: string[] = []
  for (const ending of ['.jsonl', '-2.jsonl']) {
    await page.getByRole('button', { name: 'Export the log' }).click()
    await written.getByText(ending).waitFor()
    const file = (await written.locator('code').textContent())!
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    await written.getByText(new RegExp(`^${lines.length} entr`)).waitFor()
    expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(
      lines.map((_line, at) => at + 1),
    )
    expect(lines.some((line) => line.includes('search.save'))).toBe(true)
    files.push(file)
  }
  expect(files[1]).toBe(files[0]!.replace('.jsonl', '-2.jsonl'))
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  // that it was written is in the log, too, and stands on the page
  const rows = page.getByRole('row').filter({ hasText: 'wrote this log to a file' })
  await expect.poll(() => rows.count()).toBe(2)
  const { entries } = await client.audit.list({ act: 'audit.export' })
  expect(entries).toHaveLength(2)
  expect(problems).toEqual([])
})
