import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LoopbackDoor } from '../../cli/serve.ts'
import { replyScript } from '../../engine/coaching/sessions/packet-form.ts'
import type { Client } from '../../engine/direct-client.ts'
import { dataTabs, patternViews, qualityTabs, sessionLists, settingsTabs } from '../../renderer/app/search.ts'
import { builtPage, launchChromium, uploadTo } from '../support/browser.ts'
import { openTestDoor } from '../support/loopback.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { lookAt, watch, type Watch } from './support/harm.ts'
import { everyWay, hostileFields, marksIn, WAYS } from './support/hostile-text.ts'
import { makeHostileWorld, type HostileWorld } from './support/hostile-world.ts'
import { openWhatIsShut, settled } from './support/open-what-is-shut.ts'
import { tally } from './support/tally.ts'

const NOW = Date.UTC(2026, 2, 30, 12)
const folder = makeTemporaryFolder()
const { tried } = tally('stored XSS')
let door: LoopbackDoor
let client: Client
let browser: Browser
let context: BrowserContext
let page: Page
let watched: Watch
let world: HostileWorld
const seen = new Map<string, Set<string>>()

beforeAll(async () => {
  door = await openTestDoor(folder, { pageFolder: builtPage, now: () => NOW })
  client = door.client()
  world = await makeHostileWorld(client, uploadTo(door))
  browser = await launchChromium()
  context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    locale: 'en-GB',
  })
  watched = await watch(
    context,
    (address) => address.startsWith(`${door.origin}/`) || /^(about:blank|blob:|data:image)/.test(address),
  )
  page = await context.newPage()
  await page.clock.setFixedTime(NOW)
  await page.goto(door.newUrl())
  await page.waitForSelector('#root nav')
  await page.waitForURL(/#\/\w/)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await door?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Ways that are no markup: they would do harm as an address, in a style, in a template or a translation, or decoded once more. */
const harmlessAsMarkup = [
  'address',
  'property',
  'template',
  'markdown',
  'plain',
  'numbered',
  'entities',
  'long',
  'nested',
]

/** Notes what is shown; gives the harm found, one line each. */
function noted(view: string, { harm, shown }: { harm: string[]; shown: string }): string[] {
  for (const { field, way } of marksIn(shown)) {
    const ways = seen.get(field) ?? new Set()
    seen.set(field, ways.add(way))
    tried(false)
  }
  return harm.map((line) => `${view}: ${line}`)
}

/** Every place of the router with what stands for its parameters, and every tab of the pages that have some. */
function placesOf(paths: readonly string[]): string[] {
  const [first, second] = world.agents
  const tabs: Record<string, string[]> = {
    '/coaching': ['', `?agent=${first}`, `?agent=${second}`, '?q=zx'],
    '/coaching/week': ['', '?day=%222026-03-30%22'],
    '/coaching/sessions': sessionLists.map((list) => `?show=%22${list}%22`),
    '/conversations': ['', `?agent=${first}`, '?sort=%22worst-ending%22'],
    '/conversations/search': ['', '?q=bill', `?like=${world.interactions[0]}&turn=1`],
    '/quality': qualityTabs
      .map((tab) => `?tab=%22${tab}%22`)
      .concat('?tab=%22queue%22&show=%22submitted%22', '?tab=%22disputes%22&decided=true'),
    '/quality/disputes/new': [`?evaluation=${world.evaluations[0]}&question=1`],
    '/patterns': patternViews
      .map((view) => `?view=%22${view}%22`)
      .concat('?view=%22heat-map%22&by=%22queue%22', '?view=%22heat-map%22&table=true'),
    '/data': dataTabs.map((tab) => `?tab=%22${tab}%22`),
    '/settings': settingsTabs.map((tab) => `?tab=%22${tab}%22`),
  }
  const of = (path: string): string[] => {
    const ids: Record<string, (number | string)[]> = {
      '/coaching/sessions/$sessionId': world.sessions,
      '/conversations/$interactionId': [
        ...new Set([...world.interactions.slice(0, 3), ...world.interactions.slice(-6), ...world.told]),
      ],
      '/quality/reviews/$reviewId': world.reviews.slice(0, 6),
      '/quality/disputes/$disputeId': world.disputes.slice(0, 2),
      '/quality/scorecards/$scorecardId': world.scorecards,
      '/quality/calibration/$sessionId': world.calibrations,
      '/patterns/findings/$findingId': world.findings.slice(0, 1),
      '/quality/scorecards/$scorecardId/rules/$questionId': [`${world.scorecards[0]}/rules/q0`],
    }
    if (!path.includes('$')) return (tabs[path] ?? ['']).map((search) => path + search)
    const [beginning] = path.split('/$')
    return (ids[path] ?? []).map((id) => `${beginning}/${id}`)
  }
  return paths.flatMap((path) => {
    const places = of(path)
    if (places.length === 0) throw new Error(`There is nothing to open ${path} with.`)
    return places
  })
}

/** What a review shows beyond what is opened everywhere: why it was asked for, under the pointer, and the guidance of every question. */
async function lookOverReview(): Promise<void> {
  await page.locator('main header .mantine-Badge-root').first().hover()
  await page.getByRole('tooltip').first().waitFor()
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>(
      'main [aria-label^="Guidance for"][aria-expanded=false]',
    ))
      button.click()
  })
  await settled(page)
}

