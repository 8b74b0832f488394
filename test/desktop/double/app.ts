import { EventEmitter } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, type BrowserContext } from 'playwright-core'
import { report } from './report.ts'

let context: Promise<BrowserContext> | null = null

/** The one Chromium of this double, launched when the app becomes ready. */
export function browserContext(): Promise<BrowserContext> {
  context ??= launch()
  return context
}

async function launch(): Promise<BrowserContext> {
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath: process.env['DEBRIEF_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', `--remote-debugging-port=${port}`],
  })
  const opened = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  report({ type: 'ready', debuggingUrl: `http://127.0.0.1:${port}` })
  return opened
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Whether the engine's process still runs; the double of `utilityProcess` keeps it. */
export const running = { engines: 0 }

class App extends EventEmitter {
  isSandboxed = false
  readonly isPackaged = process.env['DOUBLE_PACKED'] === 'yes'
  readonly commandLine = {
    hasSwitch: (name: string) => process.argv.some((argument) => argument.startsWith(`--${name}`)),
  }
  getPreferredSystemLanguages() {
    return (process.env['DOUBLE_LANGUAGES'] ?? 'en-US').split(' ')
  }
  setAppUserModelId() {}
  setAsDefaultProtocolClient() {
    return true
  }
  addRecentDocument(path: string) {
    report({ type: 'recent', path })
  }
  clearRecentDocuments() {
    report({ type: 'recent', path: null })
  }
  isReady = false
  enableSandbox() {
    if (this.isReady) throw new Error('enableSandbox must be called before the app is ready')
    this.isSandboxed = true
  }
  getPath() {
    return join(process.env['XDG_DATA_HOME'] ?? '', 'shell')
  }
  requestSingleInstanceLock() {
    return process.env['DOUBLE_IS_SECOND'] !== 'yes'
  }
  async whenReady() {
    await browserContext()
    this.isReady = true
  }
  relaunch(options: { execPath?: string } = {}) {
    report({ type: 'relaunch', program: options.execPath ?? null })
  }
  quit() {
    let isPrevented = false
    this.emit('before-quit', { preventDefault() {} })
    this.emit('will-quit', { preventDefault: () => (isPrevented = true) })
    if (!isPrevented) this.exit(0)
  }
  exit(code = 0) {
    report({ type: 'quit', isEngineGone: running.engines === 0 })
    const closing = context?.then((opened) => opened.browser()?.close())
    void Promise.resolve(closing).finally(() => process.exit(code))
  }
}

export const app = new App()
/** What the test has the system do. */
export type Deed =
  | { do: 'quit' }
  | { do: 'start-again'; commandLine: string[]; directory: string }
  | { do: 'open-file'; path: string }
  | { do: 'open-url'; url: string }
  | { do: 'click-menu'; label: string }
  | { do: 'click-tray'; label: string }
  /** The person closes the window with its button. */
  | { do: 'close-window' }
  /** macOS: the icon in the dock is clicked. */
  | { do: 'activate' }
  | { do: 'ask-permissions'; names: string[] }
  | { do: 'ask-loads'; urls: string[] }
  | { do: 'forge-calls' }

/** Others who do what the test says. */
export const deeds = new EventEmitter()
process.on('message', (deed: Deed) => {
  const event = { preventDefault() {} }
  if (deed.do === 'quit') app.quit()
  else if (deed.do === 'start-again') app.emit('second-instance', event, deed.commandLine, deed.directory)
  else if (deed.do === 'open-file') app.emit('open-file', event, deed.path)
  else if (deed.do === 'open-url') app.emit('open-url', event, deed.url)
  else if (deed.do === 'activate') app.emit('activate')
  else deeds.emit(deed.do, deed)
})
