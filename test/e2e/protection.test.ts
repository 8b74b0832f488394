import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LoopbackDoor } from '../../cli/serve.ts'
import { openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { filesWith, lock, PASSPHRASE } from '../support/encrypted.ts'
import { openTestDoor } from '../support/loopback.ts'

const builtPage = join(import.meta.dirname, '..', '..', 'dist', 'renderer')

describe('the Protection tab', () => {
  let debrief: OpenDebrief
  let again: LoopbackDoor | null = null
  let recoveryKey = ''
  beforeAll(async () => {
    debrief = await openDebrief({
      prepare: async (client) => void (await client.merging.setName({ name: 'Wallabyheater North' })),
    })
  })
  afterAll(async () => {
    await again?.close()
    await debrief.close()
    lock(join(debrief.folder, 'own'))
  })

  test('encrypts the workspace once the recovery key was typed back', async () => {
    const { page, door } = debrief
    await page.goto(`${door.origin}/#/settings?tab=protection`)
    await page.getByText('This workspace is not encrypted').waitFor()
    expect(await seriousAccessibilityFindings(page)).toEqual([])
    const action = page.getByRole('button', { name: 'Encrypt this workspace' })
    await page.getByLabel('New passphrase').fill('too short')
    await page.getByLabel('The same once more').fill('too short')
    expect(await action.isDisabled()).toBe(true)
    await page.getByLabel('New passphrase').fill(PASSPHRASE)
    await page.getByText('The two are not the same.').waitFor()
    expect(await action.isDisabled()).toBe(true)
    await page.getByLabel('The same once more').fill(PASSPHRASE)
    await action.click()
    const dialog = page.getByRole('dialog', { name: 'Recovery key' })
    recoveryKey = (await dialog.locator('pre').textContent())!.trim()
    expect(recoveryKey).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){8}$/)
    expect(await seriousAccessibilityFindings(page)).toEqual([])
    await dialog.getByLabel('Type its last group').fill(recoveryKey.slice(-4))
    await dialog.getByRole('button', { name: 'Encrypt now' }).click()
    await page.getByText('This workspace is encrypted').waitFor({ timeout: 60_000 })
    expect(filesWith(join(debrief.folder, 'own'), ['Wallabyheater'])).toEqual([])
    expect(debrief.problems).toEqual([])
  })

  test('asks for the passphrase at the next start, and for nothing else until it is right', async () => {
    const { page, folder, door } = debrief
    await door.close()
    lock(join(folder, 'own'))
    again = await openTestDoor(folder, { pageFolder: builtPage })
    await page.goto(again.newUrl())
    await page.getByRole('heading', { name: 'This workspace is encrypted' }).waitFor()
    expect(await page.getByRole('navigation').count()).toBe(0)
    expect(await seriousAccessibilityFindings(page)).toEqual([])
    const field = page.getByLabel('Passphrase or recovery key')
    await field.fill('not the passphrase')
    await field.press('Enter')
    await page.getByRole('alert').getByText('That passphrase does not open this workspace').waitFor()
    await field.fill(recoveryKey.toLowerCase())
    await field.press('Enter')
    await page.getByRole('navigation').first().waitFor()
  })

  test('makes it plain again with the passphrase', async () => {
    const { page, folder } = debrief
    await page.goto(`${again!.origin}/#/settings?tab=protection`)
    await page.getByRole('button', { name: 'Turn encryption off' }).click()
    expect(await seriousAccessibilityFindings(page)).toEqual([])
    await page.getByLabel('Passphrase or recovery key').fill(PASSPHRASE)
    await page.getByRole('button', { name: 'Turn it off' }).click()
    await page.getByText('This workspace is not encrypted').waitFor({ timeout: 60_000 })
    expect(filesWith(join(folder, 'own'), ['Wallabyheater'])).not.toEqual([])
  })
})
