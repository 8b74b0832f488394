import { open, stat } from 'node:fs/promises'
import path from 'node:path'
import { t } from '#speech'
import { Problem } from '../../problem.ts'
import { readTensors } from './read-tensors.ts'

/** "ggml" as a little-endian number: how every whisper.cpp model begins. */
const MAGIC = Buffer.from('lmgg', 'latin1')
/** How whisper.cpp's voice-activity model goes on. */
const SILERO = Buffer.from('lmgg\n\0\0\0silero-16k', 'latin1')
/** The magic, and eleven numbers that say what follows. */
const HEADER_BYTES = 48

/** Throws `INVALID_INPUT` with what to do where a file cannot be a whisper.cpp model, or is only a part of one. */
export async function checkModelFile(file: string): Promise<void> {
  const name = path.basename(file)
  const refuse = (sentence: string) => new Problem('INVALID_INPUT', sentence)
  const head = await headOf(file)
  if (head === null)
    throw refuse(t`The speech model ${{ file }} cannot be read; choose it again or download one.`)
  if (isSilero(head))
    throw refuse(
      t`${{ name }} tells speech from noise and makes no words; choose a model like ggml-small.bin.`,
    )
  if (head.length < HEADER_BYTES || !head.subarray(0, 4).equals(MAGIC))
    throw refuse(
      t`${{ name }} is no speech model of whisper.cpp: those are files like ggml-small.bin. Choose another, or download one.`,
    )
  if ((await readTensors(file)) === 'cut-short')
    throw refuse(
      t`${{ name }} is only a part of a speech model: its download was cut short. Download it again.`,
    )
}

/** Whether a file is whisper.cpp's Silero model, by how it begins. Another one would end the process that loads it. */
export async function isSileroModel(file: string): Promise<boolean> {
  const head = await headOf(file)
  return head !== null && isSilero(head) && (await stat(file)).size > SMALLEST_SILERO_BYTES
}

/** Version 6.2.0 has 885,098 bytes, those before are as large; what is far smaller is a part of one. */
const SMALLEST_SILERO_BYTES = 800_000

function isSilero(head: Buffer): boolean {
  return head.subarray(0, SILERO.length).equals(SILERO)
}

async function headOf(file: string): Promise<Buffer | null> {
  try {
    const handle = await open(file, 'r')
    try {
      const head = Buffer.alloc(HEADER_BYTES)
      const { bytesRead } = await handle.read(head, 0, HEADER_BYTES, 0)
      return head.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch {
    return null
  }
}
