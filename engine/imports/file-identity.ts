import { stat } from 'node:fs/promises'
import path from 'node:path'
import { t } from '#speech'
import { sha256OfFile } from '../file-hash.ts'
import { FileProblem } from './readers/index.ts'

/** What tells one file from another: its bytes; and when it was written last. */
export interface FileIdentity {
  sha256: string
  bytes: number
  modifiedAtMs: number
}

/** Reads the file once and hashes it. Rejects with the file system's error; with a FileProblem for pipes and devices, which have no end. */
export async function identifyFile(file: string): Promise<FileIdentity> {
  const entry = await stat(file)
  if (!entry.isFile() && !entry.isDirectory())
    throw new FileProblem(
      'unreadable',
      t`"${{ file: path.basename(file) }}" is a pipe or a device, not a file; export it to a file and import that.`,
    )
  const sha256 = await sha256OfFile(file)
  const { size, mtimeMs } = await stat(file)
  return { sha256, bytes: size, modifiedAtMs: mtimeMs }
}

/** Whether a file is still as it was when it was hashed. Rejects with the file system's error when it is gone. */
export async function isUntouched(file: string, identity: FileIdentity): Promise<boolean> {
  const { size, mtimeMs } = await stat(file)
  return size === identity.bytes && mtimeMs === identity.modifiedAtMs
}
