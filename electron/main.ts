import { join } from 'node:path'
import { app, crashReporter, dialog, session, type BrowserWindow } from 'electron'
import { t } from '#speech'
import { listed } from '../shared/speech/lists.ts'
import { reportOwnCrash } from '../engine/crash-reports.ts'
import type { WorkspaceWanted } from '../engine/current-engine.ts'
import { readMachinePolicy, type MachinePolicy } from '../engine/machine-policy.ts'
import { proxyOfAnswer } from '../engine/network.ts'
import { speakUsually } from '../engine/speaking-in.ts'
import type { CheckedUpdate } from '../engine/updating.ts'
import { channels } from './channels.ts'
import type { Asked } from './plain/arguments.ts'
import { refusedSwitches } from './plain/arguments.ts'
import { placeOfLink } from './plain/deep-link.ts'
import { SCHEME } from './plain/page-limits.ts'
import { workspaceAt } from './plain/workspace-at.ts'
import { sayRefusal, sentenceOf } from './shell/dialogs.ts'
import { startEngine, type EngineHost } from './shell/engine-host.ts'
import { guardEveryPage, guardSession } from './shell/guard.ts'
import { setMenu } from './shell/menu.ts'
import { installUpdate } from './shell/updates/install-update.ts'
import { installation } from './shell/updates/installation.ts'
import { beTheOnlyOne } from './shell/one-instance.ts'
import { openedFiles } from './shell/opened-files.ts'
import { declarePageScheme, servePage } from './shell/page-protocol.ts'
import { answerPage, chooseFiles } from './shell/page-requests.ts'
import { trayKeeper } from './shell/tray.ts'
import { openWindow } from './shell/window.ts'
import { workspaces } from './shell/workspaces.ts'

const built = join(import.meta.dirname, '..')
const preload = join(built, 'preload', 'preload.cjs')
const engineModules = {
  engine: join(built, 'engine', 'engine-process.js'),
  transcriber: join(built, 'engine', 'transcribe.worker.js'),
}

/** A menu and a dialog speak as the system does: they have no page that could choose. */
const languages = app.getPreferredSystemLanguages()
speakUsually(languages)

let window: BrowserWindow | null = null
let engine: EngineHost | null = null
let policy: MachinePolicy = {}
/** What was asked for before the page could take it. */
let waiting: { files: string[]; places: string[] } = { files: [], places: [] }
let isPageReady = false

const tray = trayKeeper(join(built, '..', 'resources', 'icons'), {
  open: () => showAgain(),
  pause: (isPaused) => engine?.pauseWatching(isPaused),
  quit: () => app.quit(),
  follow: (isWanted) => engine?.followWork(isWanted),
  isHidden: () => window !== null && !window.isVisible(),
})
/** Once somebody quits, closing the window no longer leaves Debrief in the tray. */
let isQuitting = false

const places = workspaces(() => showMenu())

/** The workspace that is open, for starting its engine again. */
let current: WorkspaceWanted | 'usual' = 'usual'

async function openEngine(which: WorkspaceWanted | 'usual'): Promise<void> {
  const answer = await session.defaultSession.resolveProxy('https://debrief.invalid/')
  const installedAs = installation(join(built, '..', 'resources'))
  engine = startEngine(
    engineModules,
    { policy, proxy: proxyOfAnswer(answer), installedAs, languages },
    {
      onCrash: () => void offerRestart(),
      onInstall: (update) => quitAndInstall(update),
      onWork: (work) => tray.take(work),
      onRefusal: (sentence) => sayRefusal(new Error(sentence)),
    },
  )
  tray.engineStarted()
  note(await engine.open(which))
}

/** The workspace asked for; where the one opened last cannot be, the usual one. */
async function openFirst(asked: WorkspaceWanted | null): Promise<void> {
  const first = asked ?? places.first()
  try {
    await openEngine(first)
  } catch (error) {
    if (first === 'usual' || !engine) throw error
    note(await engine.open('usual'))
    sayRefusal(error)
  }
}

function note({ folder, isSample }: { folder: string; isSample: boolean }): void {
  current = isSample ? 'sample' : { folder }
  if (!isSample) places.opened(folder)
}

async function offerRestart(): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: t`The part of Debrief that keeps your data has stopped.`,
    detail: t`Nothing that was saved is lost. Starting it again continues unfinished work.`,
    buttons: [t`Start it again`, t`Quit`],
  })
  if (response !== 0) return app.quit()
  await openEngine(current).then(() => window?.webContents.reload(), quitWith)
}

async function openWorkspace(which: WorkspaceWanted | null): Promise<void> {
  if (which === null || !engine) return
  note(await engine.open(which))
  isPageReady = false
  window?.webContents.reload()
}

/** The person asked for it in the shell, which says why it was not done. */
const attempt = (task: () => Promise<unknown>) => void task().catch(sayRefusal)

