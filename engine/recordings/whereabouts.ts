import { existsSync } from 'node:fs'
import { mediaPath } from './media/media-folder.ts'
import type { StoredRecording } from './recordings.store.ts'

/** Where the file of a recording lies, whether or not it is still there. */
export function fileOfRecording(
  workspaceDir: string,
  { path, mediaName }: Pick<StoredRecording, 'path' | 'mediaName'>,
): string {
  return mediaName !== null ? mediaPath(workspaceDir, mediaName) : path!
}

/** Whether the file of a recording has gone. */
export function isMissing(
  workspaceDir: string,
  recording: Pick<StoredRecording, 'path' | 'mediaName'>,
): boolean {
  return !existsSync(fileOfRecording(workspaceDir, recording))
}
