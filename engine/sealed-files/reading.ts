import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { SealedProblem } from './sealed-problem.ts'
import {
  CHUNK_BYTES,
  chunkCount,
  chunkPlace,
  HEAD_BYTES,
  openChunk,
  plainBytes,
  readHead,
  TAG_BYTES,
  type SealedHead,
} from './format.ts'
import { keyOfSealed } from './known-keys.ts'

/** A file, plain or sealed, read by position as what it holds. */
export interface FileBytes {
  readonly size: number
  /** Reads past the end are shorter. Rejects with the file system's error, or a SealedProblem. */
  readAt(position: number, length: number): Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * Opens a file for reading. That a sealed one is whole is checked at once, by its last chunk. Rejects with the file system's error, or a
 * SealedProblem where its key is not known or it was changed.
 */
export async function openFileBytes(file: string): Promise<FileBytes> {
  const handle = await open(file, 'r')
  try {
    const status = await handle.stat()
    const head = status.isFile() ? readHead(await bytesAt(handle, 0, HEAD_BYTES)) : null
    if (!head)
      return {
        size: status.size,
        readAt: (position, length) =>
          bytesAt(handle, position, Math.max(0, Math.min(length, status.size - position))),
        close: () => handle.close(),
      }
    return await openSealed(handle, head, file, status.size)
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function openSealed(
  handle: FileHandle,
  head: SealedHead,
  file: string,
  sealedBytes: number,
): Promise<FileBytes> {
  const size = plainBytes(sealedBytes)
  if (size === null) throw new SealedProblem('changed')
  const key = keyOfSealed(file, head)
  if (!key) throw new SealedProblem('locked')
  const last = chunkCount(size) - 1
  let kept: { index: number; bytes: Buffer } | null = null
  const chunk = async (index: number): Promise<Buffer> => {
    if (kept?.index === index) return kept.bytes
    const sealed = await bytesAt(handle, chunkPlace(index), CHUNK_BYTES + TAG_BYTES)
    const bytes = openChunk(key, head, { index, isLast: index === last }, sealed)
    if (!bytes) throw new SealedProblem('changed')
    kept = { index, bytes }
    return bytes
  }
  await chunk(last)
  return {
    size,
    async readAt(position, length) {
      const end = Math.min(size, position + length)
      const parts: Buffer[] = []
      for (let at = position; at < end;) {
        const index = Math.floor(at / CHUNK_BYTES)
        const from = at - index * CHUNK_BYTES
        const part = (await chunk(index)).subarray(from, from + end - at)
        parts.push(part)
        at += part.length
      }
      return parts.length === 1 ? new Uint8Array(parts[0]!) : new Uint8Array(Buffer.concat(parts))
    },
    close: () => handle.close(),
  }
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

/** What a file holds, plain or sealed, from byte `start` to byte `end`, both included; whole where they are not given. */
export function readFileBytes(file: string, range: { start?: number; end?: number } = {}): Readable {
  return Readable.from(pieces(file, range), { objectMode: false })
}

async function* pieces(
  file: string,
  { start = 0, end = Number.POSITIVE_INFINITY }: { start?: number; end?: number },
): AsyncGenerator<Buffer, void, void> {
  const bytes = await openFileBytes(file)
  try {
    const stop = Math.min(bytes.size, end + 1)
    for (let at = start; at < stop;) {
      // pieces that end where chunks do, so that none is opened twice
      const wanted = Math.min(stop - at, CHUNK_BYTES * 4 - (at % CHUNK_BYTES))
      const piece = await bytes.readAt(at, wanted)
      if (piece.length === 0) return
      at += piece.length
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    }
  } finally {
    await bytes.close()
  }
}

function headOf(file: string): SealedHead | null {
  const head = Buffer.alloc(HEAD_BYTES)
  const handle = openSync(file, 'r')
  try {
    return readHead(head.subarray(0, readSync(handle, head, 0, HEAD_BYTES, 0)))
  } finally {
    closeSync(handle)
  }
}

/** How many bytes a file holds, plain or sealed; throws the file system's error. */
export function sizeOfContent(file: string): number {
  const { size } = statSync(file)
  return headOf(file) ? (plainBytes(size) ?? 0) : size
}

/** With which key a file is sealed; null for a plain one. */
export function sealedWith(file: string): string | null {
  return headOf(file)?.keyId ?? null
}

/** The key of one sealed file, for a process that helps (base64); null for a plain one, or where it is not known. */
export function fileKeyFor(file: string): string | null {
  try {
    const head = headOf(file)
    return head ? (keyOfSealed(file, head)?.toString('base64') ?? null) : null
  } catch {
    // gone, or not readable: whoever opens it says so
    return null
  }
}