/** Opens what a start, the desktop or a link asked for, now or as soon as the page is there. */
function open({ files, links }: Asked): void {
  const workspace = files.find((path) => workspaceAt(path) !== null)
  waiting.files.push(...files.filter((path) => workspaceAt(path) === null))
  waiting.places.push(...links.flatMap((link) => placeOfLink(link) ?? []))
  if (workspace !== undefined && engine) attempt(() => openWorkspace(places.at(workspace)))
  else if (workspace !== undefined) askedFirst = places.at(workspace)
  showAgain()
  void handOver()
}

/** Brings the window to the front, also out of the tray. */
function showAgain(): void {
  if (!window) return
  if (!window.isVisible()) window.show()
  if (window.isMinimized()) window.restore()
  window.focus()
}
let askedFirst: WorkspaceWanted | null = null

async function handOver(): Promise<void> {
  if (!window || !isPageReady) return
  const { files, places: asked } = waiting
  waiting = { files: [], places: [] }
  const place = asked.at(-1)
  if (place !== undefined) window.webContents.send(channels.placeOpened, place)
  if (files.length > 0) window.webContents.send(channels.filesOpened, await openedFiles(files))
}

/** What is installed once the workspace is closed. */
let update: CheckedUpdate | null = null

function quitAndInstall(wanted: CheckedUpdate): void {
  update = wanted
  app.quit()
}

/** Closes the workspace, then installs what is to be installed. Where that fails, Debrief comes back as it was and says why. */
async function putAway(closing: Promise<void>): Promise<void> {
  await closing
  if (!update) return
  const wanted = update
  update = null
  try {
    await installUpdate(wanted)
  } catch (error) {
    dialog.showErrorBox(t`Debrief ${{ version: wanted.version }} was not installed`, sentenceOf(error))
    app.relaunch()
  }
}

function quitWith(error: unknown): void {
  dialog.showErrorBox(t`Debrief cannot open its workspace`, sentenceOf(error))
  app.exit(1)
}

function showWindow(): void {
  window = openWindow(preload)
  window.webContents.on('did-finish-load', () => {
    isPageReady = true
    void handOver()
  })
  window.on('close', (event) => {
    if (isQuitting || !tray.keeps()) return
    event.preventDefault()
    window?.hide()
  })
  window.on('closed', () => (window = null))
}

function showMenu(): void {
  setMenu(
    { recent: places.recent(), hasUpdates: policy.updates !== 'off' && policy.network !== 'off' },
    {
      importFiles: () => void chooseFiles(window).then((files) => open({ files, links: [] })),
      newWorkspace: () => attempt(async () => openWorkspace(await places.chooseNew(window))),
      chooseWorkspace: () => attempt(async () => openWorkspace(await places.choose(window))),
      openOwn: () => attempt(() => openWorkspace('own')),
      openSample: () => attempt(() => openWorkspace('sample')),
      openRecent: (folder) => attempt(async () => openWorkspace(places.at(folder))),
      clearRecent: () => places.clear(),
      show: (place) => window?.webContents.send(channels.placeOpened, place),
      checkForUpdates: () => window?.webContents.send(channels.placeOpened, '/settings?tab=updates'),
    },
  )
}

async function start(): Promise<void> {
  policy = readMachinePolicy()
  guardSession()
  servePage(join(built, 'renderer'), async (recordingId) =>
    engine ? engine.playback(recordingId) : { sentence: t`No workspace is open.` },
  )
  answerPage({
    window: () => window,
    connect: (page) => engine?.connect(page),
    openWorkspace,
    openWorkspaceAt: async (path) => openWorkspace(places.at(path)),
    trayChoice: () => tray.choice(),
    keepInTray: (isOn) => tray.choose(isOn),
  })
  showMenu()
  await openFirst(askedFirst)
  showWindow()
}

// what native code leaves behind stays on this computer
crashReporter.start({ uploadToServer: false })
reportOwnCrash('main', () => engine?.folder() ?? null)
declarePageScheme()
app.enableSandbox()
guardEveryPage()

const refused = app.isPackaged ? refusedSwitches((name) => app.commandLine.hasSwitch(name)) : []
if (refused.length > 0) {
  dialog.showErrorBox(
    t`Debrief does not start`,
    t`Start it without ${{ switches: listed(refused.map((name) => `--${name}`)) }}.`,
  )
  app.exit(1)
} else if (beTheOnlyOne(open)) {
  app.setAppUserModelId('org.debrief.desktop')
  // the installer of Windows leaves this to the app; elsewhere the package has said it already
  if (app.isPackaged) app.setAsDefaultProtocolClient(SCHEME)
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', () => (isQuitting = true))
  // macOS: a click on the icon in the dock
  app.on('activate', showAgain)
  app.on('will-quit', (event) => {
    if (!engine) return
    event.preventDefault()
    const closing = engine.close()
    engine = null
    void putAway(closing).finally(() => app.quit())
  })
  // No top-level await here: Electron becomes ready only after this module has been evaluated.
  app.whenReady().then(start).catch(quitWith)
} else {
  app.quit()
}
