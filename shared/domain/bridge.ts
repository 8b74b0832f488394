/**
 * What the desktop shell gives the page, as `globalThis.debriefBridge`. Absent in a browser: the page then calls the engine over
 * HTTP on its own origin (`doorPaths`). Everything else the page needs goes through the contract.
 */
export interface DebriefBridge {
  /**
   * Asks the shell for a fresh MessagePort to the engine. It arrives as a `message` event on `window` whose `data` is
   * `enginePortMessage` and whose `ports[0]` is the port (a port cannot be returned through an isolated context). Listen first.
   */
  requestPort(): void
  /** Where a dropped or chosen `File` lies on this machine; empty for a file that is not on disk. Takes a DOM `File`. */
  pathForFile(file: object): string
  /** Opens the system's dialog for files to import; the chosen paths, empty when it was dismissed. */
  chooseFiles(): Promise<string[]>
  /** Files asked for from outside the page (menu, dock, "open with"). Returns the function that stops listening. */
  onFilesOpened(listener: (files: OpenedFile[]) => void): () => void
  /** A place in the app asked for by a link or the menu, as `/coaching/week`. Returns the function that stops listening. */
  onPlaceOpened(listener: (place: string) => void): () => void
  /** Closes the workspace and opens the sample or the person's own one; the page is loaded anew. */
  openWorkspace(which: WorkspaceChoice): Promise<void>
  /** Opens the workspace that lies in this folder, or that this file stands for; the page is loaded anew. The shell says what was wrong. */
  openWorkspaceAt(path: string): Promise<void>
  /** Whether Debrief stays in the tray when its window is closed while a folder is watched. */
  trayChoice(): Promise<TrayChoice>
  keepInTray(isOn: boolean): Promise<TrayChoice>
}

export interface TrayChoice {
  /** The system shows icons of programs. */
  isPossible: boolean
  isOn: boolean
}

/** A file opened from the desktop. `text` is there for what another Debrief wrote; everything else is read by the engine, by its path. */
export interface OpenedFile {
  path: string
  text: string | null
}

/** The sample with made-up people, or the workspace of the person at this machine. */
export const workspaceChoices = ['sample', 'own'] as const
export type WorkspaceChoice = (typeof workspaceChoices)[number]

/** The `data` of the window message that brings the page its port. */
export const enginePortMessage = 'debrief:engine-port'

/** The header of a call that names the language it is to be answered in, `en` or `de`; of both doors. */
export const languageHeader = 'debrief-language'

/** Where the loopback door answers on its own origin. The session cookie goes with each request by itself. */
export const doorPaths = {
  /** The contract (oRPC over fetch). */
  calls: '/rpc',
  /** `POST /uploads?name=<file name>` with the file as body answers `{ "uploadId": "..." }` for `imports.*`. */
  uploads: '/uploads',
  /** `GET /media/<recording id>` is the sound of a recording, with ranges, in both doors; `?save` offers it as a file. */
  media: '/media',
  /** `POST /workspace?open=sample|own` answers 204 once the other workspace is open; load the page anew then. */
  workspace: '/workspace',
} as const

declare global {
  var debriefBridge: DebriefBridge | undefined
}
