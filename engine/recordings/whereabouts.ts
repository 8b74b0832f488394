import { statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { sha256OfFile } from '../file-hash.ts'
import { sizeOfContent } from '../sealed-files/index.ts'
import { mediaPath } from './media/media-folder.ts'
import type { StoredRecording } from './recordings.store.ts'

/** Where the file of a recording lies, whether or not it is still there. */
export function fileOfRecording(
  workspaceDir: string,
  { path, mediaName }: Pick<StoredRecording, 'path' | 'mediaName'>,
): string {
  return mediaName !== null ? mediaPath(workspaceDir, mediaName) : path!
}

/** Whether the file of a recording has gone, or another of another length lies in its place. */
export function isMissing(
  workspaceDir: string,
  recording: Pick<StoredRecording, 'path' | 'mediaName' | 'bytes'>,
): boolean {
  try {
    const file = fileOfRecording(workspaceDir, recording)
    const found = statSync(file, { throwIfNoEntry: false })
    return !found?.isFile() || (found.size !== recording.bytes && contentSize(file) !== recording.bytes)
  } catch {
    // a drive that does not answer, a folder that may not be entered: for now it is not there
    return true
  }
}

/** How long the content of a file is that is longer itself, being sealed; -1 where it cannot be read. */
function contentSize(file: string): number {
  try {
    return sizeOfContent(file)
  } catch {
    return -1
  }
}

/** Hashes of files as they were last looked at, by path, size and time: a call is played many times and changes never. */
const seen = new Map<string, string>()
const MOST_SEEN = 5000

/**
 * Whether the file of a recording still holds its sound: recorders write over old files, and one person's words must never stand under
 * another's name.
 */
export async function isSameSound(
  workspaceDir: string,
  recording: Pick<StoredRecording, 'path' | 'mediaName' | 'bytes' | 'sha256'>,
): Promise<boolean> {
  const file = fileOfRecording(workspaceDir, recording)
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) return false
  if (found.size !== recording.bytes && contentSize(file) !== recording.bytes) return false
  const look = `${file} ${found.size} ${found.mtimeMs}`
  const known = seen.get(look) ?? (await sha256OfFile(file).catch(() => null))
  if (known === null) return false
  if (seen.size >= MOST_SEEN) seen.clear()
  seen.set(look, known)
  return known === recording.sha256
}
