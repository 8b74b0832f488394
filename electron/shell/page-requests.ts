import { dialog, ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron'
import { t } from '#speech'
import { workspaceChoices, type TrayChoice, type WorkspaceChoice } from '../../shared/domain/bridge.ts'
import { channels } from '../channels.ts'
import { mayBeVisited } from '../plain/page-limits.ts'

/** What the page may ask of the shell. Answers only the page itself, never a frame inside it or another address. */
export function answerPage(actions: {
  window(): BrowserWindow | null
  connect(page: Electron.WebContents): void
  openWorkspace(which: WorkspaceChoice): Promise<void>
  openWorkspaceAt(path: string): Promise<void>
  trayChoice(): Promise<TrayChoice>
  keepInTray(isOn: boolean): Promise<TrayChoice>
}): void {
  ipcMain.on(channels.requestPort, (event) => {
    if (isPage(event)) actions.connect(event.sender)
  })
  ipcMain.handle(channels.chooseFiles, (event) => (isPage(event) ? chooseFiles(actions.window()) : []))
  ipcMain.handle(channels.openWorkspace, async (event, wanted: unknown) => {
    const which = workspaceChoices.find((choice) => choice === wanted)
    if (which && isPage(event)) await actions.openWorkspace(which)
  })
  ipcMain.handle(channels.trayChoice, (event) => (isPage(event) ? actions.trayChoice() : undefined))
  ipcMain.handle(channels.keepInTray, (event, isOn: unknown) =>
    isPage(event) && typeof isOn === 'boolean' ? actions.keepInTray(isOn) : undefined,
  )
  ipcMain.handle(channels.openWorkspaceAt, async (event, path: unknown) => {
    if (typeof path === 'string' && isPage(event)) await actions.openWorkspaceAt(path)
  })
}

const TABLES_AND_TEXTS = 'csv tsv txt xlsx xls json jsonl ndjson vtt srt html'.split(' ')
const SOUNDS = 'wav mp3 flac ogg opus m4a mp4 aac wma webm mov amr'.split(' ')
/** Speech models are chosen in the same dialog. */
const MODELS = ['bin']

/** Opens the system's dialog for files to import; the chosen paths. */
export async function chooseFiles(window: BrowserWindow | null): Promise<string[]> {
  const options: Electron.OpenDialogOptions = {
    title: t`Import`,
    properties: ['openFile', 'multiSelections'],
    filters: [
      {
        name: t`Exports, transcripts and recordings`,
        extensions: [...TABLES_AND_TEXTS, ...SOUNDS, ...MODELS],
      },
      { name: t`All files`, extensions: ['*'] },
    ],
  }
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return filePaths
}

function isPage({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame?.parent === null && mayBeVisited(senderFrame.url)
}
