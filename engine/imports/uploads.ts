import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { t } from '#speech'
import { isProcessRunning } from '../is-process-running.ts'
import { Problem } from '../problem.ts'

/** Files that came through the loopback door, kept in a private temporary folder until their import is over. */
export interface Uploads {
  receive(name: string, body: AsyncIterable<Uint8Array>): Promise<{ uploadId: string }>
  /** Where an upload lies. `NOT_FOUND` when it is gone. */
  find(uploadId: string): { path: string; name: string }
  discard(uploadId: string): Promise<void>
  close(): Promise<void>
}

/** File systems take names of 255 bytes. */
const MOST_NAME_BYTES = 200

/** The name of an uploaded file as a file name of its own: no folders, no control characters, its end where it is too long. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  let signs = [...last.toWellFormed().replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_')].slice(-MOST_NAME_BYTES)
  while (Buffer.byteLength(signs.join('')) > MOST_NAME_BYTES) signs = signs.slice(1)
  const plain = signs.join('')
  return plain === '' || plain === '.' || plain === '..' ? 'file' : plain
}

const PREFIX = 'debrief-uploads-'

/** Removes the uploads of processes that ended without doing so themselves: they are customers' data, unredacted. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]
    if (pid && !isProcessRunning(Number(pid)))
      // another user's are not for us to remove
      await rm(path.join(tmpdir(), name), { recursive: true, force: true }).catch(() => {})
  }
}

/** An empty place for uploads; its folder is made with the first one. */
export function createUploads(): Uploads {
  const known = new Map<string, { path: string; name: string; folder: string }>()
  let root: Promise<string> | null = null
  const cleaned = removeAbandoned().catch(() => {})
  return {
    async receive(name, body) {
      const uploadId = randomUUID()
      const folder = path.join(
        await (root ??= mkdtemp(path.join(tmpdir(), `${PREFIX}${process.pid}-`))),
        uploadId,
      )
      await mkdir(folder, { mode: 0o700 })
      const target = path.join(folder, safeName(name))
      try {
        await pipeline(body, createWriteStream(target, { mode: 0o600 }))
      } catch (error) {
        await rm(folder, { recursive: true, force: true })
        throw error
      }
      known.set(uploadId, { path: target, name: safeName(name), folder })
      return { uploadId }
    },
    find(uploadId) {
      const upload = known.get(uploadId)
      if (!upload) throw new Problem('NOT_FOUND', t`That file is no longer here; drop it again.`)
      return upload
    },
    async discard(uploadId) {
      const upload = known.get(uploadId)
      known.delete(uploadId)
      if (upload) await rm(upload.folder, { recursive: true, force: true })
    },
    async close() {
      await cleaned
      if (root) await rm(await root, { recursive: true, force: true })
    },
  }
}
