import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { directClient } from '../../../engine/direct-client.ts'
import { createEngine } from '../../../engine/index.ts'
import { writeCall, writeScript } from '../../support/a-call.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'
import { checklist, evidenceOf, failingItems } from './checklist.ts'
import { launchDouble, type RunningDouble } from './launch.ts'

/**
 * Tests the shell of an app folder over a double of Electron with the machine's own Chromium: it proves the wiring of main, preload,
 * engine process and page. It does not prove Electron's own isolation, sandbox, archive, menus, fuses or signing.
 */
export function describeShellOnDouble(
  appFolder: () => string,
  fuses: () => Record<string, string> | null = () => null,
): void {
  describe('the shell on a double of Electron', () => {
    shellTests(appFolder, fuses)
  })
}

function shellTests(appFolder: () => string, fuses: () => Record<string, string> | null): void {
  const folder = makeTemporaryFolder()
  const workspace = join(folder, 'own')
  const chosen = join(folder, 'chosen.csv')
  let shell: RunningDouble
  beforeAll(async () => {
    const engine = await createEngine({ workspace, takesPaths: true })
    await engine.close()
    shell = await launchDouble(appFolder(), {
      DEBRIEF_WORKSPACE: workspace,
      XDG_DATA_HOME: join(folder, 'data'),
      DOUBLE_CHOSEN_FILES: chosen,
    })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('the page is shown, reaches the engine through its port, and reports no error', async () => {
    await shell.page.waitForSelector('#root nav')
    // Only an engine that has answered knows that the workspace is empty.
    await shell.page
      .getByText(/sample/i)
      .first()
      .waitFor({ timeout: 10_000 })
    expect(await shell.page.title()).toContain('Debrief')
    expect(shell.pageErrors).toEqual([])
    expect(existsSync(join(workspace, 'debrief.sqlite'))).toBe(true)
  })

  test('the window has no Node, an isolated and sandboxed page, and no webview', async () => {
    const { options } = await shell.reported('window')
    expect(options).toMatchObject({
      webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false },
    })
  })

  test('the page gets the bridge and nothing of Node or Electron', async () => {
    const seen = await shell.page.evaluate(() => ({
      bridge: Object.keys(globalThis.debriefBridge ?? {}).toSorted(),
      others: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
    }))
    expect(seen).toEqual({
      bridge: [
        'chooseFiles',
        'keepInTray',
        'onFilesOpened',
        'onPlaceOpened',
        'openWorkspace',
        'openWorkspaceAt',
        'pathForFile',
        'requestPort',
        'trayChoice',
      ],
      others: [],
    })
  })

  test('files chosen in the dialog come back as paths, and a dropped file has its path', async () => {
    const paths = await shell.page.evaluate(async () => ({
      chosen: await globalThis.debriefBridge?.chooseFiles(),
      dropped: globalThis.debriefBridge?.pathForFile(new File(['a'], 'a.csv')),
      nothing: globalThis.debriefBridge?.pathForFile({}),
    }))
    expect(paths).toEqual({ chosen: [chosen], dropped: '/double/a.csv', nothing: '' })
  })

  test('the page is served with the policy against inline and foreign scripts', async () => {
    const [policy, outside] = await shell.page.evaluate(async () => [
      (await fetch('/')).headers.get('content-security-policy'),
      (await fetch('/../main/main.js')).status,
    ])
    expect(policy).toContain("script-src 'self';")
    expect(outside).toBe(404)
  })

  test("every item of Electron's security checklist holds", async () => {
    const failing = await failingItems(await evidenceOf(appFolder(), shell, fuses()))
    const count = checklist.length
    process.stdout.write(`electron checklist: ${count - failing.length} of ${count} items hold\n`)
    expect({ count, failing }).toEqual({ count: 20, failing: [] })
  })

  test('another window and another site are refused', async () => {
    // the page may still be on its way back from what the checklist tried
    await expect
      .poll(() => shell.page.evaluate(() => document.readyState).catch(() => 'on its way'), {
        timeout: 20_000,
      })
      .toBe('complete')
    await shell.page.evaluate(() => void window.open('https://evil.example/'))
    expect((await shell.reported('refused-window')).type).toBe('refused-window')
    await shell.page.evaluate(() => location.assign('https://evil.example/')).catch(() => {})
    expect(await shell.reported('refused-navigation')).toEqual({
      type: 'refused-navigation',
      url: 'https://evil.example/',
    })
  })

  test('quitting closes the workspace first, so that the next one can write to it', async () => {
    expect(await shell.quit()).toBe(0)
    expect(await shell.reported('quit')).toEqual({ type: 'quit', isEngineGone: true })
    const engine = await createEngine({ workspace, takesPaths: true })
    await engine.close()
  })

  test('the key of a server goes into the keychain, and is there after the next start', async () => {
    const address = 'https://words.example/v1'
    const launch = () =>
      launchDouble(appFolder(), { DEBRIEF_WORKSPACE: workspace, XDG_DATA_HOME: join(folder, 'data') })
    const openServer = async ({ page }: RunningDouble) => {
      await page.waitForSelector('#root nav')
      await page.evaluate(() => (location.hash = '#/data?tab=recordings'))
      await page.getByLabel('Address').fill(address)
      await page.getByLabel('Model', { exact: true }).fill('large-v3')
    }
    const first = await launch()
    await openServer(first)
    await first.page.getByLabel('Key', { exact: true }).fill('open sesame')
    await first.page.getByRole('button', { name: 'Keep it' }).click()
    await first.page.getByPlaceholder('Kept in the keychain').waitFor()
    await first.quit()
    const kept = readFileSync(join(folder, 'data', 'shell', 'keys'), 'latin1')
    expect(kept.length).toBeGreaterThan(10)
    expect(kept).not.toContain('sesame')
    const again = await launch()
    await openServer(again)
    await again.page.getByPlaceholder('Kept in the keychain').waitFor()
    await again.page.getByRole('button', { name: 'Forget it' }).click()
    await again.page.getByPlaceholder('None', { exact: true }).waitFor()
    await again.quit()
  })

  test('a recording left in work is transcribed, in a process that main started', async () => {
    const other = join(folder, 'recordings')
    await leaveTranscribing(other, folder)
    const double = await launchDouble(appFolder(), {
      DEBRIEF_WORKSPACE: other,
      XDG_DATA_HOME: join(folder, 'data'),
    })
    await double.reported('transcriber')
    const engine = await createEngine({ workspace: other, takesPaths: true, readOnly: true })
    try {
      const turns = async () => (await directClient(engine).conversations.list({})).items[0]?.turns ?? 0
      await expect.poll(turns, { timeout: 30_000, interval: 200 }).toBeGreaterThan(5)
    } finally {
      await engine.close()
      await double.quit()
    }
  })
}

/** Brings a call in and closes the workspace while its words are made. */
async function leaveTranscribing(workspace: string, folder: string): Promise<void> {
  const engine = await createEngine({ workspace, takesPaths: true })
  const client = directClient(engine)
  const call = writeCall(join(folder, 'call.wav'))
  const modelPath = writeScript(join(folder, 'script.json'), [call], 20)
  const jobOf = async (jobId: number) => (await client.jobs.list()).find(({ id }) => id === jobId)
  const { jobId } = await client.imports.start({ files: [{ reference: { path: call.path } }] })
  await vi.waitFor(async () => expect((await jobOf(jobId))?.state).toBe('done'), 20_000)
  const work = await client.recordings.transcribe({ modelPath })
  await vi.waitFor(async () => expect((await jobOf(work.jobId))?.progress).toBeGreaterThan(0), 20_000)
  await engine.close()
}
