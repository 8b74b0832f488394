import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/** What tells one file from another: its bytes. */
export interface FileIdentity {
  sha256: string
  bytes: number
}

/** Reads the file once and hashes it. Rejects with the file system's error. */
export async function identifyFile(path: string): Promise<FileIdentity> {
  const digest = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), digest)
  return { sha256: digest.digest('hex'), bytes: (await stat(path)).size }
}
