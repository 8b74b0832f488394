import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { copyFileAs, sealedWith } from '../../../sealed-files/index.ts'
import { AudioProblem } from '../types.ts'

/** A file as another program can read it. */
interface ReadableFile {
  path: string
  remove(): Promise<void>
}

/**
 * A file for ffmpeg, which jumps about in it and so cannot be given a stream. Of a sealed one an open copy lies beside it (0600) until `remove`; what
 * a killed process leaves of them goes at the next start.
 */
export async function readableFile(path: string): Promise<ReadableFile> {
  if (!isSealed(path)) return { path, remove: async () => {} }
  const opened = `${path}.opened-${randomUUID()}`
  try {
    await copyFileAs(path, opened, null)
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    throw new AudioProblem('unreadable', sentence, { cause: error })
  }
  return { path: opened, remove: () => rm(opened, { force: true }) }
}

function isSealed(path: string): boolean {
  try {
    return sealedWith(path) !== null
  } catch {
    // ffmpeg says what is wrong with it
    return false
  }
}
