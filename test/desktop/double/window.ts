import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Frame, Page, Route } from 'playwright-core'
import { app, browserContext, deeds } from './app.ts'
import { report } from './report.ts'
import { rendererDouble } from './renderer-double.ts'
import { ipcMain, limits, schemes } from './shell.ts'
import type { MessagePortMain } from './utility-process.ts'

/** Chromium has no `debrief://`: the page lives under a name that never leaves the machine, and the handler sees its own scheme. */
const shownOrigin = 'http://app.localhost'
const toShown = (url: string) => url.replace(/^debrief:\/\/app/, shownOrigin)
const fromShown = (url: string) => url.replace(shownOrigin, 'debrief://app')

interface WindowOptions {
  webPreferences: {
    preload: string
    contextIsolation?: boolean
    sandbox?: boolean
    nodeIntegration?: boolean
  }
}

type FromPage =
  | { type: 'send' | 'invoke'; channel: string; args: unknown[] }
  | { type: 'port'; id: number; data: unknown }

class WebContents extends EventEmitter {
  page: Page | null = null
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  readonly #ports: MessagePortMain[] = []

  setWindowOpenHandler(handler: WebContents['openHandler']) {
    this.openHandler = handler
  }
  send(channel: string, ...args: unknown[]) {
    void this.#toPage({ type: 'message', channel, args: structuredClone(args) })
  }
  postMessage(channel: string, message: unknown, [port]: MessagePortMain[]) {
    if (!port) return this.send(channel, message)
    const id = this.#ports.push(port) - 1
    port.on('message', ({ data }: { data: unknown }) => void this.#toPage({ type: 'port', id, data }))
    port.start()
    return void this.#toPage({ type: 'message', channel, args: [message], portId: id })
  }
  reload() {
    void this.page?.reload()
  }
  async #toPage(message: object) {
    await this.page
      ?.evaluate((sent) => Reflect.get(globalThis, '__doubleReceive')(sent), message)
      .catch(() => {})
  }
  async fromPage(frame: Frame, message: FromPage): Promise<unknown> {
    if (message.type === 'port') return this.#ports[message.id]?.postMessage(message.data)
    const parent = frame.parentFrame() ? {} : null
    const event = { sender: this, senderFrame: { url: fromShown(frame.url()), parent } }
    const args = structuredClone(message.args)
    if (message.type === 'invoke') return ipcMain.handlers.get(message.channel)?.(event, ...args)
    ipcMain.emit(message.channel, event, ...args)
    return undefined
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  readonly #options: WindowOptions
  constructor(options: WindowOptions) {
    super()
    this.#options = options
    app.emit('web-contents-created', {}, this.webContents)
    report({ type: 'window', options: structuredClone(options) })
  }
  isMinimized() {
    return false
  }
  isMaximized() {
    return process.env['DOUBLE_MAXIMISED'] === 'yes'
  }
  getNormalBounds() {
    return { x: 100, y: 50, width: 1200, height: 700 }
  }
  maximize() {
    report({ type: 'maximised' })
  }
  restore() {}
  focus() {
    report({ type: 'focused' })
  }
  #isVisible = false
  isVisible() {
    return this.#isVisible
  }
  show() {
    this.#isVisible = true
    report({ type: 'shown' })
  }
  hide() {
    this.#isVisible = false
    report({ type: 'hidden' })
  }
  /** As the person closes it: the application may keep it. */
  #close() {
    let isPrevented = false
    this.emit('close', { preventDefault: () => (isPrevented = true) })
    if (isPrevented) return
    this.emit('closed')
    app.emit('window-all-closed')
  }

  async loadURL(url: string): Promise<void> {
    const { preload, contextIsolation, sandbox, nodeIntegration } = this.#options.webPreferences
    if (!contextIsolation || !sandbox || nodeIntegration) throw new Error('The page would not be isolated.')
    const context = await browserContext()
    const contents = this.webContents
    await context.exposeBinding('__doubleSend', ({ frame }, message: FromPage) =>
      contents.fromPage(frame, message),
    )
    await context.addInitScript({ content: rendererDouble(readFileSync(preload, 'utf8')) })
    await context.route('**/*', (route) => this.#answer(route))
    const page = await context.newPage()
    contents.page = page
    page.on('load', () => contents.emit('did-finish-load'))
    page.on('popup', (popup) => {
      const { action } = contents.openHandler({ url: popup.url() })
      if (action !== 'deny') return
      report({ type: 'refused-window', url: popup.url() })
      void popup.close()
    })
    page.once('close', () => this.emit('closed'))
    app.once('before-quit', () => this.emit('close', { preventDefault() {} }))
    deeds.on('close-window', () => this.#close())
    await page.goto(toShown(url))
    this.emit('ready-to-show')
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request()
    const url = fromShown(request.url())
    if (request.isNavigationRequest() && this.#isRefused(url)) return route.abort()
    const handler = schemes.get('debrief')
    if (this.#isCancelled(url)) {
      report({ type: 'refused-load', url })
      return route.abort()
    }
    if (!url.startsWith('debrief://') || !handler) return route.abort()
    const response = await handler(new Request(url, { method: request.method() }))
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  }

  /** Asks the application whether its page may load that. */
  #isCancelled(url: string): boolean {
    let isCancelled = false
    limits.load?.({ url }, ({ cancel }) => (isCancelled = cancel ?? false))
    return isCancelled
  }

  /** Asks the application whether its page may go there. */
  #isRefused(url: string): boolean {
    let isPrevented = false
    this.webContents.emit('will-navigate', { url, preventDefault: () => (isPrevented = true) })
    if (isPrevented) report({ type: 'refused-navigation', url })
    return isPrevented
  }
}
