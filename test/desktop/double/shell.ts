import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { deeds } from './app.ts'
import { report } from './report.ts'

/** Only what Electron itself has: a name that it no longer has does not pass the type check. */
type PartOf<Api> = Partial<Record<keyof Api, unknown>>

type Handler = (event: unknown, ...args: unknown[]) => unknown

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>()
  handle(channel: string, handler: Handler) {
    this.handlers.set(channel, handler)
  }
}
export const ipcMain = new IpcMain()

type ProtocolHandler = (request: Request) => Response | Promise<Response>
export const schemes = new Map<string, ProtocolHandler>()
const declared = new Set<string>()

export const protocol = {
  registerSchemesAsPrivileged(list: { scheme: string }[]) {
    for (const { scheme } of list) declared.add(scheme)
  },
  handle(scheme: string, handler: ProtocolHandler) {
    if (!declared.has(scheme))
      throw new Error(`${scheme} was not registered as privileged before the app was ready`)
    schemes.set(scheme, handler)
  },
} satisfies PartOf<Electron.Protocol>

type Decide<Answer> = (answer: Answer) => void
type RequestHandler = (details: { url: string }, decide: Decide<{ cancel?: boolean }>) => void

/** What the app set on its session; the double asks it as Chromium would. */
export const limits: {
  request: ((page: unknown, permission: string, decide: Decide<boolean>) => void) | null
  check: ((page: unknown, permission: string) => boolean) | null
  device: (() => boolean) | null
  load: RequestHandler | null
} = { request: null, check: null, device: null, load: null }

const defaultSession = {
  setPermissionRequestHandler: (handler: typeof limits.request) => (limits.request = handler),
  setPermissionCheckHandler: (handler: typeof limits.check) => (limits.check = handler),
  setDevicePermissionHandler: (handler: typeof limits.device) => (limits.device = handler),
  webRequest: {
    onBeforeRequest: (handler: RequestHandler) => (limits.load = handler),
  } satisfies PartOf<Electron.WebRequest>,
  async resolveProxy() {
    return process.env['DOUBLE_PROXY'] ?? 'DIRECT'
  },
} satisfies PartOf<Electron.Session>
export const session = { defaultSession } satisfies PartOf<typeof Electron.session>

interface MenuTemplate {
  label?: string
  role?: string
  enabled?: boolean
  submenu?: MenuTemplate[]
  click?(): void
}
let menu: MenuTemplate[] = []
const itemsOf = (template: MenuTemplate[]): MenuTemplate[] =>
  template.flatMap((item) => [item, ...itemsOf(item.submenu ?? [])])

export const Menu = {
  buildFromTemplate: (template: MenuTemplate[]) => template,
  setApplicationMenu(template: MenuTemplate[]) {
    menu = template
    const items = itemsOf(template).filter(({ label, submenu }) => label && !submenu)
    report({ type: 'menu', labels: items.map(({ label }) => label!) })
  },
} satisfies PartOf<typeof Electron.Menu>

/** Clicks the item of the menu with this label. */
function clickMenu(label: string): void {
  itemsOf(menu)
    .find((item) => item.label === label)
    ?.click?.()
}

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
export const screen = {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
} satisfies PartOf<Electron.Screen>

export const dialog = {
  async showOpenDialog() {
    return {
      canceled: false,
      filePaths: (process.env['DOUBLE_CHOSEN_FILES'] ?? '').split('|').filter(Boolean),
    }
  },
  async showMessageBox({ message }: { message: string }) {
    report({ type: 'dialog', kind: 'message', text: message })
    return { response: 1 }
  },
  showErrorBox(title: string, content: string) {
    report({ type: 'dialog', kind: 'error', text: `${title}: ${content}` })
  },
} satisfies PartOf<Electron.Dialog>

const hidden = (bytes: Uint8Array) => Buffer.from(bytes.map((byte) => byte ^ 0x5a))

/** Hides instead of encrypting: enough to tell that nothing is written as it was given. */
export const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text: string) => hidden(Buffer.from(text, 'utf8')),
  decryptString: (bytes: Uint8Array) => hidden(bytes).toString('utf8'),
} satisfies PartOf<Electron.SafeStorage>

deeds.on('click-menu', ({ label }: { label: string }) => clickMenu(label))
deeds.on('ask-permissions', ({ names }: { names: string[] }) => {
  const asked: Record<string, boolean> = {}
  for (const name of names) limits.request?.(null, name, (isGranted) => (asked[name] = isGranted))
  const checked = Object.fromEntries(names.map((name) => [name, limits.check?.(null, name) ?? true]))
  report({ type: 'permissions', asked, checked, device: limits.device?.() ?? true })
})
deeds.on('ask-loads', ({ urls }: { urls: string[] }) => {
  const loads: Record<string, boolean> = {}
  for (const url of urls) limits.load?.({ url }, ({ cancel }) => (loads[url] = !cancel))
  report({ type: 'loads', loads })
})
/** Calls everything main listens to as another site would, and as a frame inside the page. */
deeds.on('forge-calls', () => void forgeCalls())

async function forgeCalls(): Promise<void> {
  let reached = false
  const sender = { postMessage: () => (reached = true) }
  const channels = [...ipcMain.eventNames().map(String), ...ipcMain.handlers.keys()]
  for (const senderFrame of [
    { url: 'https://evil.example/', parent: null },
    { url: 'debrief://app/', parent: {} },
    null,
  ]) {
    const event = { sender, senderFrame }
    for (const channel of ipcMain.eventNames()) ipcMain.emit(channel, event)
    for (const handler of ipcMain.handlers.values()) {
      const answer = await handler(event, 'sample')
      if (Array.isArray(answer) ? answer.length > 0 : answer !== undefined) reached = true
    }
  }
  report({ type: 'forged', reached, asked: channels.length })
}
