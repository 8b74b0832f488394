// Run with: node test/bench/page/desk.bench.ts. From the press on a review in the queue to the scoring desk with its form and turns (its script
// has nothing left to do), in Chromium through the loopback door. Opening makes the review a draft, so each is opened for the first time.
import { ensureBuilt } from '../../../scripts/ensure-built.ts'
import { jobIsDone, openDebrief } from '../../support/browser.ts'
import { contactLens, type Turn } from '../../support/workspace.ts'
import { median } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'
import { benchConversations } from '../reading/conversations.ts'

const sizes = [40, 400, 3000]
const each = 8

await ensureBuilt()
const { client, page, close } = await openDebrief({
  prepare: async (client, upload) => {
    const files = sizes.flatMap((turns) => Array.from({ length: each }, (_, at) => aConversation(turns, at)))
    const references = []
    for (const file of files) references.push({ reference: await upload(file) })
    await jobIsDone(client, (await client.imports.start({ files: references })).jobId)
    await jobIsDone(client, (await client.jobs.analyze()).jobId)
    const { id } = await client.scorecards.create({ title: 'Voice', from: { kind: 'starter' } })
    await client.scorecards.publish({ id, revision: 1 })
  },
})
try {
  printLoad()
  const [scorecard] = (await client.scorecards.list()).filter(({ name }) => name === 'Voice')
  const { items } = await client.conversations.list({})
  for (const size of sizes) {
    const times: number[] = []
    for (const { interactionId } of items.filter(({ turns }) => turns === size)) {
      const { id } = await client.reviews.request({ interactionId, scorecardId: scorecard!.id })
      times.push(await opened(id))
    }
    print(`${size} turns, the first`, seconds(times[0]!))
    print(
      `${size} turns, others`,
      `${seconds(median(times.slice(1)))} (worst ${seconds(Math.max(...times.slice(1)))})`,
    )
  }
} finally {
  await close()
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

/** Milliseconds from the queue to the desk, as the page's own clock has it. */
async function opened(reviewId: number): Promise<number> {
  await page.evaluate(() => (location.hash = '#/quality'))
  await page.getByRole('heading', { name: 'Waiting for review' }).waitFor()
  await page.waitForTimeout(300)
  return page.evaluate(async (id) => {
    const started = performance.now()
    location.hash = `#/quality/reviews/${id}`
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const isThere = () =>
      document.querySelectorAll('[aria-label="Transcript"] li').length > 5 &&
      document.querySelectorAll('[aria-label="Form"] [role="radiogroup"]').length === 6
    while (!isThere()) await frame()
    // what was drawn is on the screen, and nothing keeps a key from being heard
    await frame()
    await new Promise((resolve) => setTimeout(resolve))
    return performance.now() - started
  }, reviewId)
}
