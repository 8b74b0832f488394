import { BrowserWindow, session } from 'electron'
import { pageOrigin } from './page-protocol.ts'

/** Opens the window on the page. The page has no Node, no way to another site and no second window. */
export function openWindow(preload: string): BrowserWindow {
  session.defaultSession.setPermissionRequestHandler((_page, permission, decide) =>
    decide(permission === 'clipboard-sanitized-write'),
  )
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Debrief',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: true,
    },
  })
  const page = window.webContents
  page.setWindowOpenHandler(() => ({ action: 'deny' }))
  page.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${pageOrigin}/`)) event.preventDefault()
  })
  page.on('will-attach-webview', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${pageOrigin}/`)
  return window
}
