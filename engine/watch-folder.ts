import { stat } from 'node:fs/promises'
import type { FileToImport } from '../shared/contract/imports.ts'
import type { EngineContext } from './context.ts'
import { collectFiles } from './imports/index.ts'
import { readRecordingPreferences } from './recordings/index.ts'

const LOOK_EVERY_MS = 5000

/** Something that looks at a folder until it is closed. */
export interface FolderWatch {
  close(): void
}

/**
 * Looks every few seconds at the folder the workspace watches and hands over what is new in it, once a file has the same size and time
 * on two looks: a recorder that is still writing is left alone. It looks instead of listening to the file system, because recorders
 * write to network drives, which tell nothing. Files that were brought in before are harmless: they are known by their content.
 */
export function watchFolder(
  context: EngineContext,
  bringIn: (files: FileToImport[]) => Promise<unknown>,
  everyMs = LOOK_EVERY_MS,
): FolderWatch {
  /** What each file looked like last, by its path. */
  let before = new Map<string, string>()
  const taken = new Map<string, string>()
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  const look = async () => {
    const folder = readRecordingPreferences(context.read).watchedFolder
    const now = folder === null ? new Map<string, string>() : await looks(folder)
    const ready = [...now].filter(([path, look]) => before.get(path) === look && taken.get(path) !== look)
    before = now
    for (const [path, look] of ready) taken.set(path, look)
    if (ready.length > 0 && !isClosed) await bringIn(ready.map(([path]) => ({ reference: { path } })))
  }
  const lookAgain = () => {
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => context.log({ level: 'error', error: String(error) }))
        .finally(() => {
          if (!isClosed) lookAgain()
        })
    }, everyMs)
    // a process that has nothing else to do may end
    timer.unref()
  }
  lookAgain()
  return {
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

async function looks(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const path of await collectFiles([folder])) {
    const entry = await stat(path).catch(() => null)
    if (entry?.isFile() && entry.size > 0) found.set(path, `${entry.size} ${entry.mtimeMs}`)
  }
  return found
}
