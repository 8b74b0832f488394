import { open, type FileHandle } from 'node:fs/promises'
import { fileProblem, fromSystemError } from './file-problems.ts'
import { createTextDecoding, type DetectedEncoding } from './text-decoding.ts'
import type { ReadRowsOptions } from './types.ts'

/** What a file was when it was opened, to notice when it is another one later. */
export interface FileState {
  path: string
  sizeBytes: number
  modifiedAtMs: number
}

const bytesPerChunk = 1 << 20

/**
 * The file's text from its start, a megabyte of bytes at a time; the next piece is fetched while the
 * caller works on this one. Throws FileProblem 'missing', 'unreadable' or 'changed', and the signal's
 * reason when aborted.
 */
export async function* readTextChunks(
  file: FileState,
  detected: DetectedEncoding,
  options: ReadRowsOptions = {},
): AsyncGenerator<string, void, void> {
  const decoding = createTextDecoding(detected)
  for await (const bytes of readByteChunks(file, detected.byteOrderMarkLength, options))
    yield decoding.decode(bytes)
  yield decoding.end()
}

/** The file's bytes from `start`, with the same promises as `readTextChunks`; a chunk lives until the next. */
async function* readByteChunks(
  file: FileState,
  start: number,
  options: ReadRowsOptions = {},
): AsyncGenerator<Buffer, void, void> {
  options.signal?.throwIfAborted()
  const handle = await openUnchanged(file)
  let next: Promise<Buffer> | null = null
  try {
    const buffers = [Buffer.allocUnsafe(bytesPerChunk), Buffer.allocUnsafe(bytesPerChunk)] as const
    let position = start
    let turn: 0 | 1 = 0
    next = readAt(handle, buffers[turn], position)
    for (;;) {
      const bytes: Buffer = await next
      next = null
      if (bytes.length === 0) break
      position += bytes.length
      turn = turn === 0 ? 1 : 0
      next = readAt(handle, buffers[turn], position)
      yield bytes
      options.signal?.throwIfAborted()
      options.onProgress?.(Math.min(position / file.sizeBytes, 1))
    }
    if (position !== file.sizeBytes) throw fileProblem('changed', file.path)
  } catch (error) {
    throw fromSystemError(error, file.path)
  } finally {
    // A read under way must end before its handle closes; its failure no longer matters.
    await next?.catch(() => undefined)
    await handle.close()
  }
}

/** Opens the file again; FileProblem 'missing' or 'changed' when it is not the one that was opened before. */
export async function openUnchanged(file: FileState): Promise<FileHandle> {
  let handle: FileHandle
  try {
    handle = await open(file.path, 'r')
  } catch (error) {
    throw fromSystemError(error, file.path)
  }
  const stats = await handle.stat()
  if (stats.size === file.sizeBytes && stats.mtimeMs === file.modifiedAtMs) return handle
  await handle.close()
  throw fileProblem('changed', file.path)
}

async function readAt(handle: FileHandle, buffer: Buffer, position: number): Promise<Buffer> {
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, position)
  return buffer.subarray(0, bytesRead)
}
