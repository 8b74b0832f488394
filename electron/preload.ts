import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { enginePortMessage, type DebriefBridge, type OpenedFile } from '../shared/domain/bridge.ts'
import { channels } from './channels.ts'

/** What main says before the page listens waits for it. */
function queueOf<Message>(channel: string): (listener: (message: Message) => void) => () => void {
  const waiting: Message[] = []
  let current: ((message: Message) => void) | null = null
  ipcRenderer.on(channel, (_event, message: Message) => {
    if (current) current(message)
    else waiting.push(message)
  })
  return (listener) => {
    current = listener
    for (const message of waiting.splice(0)) listener(message)
    return () => {
      if (current === listener) current = null
    }
  }
}

const bridge: DebriefBridge = {
  requestPort: () => ipcRenderer.send(channels.requestPort),
  pathForFile: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  chooseFiles: () => ipcRenderer.invoke(channels.chooseFiles),
  onFilesOpened: queueOf<OpenedFile[]>(channels.filesOpened),
  onPlaceOpened: queueOf<string>(channels.placeOpened),
  openWorkspace: (which) => ipcRenderer.invoke(channels.openWorkspace, which),
  trayChoice: () => ipcRenderer.invoke(channels.trayChoice),
  keepInTray: (isOn) => ipcRenderer.invoke(channels.keepInTray, isOn),
  openWorkspaceAt: (path) => ipcRenderer.invoke(channels.openWorkspaceAt, path),
}

contextBridge.exposeInMainWorld('debriefBridge', bridge)

// A port cannot cross into the page as a return value; a window message can bring it.
ipcRenderer.on(channels.port, (event) => window.postMessage(enginePortMessage, location.origin, event.ports))
