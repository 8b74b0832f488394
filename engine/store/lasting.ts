import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Has the disk keep what was written to a file, also through a power cut. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes renames in a folder last through a power cut, where the system can. */
export function syncFolder(folder: string): void {
  // Windows opens no folders
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
