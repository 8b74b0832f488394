import { stat } from 'node:fs/promises'
import { t } from '#speech'
import { openFileBytes, SealedProblem } from '../../sealed-files/index.ts'
import { AudioProblem } from './types.ts'

/** A file read by position. Reads past the end are shorter; I/O errors are AudioProblems. */
export interface ByteSource {
  readonly size: number
  readAt(position: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** Opens a regular file, plain or sealed. Throws AudioProblem `missing` or `unreadable`. */
export async function openBytes(path: string): Promise<ByteSource> {
  try {
    const status = await stat(path)
    if (status.isDirectory())
      throw new AudioProblem('unreadable', t`That is a folder; a recording must be a file.`)
    if (!status.isFile())
      throw new AudioProblem('unreadable', t`That is no ordinary file and cannot be read.`)
    const bytes = await openFileBytes(path)
    return {
      ...bytes,
      readAt: (position, length) =>
        bytes.readAt(position, length).catch((error: unknown) => {
          throw asAudioProblem(error)
        }),
    }
  } catch (error) {
    throw asAudioProblem(error)
  }
}

/** Any error of the file system as an AudioProblem; an AudioProblem stays itself. */
function asAudioProblem(error: unknown): AudioProblem {
  if (error instanceof AudioProblem) return error
  if (error instanceof SealedProblem) return new AudioProblem('unreadable', error.message, { cause: error })
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE' || code === 'ENAMETOOLONG')
    return new AudioProblem('missing', t`That recording is not there (any more).`, { cause: error })
  if (code === 'EACCES' || code === 'EPERM')
    return new AudioProblem('unreadable', t`You may not read that recording; ask for the permission.`, {
      cause: error,
    })
  return new AudioProblem(
    'unreadable',
    t`That recording could not be read: the disk or the connection to it failed.`,
    { cause: error },
  )
}
