import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Client } from '../../engine/direct-client.ts'
import {
  finishAnimations,
  openDebrief,
  seriousAccessibilityFindings,
  type OpenDebrief,
} from '../support/browser.ts'
import { fakeTranscriptionServer } from '../support/fake-transcription-server.ts'
import { callAsWav, writeCallModel } from '../support/spoken-call.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { goTo } from './data-files.ts'

// From a sound file to a conversation one hears: the agent on the left, the customer on the right, and one call on one channel.

const twoChannels = 'Maria Lopez_2026-11-20_10-15.wav'
const oneChannel = 'Tom Becker_2026-11-21_09-30.wav'

let debrief: OpenDebrief
let modelPath: string
let modelsBefore: string | undefined

beforeAll(async () => {
  const wavs = [callAsWav(2), callAsWav(1, 5)]
  const models = makeTemporaryFolder()
  modelsBefore = process.env['DEBRIEF_MODELS']
  process.env['DEBRIEF_MODELS'] = models
  modelPath = writeCallModel(models, wavs, 25)
  debrief = await openDebrief()
  for (const [place, name] of [twoChannels, oneChannel].entries())
    writeFileSync(join(debrief.folder, name), wavs[place]!)
})
afterAll(async () => {
  if (modelsBefore === undefined) delete process.env['DEBRIEF_MODELS']
  else process.env['DEBRIEF_MODELS'] = modelsBefore
  await debrief.close()
})

async function recordingOf(client: Client, name: string) {
  const found = (await client.recordings.list()).find((recording) => recording.name.includes(name))
  if (!found) throw new Error(`There is no recording ${name}.`)
  return found
}

async function openConversation(name: string): Promise<number> {
  const { interactionId } = await recordingOf(debrief.client, name)
  await goTo(debrief.page, `/conversations/${interactionId}`)
  await debrief.page.getByRole('region', { name: 'Player' }).waitFor()
  return interactionId!
}

/** For a browser on a busy machine. */
const patiently = { timeout: 15_000 }

const position = () => debrief.page.getByTestId('position').textContent()

test('sound files are imported, heard, and wait for words', async () => {
  const { page, client } = debrief
  await goTo(page, '/data')
  await page
    .getByTestId('choose-files')
    .setInputFiles([twoChannels, oneChannel].map((name) => join(debrief.folder, name)))
  await page
    .getByRole('button', { name: /^Import/ })
    .last()
    .click()
  await page.getByRole('heading', { name: 'Imported' }).waitFor()
  await page.getByRole('link', { name: 'Go to the recordings' }).click()
  const list = page.getByRole('table', { name: 'Recordings' })
  await list.getByText(twoChannels).first().waitFor()
  await expect
    .poll(async () => (await client.recordings.list()).every(({ isHeard }) => isHeard), { timeout: 30_000 })
    .toBe(true)
  await list.getByText('Heard, no words').first().waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
})

test('without a model a conversation says what is needed; with one, transcribing is cancelled, pauses, goes on, and fills the page', async () => {
  const { page, client } = debrief
  await openConversation(twoChannels)
  await page.getByText('Not transcribed yet').waitFor()
  expect(await page.getByRole('button', { name: 'Transcribe' }).isDisabled()).toBe(true)
  await page.getByRole('link', { name: 'Choose a speech model' }).click()
  await page.getByRole('button', { name: 'Use scripted-calls' }).click()
  await page.getByText('In use', { exact: true }).waitFor()
  expect((await client.recordings.preferences()).modelPath).toBe(modelPath)

  await page.getByRole('button', { name: 'Transcribe all without words' }).click()
  await page
    .getByRole('button', { name: /^Cancel/ })
    .first()
    .click()
  await expect
    .poll(async () => (await client.jobs.list()).find(({ kind }) => kind === 'transcribe')?.state, patiently)
    .toBe('cancelled')

  await page.getByRole('button', { name: 'Transcribe all without words' }).click()
  await page.getByRole('button', { name: /^Pause/ }).click()
  await page.getByText('Paused: what is finished stays finished').waitFor()
  await page.getByRole('button', { name: /^Resume/ }).click()
  await page.getByRole('heading', { name: 'Last transcription' }).waitFor({ timeout: 30_000 })
  await expect
    .poll(
      async () => (await client.recordings.list()).every(({ transcription }) => transcription !== null),
      patiently,
    )
    .toBe(true)
  await openConversation(twoChannels)
  await page.getByRole('list', { name: 'Transcript' }).getByText('my name is Maria').waitFor()
})

