import { createHmac } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { writing, type EngineContext } from '../context.ts'
import { sha256OfFile } from '../file-hash.ts'
import {
  findRecordingByHash,
  isMissing,
  isNamedAsAudio,
  nameOfConversation,
  readRecording,
} from '../recordings/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { collectFiles } from './collect-files.ts'
import { customerKey } from './customer-key.ts'
import { readWatchedFile, wasImported, writeWatchedFile, type WatchedFile } from './watched-files.store.ts'

/** What a look found: the files to bring in, and whether all else rests. */
export interface FoundInFolder {
  paths: string[]
  isResting: boolean
}

export type FolderLook = (paths: readonly string[]) => Promise<FoundInFolder>

/**
 * Looks at files and folders again and again, and gives what is new or changed since: by size and time, then by content, as the workspace
 * remembers it. A file rests when two looks find it alike, and files of one name (a recording, its sidecar, its words) wait for each other.
 * What is given counts as seen from the next look on; whoever ends before finds it again. A sidecar that comes late is given with its
 * recording.
 */
export function createFolderLook(context: EngineContext): FolderLook {
  let key: Buffer | undefined
  /** What each file looked like last, by its path. */
  let before = new Map<string, string>()
  const seen = new Map<string, string>()
  let given: (WatchedFile & { path: string })[] = []
  return async (paths) => {
    key ??= await writing(context, customerKey)
    const hashOf = (file: string) =>
      createHmac('sha256', key!).update(path.resolve(file)).digest('hex').slice(0, 32)
    if (given.length > 0)
      await writing(context, (database) => {
        for (const one of given) writeWatchedFile(database, one)
      })
    for (const one of given) seen.set(one.path, one.look)
    given = []
    const now = await looksOf(paths)
    const isAsBefore = (file: string) => before.get(file) === now.get(file)
    const found: string[] = []
    let isResting = true
    for (const members of Map.groupBy(now.keys(), conversationOf).values()) {
      const unseen = members.filter((file) => seen.get(file) !== now.get(file))
      if (unseen.length === 0) continue
      if (!members.every(isAsBefore)) {
        isResting = false
        continue
      }
      const fresh: string[] = []
      for (const file of unseen) {
        const hashed = hashOf(file)
        const look = now.get(file)!
        const known = readWatchedFile(context.read, hashed)
        if (known?.look === look) {
          seen.set(file, look)
          continue
        }
        const sha256 = await sha256OfFile(file).catch(() => null)
        // it was written to meanwhile, or may not be read: another look tells
        if (sha256 === null || (await lookOf(file)) !== look) continue
        given.push({ path: file, file: hashed, look, sha256 })
        if (known?.sha256 !== sha256 && !isKnown(context, context.read, sha256)) fresh.push(file)
      }
      const isLateSidecar = fresh.length > 0 && !fresh.some(isNamedAsAudio)
      found.push(...fresh, ...(isLateSidecar ? members.filter(isNamedAsAudio) : []))
    }
    before = now
    return { paths: found, isResting }
  }
}

/** Whether a file's content was brought in before and is still there, or was taken back. */
function isKnown({ workspaceDir }: EngineContext, database: ReadableDatabase, sha256: string): boolean {
  if (!wasImported(database, sha256)) return false
  const recording = findRecordingByHash(database, sha256)
  // a recording that had gone is found again where it lies now
  return recording === undefined || !isMissing(workspaceDir, readRecording(database, recording.id)!)
}

/** Files of one folder and name belong together. */
function conversationOf(file: string): string {
  return path.join(path.dirname(file), nameOfConversation(path.basename(file)))
}

async function looksOf(paths: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const file of await collectFiles(paths)) {
    const look = await lookOf(file)
    if (look !== null) found.set(file, look)
  }
  return found
}

/** A file's size and time as one text; null where there is none, or nothing is in it yet. */
async function lookOf(file: string): Promise<string | null> {
  const entry = await stat(file).catch(() => null)
  return entry?.isFile() && entry.size > 0 ? `${entry.size} ${entry.mtimeMs}` : null
}
