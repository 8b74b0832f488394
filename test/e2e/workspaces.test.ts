import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { directClient } from '../../engine/direct-client.ts'
import { createEngine } from '../../engine/index.ts'
import { jobIsDone, openDebrief, seriousAccessibilityFindings, type OpenDebrief } from '../support/browser.ts'
import { encryptWorkspace, lock, PASSPHRASE } from '../support/encrypted.ts'
import { csv, openWorkspace } from '../support/workspace.ts'
import { goTo } from './data-files.ts'

let debrief: OpenDebrief
afterEach(() => debrief.close())

const log = (prefix: string, agent: string) =>
  csv(
    Array.from({ length: 40 }, (_, at) => ({
      contact_id: `${prefix}-${at}`,
      agent_id: `${prefix}-1`,
      agent_name: agent,
      team: prefix,
      queue: 'Billing',
      channel: 'voice',
      started_at: `2026-03-${String(1 + (at % 28)).padStart(2, '0')}T09:00:00Z`,
      handle_seconds: 300 + at,
    })),
  )

test('another workspace is looked at, merged, seen in the list and in Coaching, and taken back', async () => {
  const north = await openWorkspace()
  onTestFinished(() => north.close())
  await north.take('north.csv', log('North', 'Ada Byron'), { source: 'North log' })
  const { id } = await north.client.sessions.prepare({ agentIds: [1], driverId: 'aht' })
  await north.client.sessions.write({ id, coach: 'Mae Jemison', sharedNotes: 'Summarise sooner' })
  await north.client.sessions.finish({ id })

  debrief = await openDebrief({
    prepare: async (client, upload) => {
      const reference = await upload({ name: 'south.csv', text: log('South', 'Grace Hopper') })
      await jobIsDone(client, (await client.imports.start({ files: [{ reference }] })).jobId)
    },
  })
  const { page, client, folder } = debrief
  const backup = join(folder, 'North.sqlite')
  await north.client.workspace.backup({ file: backup })
  const before = await client.workspace.summary()

  await goTo(page, '/data?tab=workspaces')
  await page.getByTestId('choose-merge').setInputFiles(backup)
  const card = page.getByRole('region', { name: 'North' })
  await card.getByText('40 contacts').waitFor()
  await card.getByText('Coaching sessions: 1 to come').waitFor()
  expect(await client.workspace.summary()).toEqual(before)
  expect(await seriousAccessibilityFindings(page)).toEqual([])

  await page.getByRole('button', { name: 'Merge 1 workspace' }).click()
  await page.getByText('North: 1 import came in with 40 new rows, 1 session came along.').waitFor()
  await page.getByRole('button', { name: 'Take North back' }).waitFor()
  expect((await client.workspace.summary()).interactions).toBe(80)

  const [merged] = (await client.sessions.board({})).sessions
  await goTo(page, `/coaching/sessions/${merged!.id}`)
  await page.getByText('Comes from North, held by Mae Jemison').waitFor()
  await page.getByText('Summarise sooner').waitFor()
  expect(await page.getByRole('textbox').count()).toBe(0)
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await page.getByRole('link', { name: 'Ada Byron' }).click()
  await page.getByRole('heading', { name: 'Ada Byron' }).waitFor()

  await goTo(page, '/data?tab=workspaces')
  await page.getByRole('button', { name: 'Take North back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('Facts, people and decisions are as if it had never been merged.').waitFor()
  expect(await client.workspace.summary()).toEqual(before)
  expect((await client.sessions.board({})).sessions).toEqual([])
  expect(debrief.problems).toEqual([])
})

test('an encrypted workspace is merged with its passphrase, which is asked for where it is looked at', async () => {
  const north = await openWorkspace()
  const encrypted = join(north.folder, 'workspace')
  onTestFinished(async () => {
    lock(encrypted)
    await rm(north.folder, { recursive: true, force: true })
  })
  await north.take('north.csv', log('North', 'Ada Byron'), { source: 'North log' })
  await north.engine.close()
  await encryptWorkspace(encrypted)
  const again = await createEngine({ workspace: encrypted, takesPaths: true })
  debrief = await openDebrief({})
  const { page, client, folder } = debrief
  const backup = join(folder, 'North.sqlite')
  await directClient(again).workspace.backup({ file: backup })
  await again.close()
  lock(encrypted)

  await goTo(page, '/data?tab=workspaces')
  await page.getByTestId('choose-merge').setInputFiles(backup)
  await page.getByText('choose its key file, North.sqlite.key.json, together with it').waitFor()
  await page.getByRole('button', { name: 'Leave out North.sqlite' }).click()

  await page.getByTestId('choose-merge').setInputFiles([backup, `${backup}.key.json`])
  const field = page.getByLabel('Passphrase or recovery key of that workspace')
  await field.fill('not the passphrase')
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await field.press('Enter')
  await page.getByRole('alert').getByText('That passphrase does not open this workspace').waitFor()
  await field.fill(PASSPHRASE)
  await field.press('Enter')
  const card = page.getByRole('region', { name: 'North' })
  await card.getByText('40 contacts').waitFor()
  await page.getByRole('button', { name: 'Merge 1 workspace' }).click()
  await page.getByText('North: 1 import came in with 40 new rows.').waitFor()
  expect((await client.workspace.summary()).interactions).toBe(40)
  expect(debrief.problems).toEqual([])
})
