import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { decidedFuses } from '../package/content.ts'
import type { RunningDouble } from './launch.ts'

/** What an item of the list is decided by. */
export interface Evidence {
  shell: RunningDouble
  /** The built files: main and preload, as they run. */
  main: string
  preload: string
  /** The content security policy that the page came with. */
  policy: string
  /** Null where the app is not packed. */
  fuses: Record<string, string> | null
  electronVersion: string
}

const preferences = ({ shell }: Evidence): Record<string, unknown> => {
  const window = shell.reports.find((one) => one.type === 'window')
  const options = window?.options as { webPreferences: Record<string, unknown> } | undefined
  return options?.webPreferences ?? {}
}
const asked = [
  'media',
  'geolocation',
  'notifications',
  'openExternal',
  'midi',
  'display-capture',
  'hid',
  'fileSystem',
]

/** Waits until the double has told of something that the app refused. */
async function refuses(
  shell: RunningDouble,
  type: 'refused-navigation' | 'refused-window',
  deed: () => unknown,
) {
  const count = () => shell.reports.filter((one) => one.type === type).length
  const before = count()
  await shell.page.evaluate(deed).catch(() => {})
  for (let tries = 0; tries < 40 && count() === before; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  return count() > before
}

const NAVIGATION = 'Disable or limit navigation'

/** Electron's own list, item by item, in its order and words (docs/tutorial/security). Each tells whether it holds. */
export const checklist: readonly (readonly [string, (evidence: Evidence) => boolean | Promise<boolean>])[] = [
  [
    'Only load secure content',
    async ({ shell }) => {
      const [insecure, own] = [
        ['http://evil.example/a.js', 'https://evil.example/', 'ws://evil.example/', 'file:///etc/passwd'],
        'debrief://app/index.html',
      ]
      shell.make({ do: 'ask-loads', urls: [...insecure, own] })
      const { loads } = await shell.reported('loads')
      return insecure.every((url) => loads[url] === false) && loads[own] === true
    },
  ],
  [
    'Do not enable Node.js integration for remote content',
    async (evidence) =>
      ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'].every(
        (name) => preferences(evidence)[name] === false,
      ) && (await hasNoNode(evidence.shell.page)),
  ],
  ['Enable context isolation', (evidence) => preferences(evidence)['contextIsolation'] === true],
  [
    'Enable process sandboxing',
    (evidence) => preferences(evidence)['sandbox'] === true && /\benableSandbox\(\)/.test(evidence.main),
  ],
  [
    'Handle session permission requests from remote content',
    async ({ shell }) => {
      shell.make({ do: 'ask-permissions', names: asked })
      const told = await shell.reported('permissions')
      const all = [...Object.values(told.asked), ...Object.values(told.checked), told.device]
      return all.length === 2 * asked.length + 1 && all.every((isGranted) => !isGranted)
    },
  ],
  ['Do not disable webSecurity', (evidence) => preferences(evidence)['webSecurity'] === true],
  [
    'Define a Content Security Policy',
    ({ policy }) =>
      ["default-src 'none'", "script-src 'self'", "object-src 'none'", "base-uri 'none'"].every((part) =>
        policy.split('; ').includes(part),
      ) && !policy.includes('unsafe-eval'),
  ],
  [
    'Do not enable allowRunningInsecureContent',
    (evidence) => preferences(evidence)['allowRunningInsecureContent'] === false,
  ],
  [
    'Do not enable experimental features',
    (evidence) => preferences(evidence)['experimentalFeatures'] === false,
  ],
  [
    'Do not use enableBlinkFeatures',
    (evidence) =>
      !('enableBlinkFeatures' in preferences(evidence)) &&
      !/enableBlinkFeatures|appendSwitch/.test(evidence.main),
  ],
  [
    'Do not use allowpopups for WebViews',
    async ({ shell }) => (await shell.page.locator('webview').count()) === 0,
  ],
  [
    'Verify WebView options before creation',
    (evidence) =>
      preferences(evidence)['webviewTag'] === false && evidence.main.includes('will-attach-webview'),
  ],
  [
    NAVIGATION,
    ({ shell }) => refuses(shell, 'refused-navigation', () => location.assign('https://evil.example/')),
  ],
  [
    'Disable or limit creation of new windows',
    ({ shell }) => refuses(shell, 'refused-window', () => void window.open('https://evil.example/')),
  ],
  [
    'Do not use shell.openExternal with untrusted content',
    ({ main, preload }) => !`${main}${preload}`.includes('openExternal('),
  ],
  [
    'Use a current version of Electron',
    // what is newest is looked up when dependencies are brought up to date; this fails where somebody goes back
    ({ electronVersion }) => Number(electronVersion.split('.')[0]) >= 45,
  ],
  [
    'Validate the sender of all IPC messages',
    async ({ shell, main }) => {
      shell.make({ do: 'forge-calls' })
      const { reached, asked: calls } = await shell.reported('forged')
      const handlers = [...main.matchAll(/ipcMain\.(?:on|handle)\(/g)].length
      return !reached && calls === handlers && [...main.matchAll(/isPage\(event\)/g)].length === handlers
    },
  ],
  [
    'Avoid usage of the file:// protocol and prefer usage of custom protocols',
    ({ main }) => !/loadFile\(|loadURL\([^)]*file:/.test(main) && /\.handle\(SCHEME/.test(main),
  ],
  [
    'Check which fuses you can change',
    ({ fuses }) =>
      fuses === null || Object.entries(decidedFuses).every(([name, state]) => fuses[name] === state),
  ],
  [
    'Do not expose Electron APIs to untrusted web content',
    async ({ shell, preload }) =>
      (await shell.page.evaluate(() =>
        Object.values(globalThis.debriefBridge ?? {}).every((part) => typeof part === 'function'),
      )) &&
      [...preload.matchAll(/exposeInMainWorld\("?(\S+?)"?,/g)].length === 1 &&
      !/exposeInMainWorld\([^,]+,\s*(?:\w+\.)?ipcRenderer/.test(preload),
  ],
]

function hasNoNode(page: Page): Promise<boolean> {
  return page.evaluate(
    () => !['require', 'process', 'module', 'Buffer', 'global'].some((name) => name in globalThis),
  )
}

/** Goes through the list; the items that do not hold. */
export async function failingItems(evidence: Evidence): Promise<string[]> {
  const failing: string[] = []
  // a navigation that the double stops leaves Chromium's own page behind: it comes last, and the app's page is loaded again
  const isNavigation = ([item]: (typeof checklist)[number]) => item === NAVIGATION
  for (const [item, holds] of [
    ...checklist.filter((one) => !isNavigation(one)),
    ...checklist.filter(isNavigation),
  ])
    if (!(await holds(evidence))) failing.push(item)
  await evidence.shell.page.goto('http://app.localhost/').catch(() => {})
  return failing
}

/** Gathers what the items look at, from an app folder and its running shell. */
export async function evidenceOf(
  appFolder: string,
  shell: RunningDouble,
  fuses: Record<string, string> | null,
): Promise<Evidence> {
  const read = (...parts: string[]) => readFileSync(join(appFolder, 'dist', ...parts), 'utf8')
  const root = join(import.meta.dirname, '..', '..', '..')
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'))
  await shell.page.waitForSelector('#root nav')
  const policy = await shell.page.evaluate(
    async () => (await fetch('/')).headers.get('content-security-policy') ?? '',
  )
  return {
    shell,
    main: read('main', 'main.js'),
    preload: read('preload', 'preload.cjs'),
    policy,
    fuses,
    electronVersion: version,
  }
}
