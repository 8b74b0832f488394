import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The Chromium on this machine: `DEBRIEF_CHROMIUM`, else one on the path or in its usual place; null where there is none. */
export function findChromium(): string | null {
  const given = process.env['DEBRIEF_CHROMIUM']
  if (given) {
    if (isExecutable(given)) return given
    throw new Error(`DEBRIEF_CHROMIUM is ${given}, and there is no program.`)
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...usualPlaces].find(isExecutable) ?? null
}

/**
 * The Chromium for the browser tests; installs Debian's package where there is none and this is Debian's root. Else it throws a
 * sentence that says what to install.
 */
export function provideChromium(): string {
  const found = findChromium()
  if (found) return found
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.error('Installing Chromium for the browser tests (Debian package)...')
    apt('update')
    apt('install', '--yes', '--no-install-recommends', 'chromium')
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error(
    'The browser tests need Chromium: install Chromium or Google Chrome (on Debian: apt-get install chromium), or set DEBRIEF_CHROMIUM to one.',
  )
}

function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env })
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
