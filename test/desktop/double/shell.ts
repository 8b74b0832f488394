import { EventEmitter } from 'node:events'
import { report } from './report.ts'

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
}

export const session = { defaultSession: { setPermissionRequestHandler(_decide: unknown) {} } }

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
}

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
}
