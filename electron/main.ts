import { join } from 'node:path'
import { app, crashReporter, dialog, type BrowserWindow } from 'electron'
import { reportOwnCrash } from '../engine/crash-reports.ts'
import type { WorkspaceChoice } from '../shared/domain/bridge.ts'
import { channels } from './channels.ts'
import { startEngine, type EngineHost } from './shell/engine-host.ts'
import { setMenu } from './shell/menu.ts'
import { declarePageScheme, servePage } from './shell/page-protocol.ts'
import { answerPage, chooseFiles } from './shell/page-requests.ts'
import { openWindow } from './shell/window.ts'

const built = join(import.meta.dirname, '..')
const preload = join(built, 'preload', 'preload.cjs')
const engineModules = {
  engine: join(built, 'engine', 'engine-process.js'),
  transcriber: join(built, 'engine', 'transcribe.worker.js'),
}

let window: BrowserWindow | null = null
let engine: EngineHost | null = null
const filesToOpen: string[] = []

async function openEngine(which: WorkspaceChoice | 'usual'): Promise<void> {
  engine = startEngine(engineModules, () => void offerRestart(which))
  await engine.open(which)
}

async function offerRestart(which: WorkspaceChoice | 'usual'): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'The part of Debrief that keeps your data has stopped.',
    detail: 'Nothing that was saved is lost. Starting it again continues unfinished work.',
    buttons: ['Start it again', 'Quit'],
  })
  if (response !== 0) return app.quit()
  await openEngine(which).then(() => window?.webContents.reload(), quitWith)
}

async function openWorkspace(which: WorkspaceChoice): Promise<void> {
  await engine?.open(which)
  window?.webContents.reload()
}

function openFiles(paths: string[]): void {
  if (!window) filesToOpen.push(...paths)
  else if (paths.length > 0) window.webContents.send(channels.filesOpened, paths)
}

function quitWith(error: unknown): void {
  dialog.showErrorBox(
    'Debrief cannot open its workspace',
    error instanceof Error ? error.message : String(error),
  )
  app.exit(1)
}

function showWindow(): void {
  window = openWindow(preload)
  window.webContents.once('did-finish-load', () => openFiles(filesToOpen.splice(0)))
  window.on('closed', () => (window = null))
}

const reportRefusal = (error: unknown) =>
  dialog.showErrorBox('Debrief stays where it is', error instanceof Error ? error.message : String(error))

async function start(): Promise<void> {
  servePage(join(built, 'renderer'), async (recordingId) =>
    engine ? engine.playback(recordingId) : { sentence: 'No workspace is open.' },
  )
  answerPage({ window: () => window, connect: (page) => engine?.connect(page), openWorkspace })
  setMenu({
    importFiles: () => void chooseFiles(window).then(openFiles),
    openOwn: () => void openWorkspace('own').catch(reportRefusal),
    openSample: () => void openWorkspace('sample').catch(reportRefusal),
  })
  await openEngine('usual')
  showWindow()
}

// what native code leaves behind stays on this computer
crashReporter.start({ uploadToServer: false })
reportOwnCrash('main', () => engine?.folder() ?? null)
declarePageScheme()
app.enableSandbox()

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFiles([path])
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (!engine) return
    event.preventDefault()
    const closing = engine.close()
    engine = null
    void closing.finally(() => app.quit())
  })
  // No top-level await here: Electron becomes ready only after this module has been evaluated.
  app.whenReady().then(start).catch(quitWith)
} else {
  app.quit()
}
