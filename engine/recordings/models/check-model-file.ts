import { open } from 'node:fs/promises'
import path from 'node:path'
import { Problem } from '../../problem.ts'

/** "ggml" as a little-endian number: how every whisper.cpp model begins. */
const MAGIC = Buffer.from('lmgg', 'latin1')
/** The magic, and eleven numbers that say what follows. */
const HEADER_BYTES = 48

/** Throws `INVALID_INPUT` with what to do where a file cannot be a whisper.cpp model, by its beginning. */
export async function checkModelFile(file: string): Promise<void> {
  const name = path.basename(file)
  const head = Buffer.alloc(HEADER_BYTES)
  try {
    const handle = await open(file, 'r')
    try {
      const { bytesRead } = await handle.read(head, 0, HEADER_BYTES, 0)
      if (bytesRead >= HEADER_BYTES && head.subarray(0, 4).equals(MAGIC)) return
    } finally {
      await handle.close()
    }
  } catch {
    throw new Problem(
      'INVALID_INPUT',
      `The speech model ${file} cannot be read; choose it again or download one.`,
    )
  }
  throw new Problem(
    'INVALID_INPUT',
    `${name} is no speech model of whisper.cpp: those are files like ggml-small.bin. Choose another, or download one.`,
  )
}
