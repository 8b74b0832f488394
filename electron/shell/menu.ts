import { Menu, type MenuItemConstructorOptions } from 'electron'

/** The application's menu; `actions` are what its own items do. */
export function setMenu(actions: { importFiles(): void; openSample(): void; openOwn(): void }): void {
  const isMac = process.platform === 'darwin'
  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      { label: '&Import…', accelerator: 'CmdOrCtrl+I', click: () => actions.importFiles() },
      { type: 'separator' },
      { label: 'Open &my workspace', click: () => actions.openOwn() },
      { label: 'Open the &sample workspace', click: () => actions.openSample() },
      { type: 'separator' },
      isMac ? { role: 'close' } : { role: 'quit' },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      { role: 'toggleDevTools' },
    ],
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [{ role: 'appMenu' as const }] : []),
      file,
      { role: 'editMenu' },
      view,
      { role: 'windowMenu' },
    ]),
  )
}
