import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { enginePortMessage, type DebriefBridge } from '../shared/domain/bridge.ts'
import { channels } from './channels.ts'

const bridge: DebriefBridge = {
  requestPort: () => ipcRenderer.send(channels.requestPort),
  pathForFile: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  chooseFiles: () => ipcRenderer.invoke(channels.chooseFiles),
  onFilesOpened(listener) {
    const forward = (_event: unknown, paths: string[]) => listener(paths)
    ipcRenderer.on(channels.filesOpened, forward)
    return () => ipcRenderer.off(channels.filesOpened, forward)
  },
  openWorkspace: (which) => ipcRenderer.invoke(channels.openWorkspace, which),
}

contextBridge.exposeInMainWorld('debriefBridge', bridge)

// A port cannot cross into the page as a return value; a window message can bring it.
ipcRenderer.on(channels.port, (event) => window.postMessage(enginePortMessage, location.origin, event.ports))
