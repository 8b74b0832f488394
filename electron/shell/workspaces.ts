import { app, type BrowserWindow } from 'electron'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '#speech'
import type { WorkspaceWanted } from '../../engine/current-engine.ts'
import { exchangeKinds } from '../../shared/domain/exchange-files.ts'
import { recentEntries, recentFolders, withRecent, type RecentEntry } from '../plain/recent.ts'
import { refusalOfNew, workspaceAt } from '../plain/workspace-at.ts'
import { chooseFolder } from './dialogs.ts'
import { keptFile } from './kept-file.ts'

/** Which workspaces there are to open, and how one chooses. */
export interface Workspaces {
  recent(): RecentEntry[]
  /** The one to begin with: the one opened last, where it is still there. */
  first(): WorkspaceWanted | 'usual'
  opened(folder: string): void
  clear(): void
  /** What a path stands for; throws a sentence where that is no workspace. */
  at(path: string): WorkspaceWanted
  /** Lets a person choose one, or a place for a new one; null where they thought better of it. Throws a sentence where it cannot be. */
  choose(window: BrowserWindow | null): Promise<WorkspaceWanted | null>
  chooseNew(window: BrowserWindow | null): Promise<WorkspaceWanted | null>
}

/** Remembers workspaces in the person's own folder and in the system's list of recent documents. `onChange`: the menu shows them. */
export function workspaces(onChange: () => void): Workspaces {
  const kept = keptFile('recent.json', recentFolders, [])
  const isThere = (folder: string) => workspaceAt(folder) !== null
  const at = (path: string): WorkspaceWanted => {
    const folder = workspaceAt(path)
    if (folder === null)
      throw new Error(t`There is no workspace in ${{ path }}; choose the folder that debrief.sqlite lies in.`)
    return { folder }
  }
  return {
    recent: () => recentEntries(kept.read(), isThere),
    first() {
      const [last] = kept.read()
      // whoever names a workspace in the environment means it
      return last !== undefined && !process.env['DEBRIEF_WORKSPACE'] && isThere(last)
        ? { folder: last }
        : 'usual'
    },
    opened(folder) {
      kept.write(withRecent(kept.read(), folder))
      app.addRecentDocument(join(folder, `workspace.${exchangeKinds.workspace}`))
      onChange()
    },
    clear() {
      kept.write([])
      app.clearRecentDocuments()
      onChange()
    },
    at,
    async choose(window) {
      const folder = await chooseFolder(window, t`Open a workspace`, t`Open`)
      return folder === null ? null : at(folder)
    },
    async chooseNew(window) {
      const folder = await chooseFolder(window, t`An empty folder for the new workspace`, t`Make it here`)
      if (folder === null) return null
      const refusal = refusalOfNew(folder)
      if (refusal !== null) throw new Error(refusal)
      // a system's dialog may name a folder that is not made yet
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      return { folder }
    },
  }
}