const notRead = 'nothing of it is kept'
const forAgain = 'kept to know the same again in a later file, and never shown'

/** Fields that no screen shows, each with the reason. A field more here is a screen less that is tried. */
const shownNowhere: Record<string, string> = {
  customer: 'only its keyed hash is kept',
  'connect evaluation': forAgain,
  'connect form id': forAgain,
  'genesys evaluation': forAgain,
  'form ref': forAgain,
  'transcript id, Genesys': forAgain,
  caption: notRead,
  'purpose, Genesys': notRead,
  'request, Deepgram': notRead,
  'id, AssemblyAI': notRead,
  'system, whisper.cpp': notRead,
  'csv heading': notRead,
  'csv unknown': notRead,
  'genesys agent id': 'who has a name is shown by it',
  'genesys queue': 'the log of contacts says the queue, too, and goes first',
  'sheet name': 'of a workbook it stands only beside rows that were set aside, and none of this one was',
  'unreadable file name': 'a file that cannot be read leaves no import, only the sentence of its job',
}

test('nothing imported or written becomes markup, an address or a script in any view of the page', async () => {
  const paths = await page.evaluate(() =>
    Object.keys(
      (globalThis as unknown as Record<string, { routesByPath: object }>)['__TSR_ROUTER__']!.routesByPath,
    ),
  )
  expect(paths.length).toBeGreaterThan(19)
  const places = placesOf(paths)
  const harm: string[] = []
  let states = 0
  for (const place of places) {
    await page.evaluate((hash) => (location.hash = hash), `#${place}`)
    await settled(page)
    harm.push(...noted(place, await lookAt(page, { origin: door.origin })))
    states += 1
    for await (const what of openWhatIsShut(page)) {
      harm.push(...noted(`${place}, ${what}`, await lookAt(page, { origin: door.origin })))
      states += 1
    }
    if (/^\/quality\/reviews\/\d+$/.test(place)) {
      await lookOverReview()
      harm.push(...noted(`${place}, its reason and guidance`, await lookAt(page, { origin: door.origin })))
      states += 1
    }
  }
  const unseen = hostileFields().filter((field) => !seen.has(field))
  const values = [...seen.values()].reduce((sum, { size }) => sum + size, 0)
  process.stdout.write(
    `stored XSS: ${world.files} files, ${hostileFields().length} fields, ${WAYS} ways; ${places.length} places in ${states} states showed ${seen.size} fields in ${values} values; not shown: ${unseen.join(', ')}\n`,
  )
  for (const line of [...harm, ...watched.harm]) tried(line !== '')
  expect([...harm, ...watched.harm].slice(0, 20)).toEqual([])
  expect(unseen.toSorted()).toEqual(Object.keys(shownNowhere).toSorted())
}, 400_000)

/** Every document Debrief writes, as a file on a disk: reports, what goes into a session, what an agent is given, and the same as PDF. */
async function documents(): Promise<{ name: string; bytes: Buffer }[]> {
  const session = (of: (id: number) => Promise<{ fileName: string; base64: string }>) =>
    world.sessions.map(of)
  const written = await Promise.all([
    client.reports.write({ kind: 'weekly', format: 'html' }),
    client.reports.write({ kind: 'director', format: 'html' }),
    client.reports.write({ kind: 'weekly', format: 'pdf' }),
    client.reports.write({ kind: 'director', format: 'pdf' }),
    ...session((id) => client.sessions.sheet({ id, format: 'html' })),
    ...session((id) => client.sessions.sheet({ id, format: 'pdf' })),
    ...session(async (id) => {
      const { people } = await client.sessions.get({ id })
      return client.sessions.packet({ id, agentId: people[0]!.id })
    }),
  ])
  return written.map(({ fileName, base64 }, at) => ({
    name: `${at}-${fileName}`,
    bytes: Buffer.from(base64, 'base64'),
  }))
}

