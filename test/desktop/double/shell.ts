import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
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

const defaultSession = {
  setPermissionRequestHandler(_decide: unknown) {},
} satisfies PartOf<Electron.Session>
export const session = { defaultSession } satisfies PartOf<typeof Electron.session>

interface MenuTemplate {
  label?: string
  role?: string
  submenu?: MenuTemplate[]
}
export const Menu = {
  buildFromTemplate: (template: MenuTemplate[]) => template,
  setApplicationMenu(template: MenuTemplate[]) {
    const labels = template.flatMap(({ submenu = [] }) => submenu.map(({ label }) => label ?? ''))
    report({ type: 'menu', labels: labels.filter(Boolean) })
  },
} satisfies PartOf<typeof Electron.Menu>

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
