import { watch, type FSWatcher } from 'node:fs'
import type { FileToImport } from '../shared/contract/imports.ts'
import type { EngineContext } from './context.ts'
import { createFolderLook } from './imports/index.ts'
import { faultOf } from './observing/index.ts'
import { readRecordingPreferences } from './recordings/index.ts'

/** How often the folder is looked at where nothing tells of changes, how often where something does, and while a file is being written. */
const pauses = { untold: 5000, told: 60_000, unsettled: 2000 }

/** Something that looks at a folder until it is closed. */
export interface FolderWatch {
  isPaused(): boolean
  /** Until Debrief is closed, or told to go on; what comes meanwhile is found then. */
  pause(isPaused: boolean): void
  close(): void
}

/**
 * Looks at the folder the workspace watches for as long as Debrief is open and hands over what is new in it. The file system is listened
 * to, but believed only once it has told of a change: recorders write to network drives, which often tell nothing.
 */
export function watchFolder(
  context: EngineContext,
  bringIn: (files: FileToImport[]) => Promise<unknown>,
  { untold, told, unsettled }: typeof pauses = pauses,
): FolderWatch {
  const look = createFolderLook(context)
  let listening: { folder: string; watcher: FSWatcher | null } | null = null
  let hasTold = false
  let isLooking = false
  let isClosed = false
  let isPaused = false
  let timer: NodeJS.Timeout | undefined

  const lookIn = (ms: number) => {
    if (isClosed || isPaused) return
    clearTimeout(timer)
    timer = setTimeout(() => void lookNow(), ms)
    // a process that has nothing else to do may end
    timer.unref()
  }
  const lookNow = async () => {
    isLooking = true
    let next = untold
    try {
      const folder = readRecordingPreferences(context.read).watchedFolder
      listenTo(folder)
      if (folder !== null) {
        const { paths, isResting } = await look([folder])
        if (paths.length > 0 && !isClosed) await bringIn(paths.map((path) => ({ reference: { path } })))
        next = !isResting ? unsettled : hasTold ? told : untold
      }
    } catch (error) {
      if (!isClosed) context.log({ event: 'watch-failed', fault: faultOf(error) })
    }
    isLooking = false
    lookIn(next)
  }
  const listenTo = (folder: string | null) => {
    if (listening?.folder === folder || (listening === null && folder === null)) return
    listening?.watcher?.close()
    hasTold = false
    listening = folder === null ? null : { folder, watcher: openWatcher(folder) }
  }
  const openWatcher = (folder: string): FSWatcher | null => {
    try {
      const watcher = watch(folder, { recursive: true, persistent: false }, () => {
        hasTold = true
        if (!isLooking) lookIn(Math.min(unsettled, untold))
      })
      // a folder that goes, or a system that can listen to no more, is looked at all the same
      watcher.on('error', () => {
        watcher.close()
        hasTold = false
        if (listening?.folder === folder) listening = { folder, watcher: null }
      })
      return watcher
    } catch {
      return null
    }
  }
  lookIn(untold)
  return {
    isPaused: () => isPaused,
    pause(wanted) {
      isPaused = wanted
      if (isPaused) clearTimeout(timer)
      else if (!isLooking) lookIn(0)
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      listening?.watcher?.close()
    },
  }
}
