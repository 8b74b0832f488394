import { open, rename, rm } from 'node:fs/promises'
import { CHUNK_BYTES, chunkPlace, fileKeyOf, newHead, sealChunk, type SealingKey } from './format.ts'
import { readFileBytes, sealedWith } from './reading.ts'

/** A file being written from its beginning to its end, sealed or plain. */
export interface FileWriter {
  write(bytes: Uint8Array): Promise<void>
  /** Puts other bytes in place of the first ones, at most 64 KB, before the file is closed: for a head that is known at the end. */
  replaceStart(bytes: Uint8Array): void
  /** Writes what is left and makes it last. */
  finish(): Promise<void>
  /** Closes the file as it is, for an error. */
  abandon(): Promise<void>
}

/** Makes a new file (0600), sealed with `key`, plain where it is null. */
export async function createFile(file: string, key: SealingKey | null): Promise<FileWriter> {
  const handle = await open(file, 'w', 0o600)
  const head = key && newHead(key.id)
  const fileKey = key && head ? fileKeyOf(key, head) : null
  /** A disk that is nearly full takes a part, and says so only by how much. */
  const putAll = async (bytes: Uint8Array, place: number) => {
    for (let done = 0; done < bytes.length;)
      done += (await handle.write(bytes, done, bytes.length - done, place + done)).bytesWritten
  }
  if (head) await putAll(head.bytes, 0)
  /** The first chunk stays here until the end: it may be changed, and no chunk is sealed twice. */
  let first: Buffer | null = null
  let held = Buffer.alloc(0)
  let index = 0
  const put = async (at: number, chunk: Buffer, isLast: boolean) => {
    const bytes = head && fileKey ? sealChunk(fileKey, head, { index: at, isLast }, chunk) : chunk
    await putAll(bytes, head ? chunkPlace(at) : at * CHUNK_BYTES)
  }
  return {
    async write(bytes) {
      held = Buffer.concat([held, bytes])
      // a full chunk is written once something comes after it: only then is it not the last
      while (held.length > CHUNK_BYTES) {
        const chunk = held.subarray(0, CHUNK_BYTES)
        if (index === 0) first = Buffer.from(chunk)
        else await put(index, chunk, false)
        held = Buffer.from(held.subarray(CHUNK_BYTES))
        index++
      }
    },
    replaceStart(bytes) {
      Buffer.from(bytes).copy(first ?? held)
    },
    async finish() {
      if (first) await put(0, first, false)
      await put(index, held, true)
      await handle.sync()
      await handle.close()
    },
    abandon: () => handle.close(),
  }
}

/** Writes what `from` holds, plain or sealed, to a new file, whole or not at all. */
export async function copyFileAs(from: string, to: string, key: SealingKey | null): Promise<void> {
  const part = `${to}.part`
  const writer = await createFile(part, key)
  try {
    for await (const piece of readFileBytes(from)) await writer.write(piece as Buffer)
    await writer.finish()
    await rename(part, to)
  } catch (error) {
    await writer.abandon().catch(() => {})
    await rm(part, { force: true })
    throw error
  }
}

/** Seals a file that lies in the workspace anew, or opens it for good (null); nothing where it is so already. Says whether it did. */
export async function sealAs(file: string, key: SealingKey | null): Promise<boolean> {
  if (sealedWith(file) === (key?.id ?? null)) return false
  await copyFileAs(file, file, key)
  return true
}
