import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'
import { inject } from 'vitest'
import type { LoopbackDoor } from '../../cli/serve.ts'
import { findChromium } from '../../scripts/chromium.ts'
import type { Client } from '../../engine/direct-client.ts'
import { doorPaths } from '../../shared/domain/bridge.ts'
import { ask, enter, openTestDoor } from './loopback.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

export const builtPage = join(import.meta.dirname, '..', '..', 'dist', 'renderer')

/** The built page in a real browser, on an engine and workspaces of its own. */
export interface OpenDebrief {
  page: Page
  /** The same engine as the page has, for preparing and for checking. */
  client: Client
  door: LoopbackDoor
  /** A folder for files of the test. */
  folder: string
  /** Moves the clock of engine and page to an instant; needs `now`. */
  moveClock(to: number): Promise<void>
  /** Errors of the page and its console, refused contents included; a test ends with none. */
  problems: string[]
  close(): Promise<void>
}

/** Brings a file in as the page does, for `imports.*`. */
export type Upload = (
  file: { name: string } & ({ text: string } | { content: string | Uint8Array }),
) => Promise<{ uploadId: string }>

export interface OpenDebriefOptions {
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  /** What the clock of engine and page shows when it opens, epoch ms; it stands until `moveClock`. */
  now?: number
  /** Starts from a copy of the sample, with all its teams chosen unless it is `as-loaded`. */
  sample?: 'all-teams' | 'as-loaded'
  /** Fills the workspace before the page is opened; files come in as from a page, which names no paths. */
  prepare?: (client: Client, upload: Upload) => Promise<void>
}

/** Opens Debrief through its loopback door in Chromium, by a one-time link as a person does. */
export async function openDebrief(options: OpenDebriefOptions = {}): Promise<OpenDebrief> {
  const folder = makeTemporaryFolder()
  if (options.sample) cpSync(inject('sampleWorkspace'), join(folder, 'own'), { recursive: true })
  const clock = options.now === undefined ? null : { now: options.now }
  const door = await openTestDoor(folder, {
    pageFolder: builtPage,
    ...(clock && { now: () => clock.now }),
  })
  const client = door.client()
  if (options.sample === 'all-teams') await client.workspace.setPreferences({ myTeamIds: [] })
  await options.prepare?.(client, uploadTo(door))
  const browser = await launchChromium()
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  if (clock) await page.clock.setFixedTime(clock.now)
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await page.goto(door.newUrl())
  await page.waitForURL(`${door.origin}/**`)
  await page.waitForSelector('#root :is(nav, main)')
  // the first address is one the page goes on from: a test that goes elsewhere before would be taken back; who is asked who they are has none yet
  if ((await page.locator('#root nav').count()) > 0) await page.waitForURL(/#\/\w/)
  return {
    page,
    client,
    door,
    folder,
    problems,
    async moveClock(to) {
      if (!clock) throw new Error('The clock of this test is the computer’s: open it with `now`.')
      clock.now = to
      await page.clock.setFixedTime(to)
    },
    async close() {
      await browser.close()
      await door.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Brings files in by a door, as a page does. */
export function uploadTo(door: LoopbackDoor): Upload {
  return async ({ name, ...file }) => {
    const path = `${doorPaths.uploads}?name=${encodeURIComponent(name)}`
    const body = 'text' in file ? file.text : file.content
    const answer = await ask(door.origin, path, { method: 'POST', headers: await enter(door), body })
    if (answer.status !== 200) throw new Error(`The upload of ${name} was refused: ${answer.body}`)
    return JSON.parse(answer.body) as { uploadId: string }
  }
}

/** Waits for a job to end well; throws its sentence otherwise. */
export async function jobIsDone(client: Client, jobId: number): Promise<void> {
  for (;;) {
    const job = (await client.jobs.list()).find(({ id }) => id === jobId)
    if (job?.state === 'done') return
    if (job?.state === 'failed' || job?.state === 'cancelled') throw new Error(job.error ?? job.state)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath)
    throw new Error('There is no Chromium: "npm test" provides one, or set DEBRIEF_CHROMIUM.')
  const isRoot = process.getuid?.() === 0
  return chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox'] : [] })
}

/** What axe says of colours; all its other rules say the same in either scheme. */
const rulesOfColour = ['color-contrast', 'link-in-text-block']

/**
 * Puts everything on its way to where it goes: a colour between two schemes is in neither. What has no end goes on. Waiting for the ends is no way:
 * under load Chromium may draw no frame for a page nobody sees, and then they never come.
 */
export async function finishAnimations(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish()
  })
}

/** What axe finds serious or critical on the page as it is now, one line each; with `only` its rules of colour, for the second scheme of a state. */
export async function seriousAccessibilityFindings(page: Page, only?: 'colours'): Promise<string[]> {
  await finishAnimations(page)
  // the page has no frames to visit, and only what breaks a rule is wanted in full
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (only ? axe.withRules(rulesOfColour) : axe).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}
