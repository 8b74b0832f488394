// Run with: node test/bench/page/conversation-page.bench.ts. From the press on a conversation of 3,000 turns in the list to a page that
// shows its turns and answers (its script has nothing left to do), in Chromium through the loopback door, the engine's answer included.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from '../../../scripts/ensure-built.ts'
import { jobIsDone, openDebrief } from '../../support/browser.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'
import { contactLens, type Turn } from '../../support/workspace.ts'
import { median } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'
import { benchConversations } from '../reading/conversations.ts'
import { writeLongCall } from './long-call.ts'

const sizes = [40, 3000]
const each = 6

await ensureBuilt()
const folder = makeTemporaryFolder()
process.env['DEBRIEF_MODELS'] = path.join(folder, 'models')
const { client, page, close } = await openDebrief({
  prepare: async (client, upload) => {
    const files = sizes.flatMap((turns) => Array.from({ length: each }, (_, at) => aConversation(turns, at)))
    const references = []
    for (const file of files) references.push({ reference: await upload(file) })
    await jobIsDone(client, (await client.imports.start({ files: references })).jobId)
    await jobIsDone(client, (await client.jobs.analyze()).jobId)
  },
})
try {
  printLoad()
  const { items } = await client.conversations.list({})
  for (const size of sizes) {
    const times: number[] = []
    for (const { interactionId } of items.filter(({ turns }) => turns === size))
      times.push(await opened(interactionId))
    print(`${size} turns, the first`, seconds(times[0]!))
    print(
      `${size} turns, others`,
      `${seconds(median(times.slice(1)))} (worst ${seconds(Math.max(...times.slice(1)))})`,
    )
  }
  const times: number[] = []
  const recorded = await aRecordedCall()
  for (let round = 0; round < each; round++) {
    // the page keeps what it has read: each time as if for the first
    await page.reload()
    times.push(await opened(recorded, true))
  }
  const { segments } = await client.conversations.get({ interactionId: recorded })
  print(
    `${segments.length} turns with sound and words`,
    `${seconds(median(times))} (worst ${seconds(Math.max(...times))})`,
  )
} finally {
  await close()
  rmSync(folder, { recursive: true, force: true })
}

function aConversation(turns: number, at: number): { name: string; text: string } {
  const [segments] = benchConversations(at + 1, turns).slice(-1)
  const said = segments!.map(({ speaker, startMs, endMs, text }): Turn => [
    speaker === 'agent' ? 'AGENT' : 'CUSTOMER',
    startMs!,
    endMs!,
    text,
  ])
  return { name: `${turns}-${at}.json`, text: contactLens(`contact-${turns}-${at}`, said) }
}

/** Milliseconds from the list to the page, as the page's own clock has it. */
async function opened(interactionId: number, hasSound = false): Promise<number> {
  await page.evaluate(() => (location.hash = '#/conversations'))
  await page.getByRole('grid', { name: 'Conversations' }).getByRole('row').nth(1).waitFor()
  await page.waitForTimeout(300)
  return page.evaluate(
    async ([id, isHeard]) => {
      const started = performance.now()
      location.hash = `#/conversations/${id}`
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const isThere = () =>
        document.querySelectorAll('[aria-label="Transcript"] li').length > 5 &&
        document.querySelector('[aria-label="Evaluations and figures"]') !== null &&
        (!isHeard || document.querySelectorAll('[data-testid^="waveform-"]').length === 2)
      while (!isThere()) await frame()
      // what was drawn is on the screen, and nothing keeps a key from being heard
      await frame()
      await new Promise((resolve) => setTimeout(resolve))
      return performance.now() - started
    },
    [interactionId, hasSound] as const,
  )
}

/** A call of 75 minutes with waveform, activity and the times of its words. */
async function aRecordedCall(): Promise<number> {
  const { wavPath, modelPath } = writeLongCall(folder, 3000)
  await page.evaluate(() => (location.hash = '#/data'))
  await page.getByTestId('choose-files').setInputFiles([wavPath])
  await page
    .getByRole('button', { name: /^Import/ })
    .last()
    .click()
  await page.getByRole('heading', { name: 'Imported' }).waitFor()
  await client.recordings.setPreferences({ modelPath })
  await client.jobs.analyze()
  for (;;) {
    const [recording] = await client.recordings.list()
    if (recording?.isHeard) {
      await jobIsDone(client, (await client.recordings.transcribe({ recordingIds: [recording.id] })).jobId)
      return recording.interactionId!
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
