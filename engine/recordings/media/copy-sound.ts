import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { copyFileAs, type SealingKey } from '../../sealed-files/index.ts'
import type { StoredRecording } from '../recordings.store.ts'
import { fileOfRecording, isMissing } from '../whereabouts.ts'
import { mediaPath } from './media-folder.ts'

/**
 * Copies the sound of a recording into the media folder of another workspace, sealed with its key, plain where it has none; gives its name there, or
 * null where the file is not there any more.
 */
export async function copySound(
  workspaceDir: string,
  recording: Pick<StoredRecording, 'path' | 'mediaName' | 'bytes'> & { sha256: string },
  to: { workspaceDir: string; key: SealingKey | null },
): Promise<string | null> {
  if (isMissing(workspaceDir, recording)) return null
  const from = fileOfRecording(workspaceDir, recording)
  const ending = /\.([a-z0-9]{1,5})$/i.exec(from)?.[1]?.toLowerCase() ?? 'audio'
  const name = recording.mediaName ?? `${recording.sha256}.${ending}`
  const target = mediaPath(to.workspaceDir, name)
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  await copyFileAs(from, target, to.key)
  return name
}
