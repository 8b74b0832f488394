import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { fromFdPromise, type Entry, type ZipFile } from 'yauzl'
import { fileProblem } from '../file-problems.ts'
import { openUnchanged, type FileState } from '../text-chunks.ts'
import { FileProblem, type ReadRowsOptions } from '../types.ts'

/** What an honest workbook stays under; anything beyond is refused as an archive bomb. */
export interface ArchiveLimits {
  entries: number
  inflatedBytesPerPart: number
  /** Inflated over compressed bytes; judged only for parts above `ratioFromBytes`. */
  ratio: number
  ratioFromBytes: number
}

export const usualLimits: ArchiveLimits = {
  entries: 20_000,
  inflatedBytesPerPart: 4 * 2 ** 30,
  ratio: 300,
  ratioFromBytes: 64 * 2 ** 20,
}

export interface WorkbookArchive {
  /** Part names as in the archive, without a leading slash. */
  partNames: string[]
  has: (partName: string) => boolean
  /**
   * The part's inflated bytes. Throws FileProblem 'archive-bomb' beyond the limits, 'password-protected',
   * and 'damaged' where the archive is broken.
   */
  read: (partName: string, options?: ReadRowsOptions) => AsyncGenerator<Buffer, void, void>
  close: () => void
}

/** Opens the zip archive a workbook is. Throws FileProblem 'torn' when its end is missing. */
export async function openArchive(file: FileState, limits: ArchiveLimits): Promise<WorkbookArchive> {
  const handle = await openUnchanged(file)
  let zip: ZipFile
  const parts = new Map<string, Entry>()
  try {
    zip = await fromFdPromise(handle.fd, { autoClose: false, validateEntrySizes: true })
    if (zip.entryCount > limits.entries) throw fileProblem('archive-bomb', file.path)
    let seen = 0
    for await (const entry of zip.eachEntry()) {
      if (++seen > limits.entries) throw fileProblem('archive-bomb', file.path)
      parts.set(entry.fileName.replaceAll('\\', '/').replace(/^\/+/, ''), entry)
    }
  } catch (error) {
    await handle.close()
    throw asFileProblem(error, file.path, 'torn')
  }
  // Office writes part names in one case and refers to them in another.
  const byLowerCase = new Map([...parts].map(([name, entry]) => [name.toLowerCase(), entry]))
  const find = (partName: string): Entry | undefined =>
    parts.get(partName) ?? byLowerCase.get(partName.toLowerCase())

  return {
    partNames: [...parts.keys()],
    has: (partName) => find(partName) !== undefined,
    read: (partName, options) => {
      const entry = find(partName)
      if (entry === undefined) throw fileProblem('damaged', file.path)
      return inflate(zip, entry, file.path, limits, options)
    },
    close: () => {
      void handle.close().catch(() => undefined)
    },
  }
}

async function* inflate(
  zip: ZipFile,
  entry: Entry,
  path: string,
  limits: ArchiveLimits,
  options: ReadRowsOptions = {},
): AsyncGenerator<Buffer, void, void> {
  if (entry.isEncrypted()) throw fileProblem('password-protected', path)
  refuseBomb(entry.uncompressedSize, entry.compressedSize, path, limits)
  options.signal?.throwIfAborted()
  let inflated = 0
  let checksum = 0
  let stream: Readable | null = null
  try {
    stream = await openInflated(zip, entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      inflated += chunk.length
      checksum = crc32(chunk, checksum)
      refuseBomb(inflated, entry.compressedSize, path, limits)
      yield chunk
      options.signal?.throwIfAborted()
      options.onProgress?.(entry.uncompressedSize === 0 ? 1 : Math.min(inflated / entry.uncompressedSize, 1))
    }
    if (inflated !== entry.uncompressedSize || checksum !== entry.crc32) throw fileProblem('damaged', path)
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw asFileProblem(error, path, 'damaged')
  } finally {
    stream?.destroy()
  }
}

const inflatedChunkBytes = 256 << 10

/**
 * The archive library inflates in pieces of 16 kB, which costs a third of the time of reading a large sheet;
 * so it hands out the packed bytes and Node inflates them in larger pieces, ahead of the reader.
 */
async function openInflated(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (entry.compressionMethod !== 8) return zip.openReadStreamPromise(entry)
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
  // Streams know the second option, the declared type of this one does not.
  const sizes = { chunkSize: inflatedChunkBytes, readableHighWaterMark: 4 * inflatedChunkBytes }
  const inflate = createInflateRaw(sizes)
  // What goes wrong in between reaches the reader as an error of the last stream.
  return pipeline(packed, inflate, () => undefined)
}

function refuseBomb(inflated: number, compressed: number, path: string, limits: ArchiveLimits): void {
  if (inflated > limits.inflatedBytesPerPart) throw fileProblem('archive-bomb', path)
  if (inflated > limits.ratioFromBytes && inflated > compressed * limits.ratio)
    throw fileProblem('archive-bomb', path)
}

function asFileProblem(error: unknown, path: string, code: 'torn' | 'damaged'): FileProblem {
  return error instanceof FileProblem ? error : fileProblem(code, path)
}
