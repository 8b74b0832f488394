import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { readFileBytes } from './sealed-files/index.ts'

/** SHA-256 of what a file holds, in hexadecimal; of a sealed one what was sealed. Rejects with the file system's error. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(readFileBytes(path), hash)
  return hash.digest('hex')
}
