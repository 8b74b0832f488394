import { BrowserWindow, screen } from 'electron'
import { pageOrigin } from '../plain/page-limits.ts'
import { emptyMemory, leastSize, placeWindow, rememberWindow, windowMemory } from '../plain/window-place.ts'
import { keptFile } from './kept-file.ts'

/** Opens the window on the page, where it stood the last time. The page has no Node, no way to another site and no second window. */
export function openWindow(preload: string): BrowserWindow {
  const kept = keptFile('window.json', windowMemory, emptyMemory)
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  const { isMaximised, ...place } = placeWindow(kept.read(), [main, ...others])
  const window = new BrowserWindow({
    ...place,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Debrief',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  })
  if (isMaximised) window.maximize()
  window.on('close', () => {
    const bounds = window.getNormalBounds()
    const display = screen.getDisplayMatching(bounds)
    kept.write(rememberWindow(kept.read(), display.id, { ...bounds, isMaximised: window.isMaximized() }))
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${pageOrigin}/`)
  return window
}
