import { stat } from 'node:fs/promises'
import { sha256OfFile } from '../file-hash.ts'

/** What tells one file from another: its bytes; and when it was written last. */
export interface FileIdentity {
  sha256: string
  bytes: number
  modifiedAtMs: number
}

/** Reads the file once and hashes it. Rejects with the file system's error. */
export async function identifyFile(path: string): Promise<FileIdentity> {
  const sha256 = await sha256OfFile(path)
  const { size, mtimeMs } = await stat(path)
  return { sha256, bytes: size, modifiedAtMs: mtimeMs }
}

/** Whether a file is still as it was when it was hashed. Rejects with the file system's error when it is gone. */
export async function isUntouched(path: string, identity: FileIdentity): Promise<boolean> {
  const { size, mtimeMs } = await stat(path)
  return size === identity.bytes && mtimeMs === identity.modifiedAtMs
}