/** Opens a document from the disk, as whoever was sent it does, and gives what is wrong with it. */
async function harmOfDocument(name: string, html: string): Promise<{ harm: string[]; shown: string }> {
  const path = join(folder, name)
  writeFileSync(path, html)
  const own = await browser.newContext()
  const { harm } = await watch(
    own,
    (address) => address.startsWith('file://') || /^(data|blob):/.test(address),
  )
  const opened = await own.newPage()
  await opened.goto(pathToFileURL(path).href)
  const looked = await lookAt(opened, { origin: null, script: replyScript })
  await own.close()
  return { harm: [...harm, ...looked.harm], shown: looked.shown }
}

const isHtml = ({ bytes }: { bytes: Buffer }) => !bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))

test('nothing becomes markup or a script in any document Debrief writes, and one that is not escaped is found', async () => {
  const all = await documents()
  const shown = new Set<string>()
  for (const { name, bytes } of all.filter(isHtml)) {
    const looked = await harmOfDocument(name, bytes.toString('utf8'))
    for (const { field } of marksIn(looked.shown)) shown.add(field)
    for (const line of looked.harm) tried(line !== '')
    tried(false)
    expect([name, looked.harm]).toEqual([name, []])
  }
  // what acts in a PDF stands outside of its texts, which are compressed
  for (const { name, bytes } of all.filter((one) => !isHtml(one))) {
    const text = bytes.toString('latin1')
    const acts =
      text.match(/\/(JavaScript|JS|URI|OpenAction|AA|Launch|SubmitForm|GoToR|EmbeddedFile|RichMedia)\b/g) ??
      []
    tried(acts.length > 0)
    expect([name, acts]).toEqual([name, []])
  }
  process.stdout.write(
    `stored XSS: ${all.length} documents, in which ${shown.size} fields stand: ${[...shown].join(', ')}\n`,
  )
  expect(shown.size).toBeGreaterThan(12)

  const [report] = all.filter(isHtml)
  const unescaped = report!.bytes
    .toString('utf8')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
  expect((await harmOfDocument('unescaped.html', unescaped)).harm).not.toEqual([])
}, 240_000)

/** What is found in a page into which this was put as markup. It may go nowhere. */
async function harmOfMarkup(html: string): Promise<string[]> {
  const own = await browser.newContext()
  await own.addInitScript(() => Object.assign(globalThis, { hurt: () => {} }))
  await own.route('http://**', (route) => route.abort('aborted'))
  const open = await own.newPage()
  const left: string[] = []
  open.on('request', (request) => {
    if (request.isNavigationRequest()) left.push(`went to: ${request.url()}`)
  })
  await open.evaluate((markup) => (document.body.innerHTML = markup), html)
  // what leads elsewhere at once may do so before one has looked
  const { harm } = await lookAt(open, { origin: door.origin }).catch((error: unknown) => {
    if (left.length === 0) throw error
    return { harm: [] }
  })
  await own.close()
  return [...harm, ...left]
}

test.each(everyWay().filter(([way]) => !harmlessAsMarkup.includes(way)))(
  'text that became markup is found: %s',
  async (_, text) => expect(await harmOfMarkup(text)).not.toEqual([]),
)

test.each([
  ['address', `<a href='javascript:hurt("zx0y0z")'>x</a>`],
  ['elsewhere', '<img src="http://evil.example/zx0y0z">'],
  ['data', '<a href="data:text/html,zx0y0z">x</a>'],
  ['style', '<p style="background:url(http://evil.example/zx0y0z)">x</p>'],
  ['decoded', '<img src=x onerror=hurt("zx0y24z")>'],
  ['nested', `<img title="--><img src=x onerror=hurt('zx0y0z')>"><b onclick=x>`],
])('text that became an address, a style or a script is found: %s', async (_, html) => {
  expect(await harmOfMarkup(html)).not.toEqual([])
})

test('text that became markup is found in the page of Debrief itself', async () => {
  await page.evaluate((html) => {
    const planted = document.createElement('div')
    planted.innerHTML = html
    document.querySelector('main')!.append(planted)
  }, '<img src=x onerror=hurt("zx0y1z")>')
  const { harm } = await lookAt(page, { origin: door.origin })
  expect(harm).toEqual([expect.stringContaining('attribute')])
  await expect.poll(() => watched.harm.join()).toContain('policy: script-src-attr')
})

test('what runs and what is asked for elsewhere is seen', async () => {
  // the watch of the browser sees on its own what runs, what is asked for and what the policy refuses
  const own = await browser.newContext()
  const { harm } = await watch(own, (address) => address.startsWith('about:'))
  const open = await own.newPage()
  await open.setContent('<img src="http://evil.example/a.png"><script>hurt("zx0y0z")</script>')
  await expect.poll(() => harm.join()).toContain('ran: zx0y0z')
  expect(harm.join()).toContain('asked for: http://evil.example/a.png')
  await own.close()
})
