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
  isReady = false
  enableSandbox() {
    if (this.isReady) throw new Error('enableSandbox must be called before the app is ready')
    this.isSandboxed = true
  }
  getPath() {
    return join(process.env['XDG_DATA_HOME'] ?? '', 'shell')
  }
  requestSingleInstanceLock() {
    return true
  }
  async whenReady() {
    await browserContext()
    this.isReady = true
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
// The test asks the app to quit as a person would, from the menu or by closing the window.
process.on('message', (message) => {
  if (message === 'quit') app.quit()
})
