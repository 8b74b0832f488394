import { open, type FileHandle } from 'node:fs/promises'
import { AudioProblem } from './types.ts'

/** A file read by position. Reads past the end are shorter; I/O errors are AudioProblems. */
export interface ByteSource {
  readonly size: number
  readAt(position: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

/** Opens a regular file. Throws AudioProblem `missing` or `unreadable`. */
export async function openBytes(path: string): Promise<ByteSource> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const status = await file.stat()
    if (status.isDirectory())
      throw new AudioProblem('unreadable', 'That is a folder; a recording must be a file.')
    if (!status.isFile()) throw new AudioProblem('unreadable', 'That is no ordinary file and cannot be read.')
    return byPosition(file, status.size)
  } catch (error) {
    await file?.close()
    throw asAudioProblem(error)
  }
}

function byPosition(file: FileHandle, size: number): ByteSource {
  return {
    size,
    async readAt(position, length) {
      const wanted = Math.max(0, Math.min(length, size - position))
      const bytes = new Uint8Array(wanted)
      let filled = 0
      try {
        while (filled < wanted) {
          const { bytesRead } = await file.read(bytes, filled, wanted - filled, position + filled)
          if (bytesRead === 0) break
          filled += bytesRead
        }
      } catch (error) {
        throw asAudioProblem(error)
      }
      return bytes.subarray(0, filled)
    },
    close: () => file.close(),
  }
}

/** Any error of the file system as an AudioProblem; an AudioProblem stays itself. */
function asAudioProblem(error: unknown): AudioProblem {
  if (error instanceof AudioProblem) return error
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE' || code === 'ENAMETOOLONG')
    return new AudioProblem('missing', 'That recording is not there (any more).', { cause: error })
  if (code === 'EACCES' || code === 'EPERM')
    return new AudioProblem('unreadable', 'You may not read that recording; ask for the permission.', {
      cause: error,
    })
  return new AudioProblem(
    'unreadable',
    'That recording could not be read: the disk or the connection to it failed.',
    { cause: error },
  )
}