test('a server on this machine is tried and used; before anything leaves the machine it is asked', async () => {
  const { page, client } = debrief
  const server = await fakeTranscriptionServer(() => ({ body: { text: '' } }))
  await goTo(page, '/data?tab=recordings')
  const address = page.getByLabel('Address')
  await address.fill('https://words.example/v1')
  await page.getByLabel('Model', { exact: true }).fill('large-v3')
  await page.getByRole('button', { name: 'Use this server…' }).click()
  const question = page.getByRole('dialog', { name: 'Send recordings to words.example?' })
  await question.waitFor()
  expect(await seriousAccessibilityFindings(page)).toEqual([])
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect((await client.recordings.preferences()).server).toBe(null)

  await address.fill(server.address)
  // what the policy does not name is not tried: it is tried once it is used
  expect(await page.getByRole('button', { name: 'Try it' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Use this server', exact: true }).click()
  await page.getByRole('button', { name: 'Stop using it' }).waitFor()
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByText('answers as it should').waitFor(patiently)
  expect((await client.recordings.preferences()).server).toMatchObject({
    address: server.address,
    isOn: true,
  })
  // of the two the one chosen last is used
  await page.getByRole('button', { name: 'Use scripted-calls' }).click()
  await page.getByRole('button', { name: 'Use this server', exact: true }).waitFor()
  expect((await client.recordings.preferences()).server?.isOn).toBe(false)
})

test('playing moves the playhead and marks the turn and the word being spoken', async () => {
  const { page } = debrief
  await openConversation(twoChannels)
  await page.getByTestId('waveform-1').waitFor({ state: 'attached' })
  const playhead = () => page.getByTestId('playhead').getAttribute('transform')
  const before = await playhead()
  await page.getByRole('button', { name: 'Play from 0:12' }).click()
  await expect.poll(position, patiently).toMatch(/0:1[3-9]/)
  expect(await playhead()).not.toBe(before)
  const spoken = page.locator('li[data-spoken]')
  expect(await spoken.textContent()).toContain('I am sorry to hear that')
  const word = spoken.locator('[data-from][class*="spoken"]')
  const first = await word.textContent()
  await expect.poll(() => word.textContent(), patiently).not.toBe(first)

  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  const paused = await position()
  await page.keyboard.press('ArrowRight')
  expect(await position()).not.toBe(paused)
  await page.keyboard.press(']')
  await page.getByRole('button', { name: 'Speed 1.25×' }).waitFor()
  await page.keyboard.press('[')
  await page.keyboard.press('l')
  expect(await page.getByRole('button', { name: 'Loop', exact: true }).getAttribute('aria-pressed')).toBe(
    'true',
  )
  await page.keyboard.press('l')
})

test('evidence plays from a second before it to its end, and a shared link stands ready there', async () => {
  const { page, client } = debrief
  const interactionId = await openConversation(twoChannels)
  const { evaluationList } = await client.conversations.get({ interactionId })
  const evidence = evaluationList
    .flatMap(({ answers }) => answers)
    .flatMap((answer) => answer.evidence)
    .find(({ startMs }) => startMs !== null && startMs > 10_000)!
  await page
    .getByRole('complementary', { name: 'Evaluations and figures' })
    .getByRole('button', { name: evidence.quote })
    .first()
    .click()
  const pause = page.getByRole('button', { name: 'Pause', exact: true })
  await pause.waitFor()
  await pause.waitFor({ state: 'detached', timeout: 15_000 })
  const stopped = Math.floor(Math.max(evidence.endMs!, evidence.startMs! + 1000) / 1000)
  expect(await position()).toBe(`0:${String(stopped).padStart(2, '0')}`)

  await goTo(page, '/conversations')
  await goTo(page, `/conversations/${interactionId}?segment=4&at=30000`)
  await page.getByRole('region', { name: 'Player' }).waitFor()
  await expect.poll(position, patiently).toBe('0:30')
})

test('what was said is found by searching, and plays from there', async () => {
  const { page } = debrief
  await goTo(page, '/conversations/search')
  await page.getByRole('heading', { name: 'Search everything said' }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('"charged twice"')
  await page.getByRole('list', { name: 'Found turns' }).getByText('charged twice').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Player' }).waitFor()
  await page.getByRole('button', { name: 'Play from 0:06' }).click()
  await expect.poll(position, patiently).toMatch(/0:0[7-9]/)
  await page.keyboard.press('Space')
})

test('a found moment plays where it stands, and stops at its end', async () => {
  const { page } = debrief
  await goTo(page, '/conversations/search?q=wonderful%20help')
  const hit = page.getByRole('list', { name: 'Found turns' }).getByRole('listitem').first()
  await hit.getByRole('button', { name: /^Play this moment of/ }).click()
  await hit.getByRole('button', { name: 'Stop' }).waitFor()
  await hit.getByRole('button', { name: /^Play this moment of/ }).waitFor({ timeout: 15_000 })
  // leaving the page ends what plays
  await hit.getByRole('button', { name: /^Play this moment of/ }).click()
  await goTo(page, '/conversations')
  expect(debrief.problems).toEqual([])
})

test('what was taken out is drawn, and said on its chip', async () => {
  const { page, client } = debrief
  const interactionId = await openConversation(twoChannels)
  const { recording, segments } = await client.conversations.get({ interactionId })
  expect(recording!.silenced.length).toBeGreaterThan(0)
  expect(segments.some(({ text }) => text.includes('4111'))).toBe(false)
  await page.getByText('taken out, silent').waitFor()
  await page.getByText('card number', { exact: true }).hover()
  await page.getByRole('tooltip').filter({ hasText: 'silent in playback' }).waitFor()
})

test('a turn is corrected in its place, and the correction taken back', async () => {
  const { page, client } = debrief
  const interactionId = await openConversation(twoChannels)
  const turn = page.locator('#segment-0')
  await turn.hover()
  await turn.getByRole('button', { name: /^More about the turn/ }).click()
  await page.getByRole('menuitem', { name: 'Correct what was said' }).click()
  const field = page.getByRole('textbox', { name: 'What was said' })
  // Space belongs to the field, not to the player.
  await field.fill('Thank you for calling Northwind, my name is Mary.')
  await field.press('Space')
  expect(await page.getByRole('button', { name: 'Play', exact: true }).isVisible()).toBe(true)
  await field.press('Enter')
  await page.getByText('The conversation was read anew.').waitFor()
  await turn.getByText('my name is Mary').waitFor()
  await turn.getByText('corrected').waitFor()
  expect((await client.conversations.get({ interactionId })).segments[0]!.corrected?.text).toContain('Maria')
  await page.getByRole('button', { name: 'Undo' }).click()
  await turn.getByText('my name is Maria').waitFor()
})

test('channels are swapped, and on one channel somebody says whose a turn is', async () => {
  const { page, client } = debrief
  const interactionId = await openConversation(twoChannels)
  await page.getByText('Left is the agent (found by who speaks first)').waitFor()
  await page.getByRole('button', { name: 'Swap' }).click()
  await page.getByText('Right is the agent (as somebody said)').waitFor()
  expect((await client.conversations.get({ interactionId })).segments[0]!.role).toBe('customer')
  await page.getByRole('button', { name: 'Swap' }).click()
  await page.getByText('Left is the agent (as somebody said)').waitFor()

  const single = await openConversation(oneChannel)
  await page.getByText('Who is speaking? This recording has one channel.').waitFor()
  await page.locator('#segment-0').getByRole('button', { name: 'Agent' }).click()
  await expect
    .poll(
      async () => (await client.conversations.get({ interactionId: single })).segments[0]!.role,
      patiently,
    )
    .toBe('agent')
})

test('axe finds nothing serious on either page, in both colour schemes', async () => {
  const { page } = debrief
  for (const reach of [
    () => openConversation(twoChannels),
    () => openConversation(oneChannel),
    () => goTo(page, '/data?tab=%22recordings%22'),
  ]) {
    await reach()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.waitForSelector(`html[data-mantine-color-scheme=${colorScheme}]`)
      await finishAnimations(page)
      expect(await seriousAccessibilityFindings(page)).toEqual([])
    }
  }
  expect(debrief.problems).toEqual([])
})
